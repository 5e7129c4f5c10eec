import type { VNode } from 'preact';
import { texts } from '#text/pages';
import { Deadline } from '#ui/deadline';
import { FigureTable, type FigureTableProps } from '#ui/figure-table';

export interface StartProps {
  /** What waits for the one who has logged in; null for the public. */
  readonly waiting: {
    readonly decisions: readonly {
      readonly href: string;
      readonly number: string;
      readonly unit: string;
      readonly due: string | null;
      readonly isLaw: boolean;
    }[];
    readonly open: number;
    readonly overdue: number;
    readonly now: string;
  } | null;
  readonly people: readonly { readonly login: string; readonly name: string; readonly role: string; readonly waits: string }[];
  readonly tables: readonly FigureTableProps[];
  readonly demo: boolean;
  readonly now: string;
}

/** Three doors; in the demo also who one can be, what waits for each today, and a real year's figures. */
export function Start({ waiting, people, tables, demo, now }: StartProps): VNode {
  return (
    <>
      <h1>{texts.start.title}</h1>
      <p class="lead">{texts.start.lead}</p>
      <p class="danger">{texts.start.danger}</p>
      {waiting === null ? null : <Waiting {...waiting} />}
      <ul class="doors">
        {texts.start.doors
          .filter((door) => demo || !door.href.startsWith('#'))
          .map((door) => (
            <li key={door.href}>
              <h2>
                <a href={door.href}>{door.title}</a>
              </h2>
              <p>{door.text}</p>
            </li>
          ))}
      </ul>
      {demo ? (
        <section aria-labelledby="logga-in">
          <h2 id="logga-in">{texts.start.signIn}</h2>
          <ul class="people">
            {people.map((person) => (
              <li key={person.login}>
                <a href={`/demo/login?user=${person.login}`}>{person.name}</a>, {person.role}. <span class="hint">{person.waits}</span>
              </li>
            ))}
          </ul>
          <form method="post" action="/demo/clock" class="clock">
            <p>{`Demokommunens klocka: ${now}. ${texts.start.clockHint}`}</p>
            {[
              ['P1D', '1 dag'],
              ['P5D', '5 dagar'],
              ['P30D', '30 dagar'],
            ].map(([advance, label]) => (
              <span key={advance}>
                <button name="advance" value={advance}>{`${texts.start.clock} ${label}`}</button>{' '}
              </span>
            ))}
          </form>
        </section>
      ) : null}
      {tables.length === 0 ? null : (
        <section aria-labelledby="aret">
          <h2 id="aret">{texts.start.year}</h2>
          <p>{texts.start.yearNote}</p>
          {tables.map((table) => (
            <FigureTable key={table.id} {...table} />
          ))}
        </section>
      )}
    </>
  );
}

function Waiting({ decisions, open, overdue, now }: NonNullable<StartProps['waiting']>): VNode {
  return (
    <section class="waits" aria-labelledby="vantar">
      <h2 id="vantar">Väntar på dig</h2>
      {decisions.length === 0 ? null : (
        <ul class="plain">
          {decisions.map((decision) => (
            <li key={decision.href}>
              <a href={decision.href}>{`Beslut om anmälan till IVO: ${decision.number}`}</a>
              {`, ${decision.unit}, `}
              <Deadline due={decision.due} now={now} isLaw={decision.isLaw} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/arenden?stage=open">{open === 1 ? '1 öppet ärende' : `${open} öppna ärenden`}</a>
        {', '}
        {overdue === 0 ? 'inget är försenat.' : <a href="/arenden?overdue=true">{overdue === 1 ? '1 är försenat' : `${overdue} är försenade`}</a>}
      </p>
    </section>
  );
}
