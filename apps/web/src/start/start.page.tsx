import type { VNode } from 'preact';
import { capitalised } from '#domain/codes/in-sentence';
import { texts } from '#text/pages';
import { Deadline } from '#ui/deadline';
import { Form } from '#ui/form';
import { Danger } from '#ui/told-line';
import { CaseLink, type WorkRow } from '../work-list/work-list.page.js';

export interface StartPerson {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  /** What waits for the person today, in a sentence; null where it was not asked. */
  readonly waits: string | null;
}

export interface StartProps {
  /** What waits for the one who has logged in; null for the public. */
  readonly waiting: {
    /** The person's first name, the day ("tisdag 1 december 2026") and the units of their posts. */
    readonly hello: { readonly name: string; readonly day: string; readonly units: readonly string[] };
    readonly late: number;
    readonly today: number;
    readonly decisions: readonly WorkRow[];
    readonly nearest: readonly WorkRow[];
    readonly total: number;
    readonly open: number;
    readonly overdue: number;
    readonly now: string;
  } | null;
  /** The people one can log in as and the demo's time; null outside the demo. */
  readonly demo: { readonly first: readonly StartPerson[]; readonly others: readonly StartPerson[]; readonly now: string } | null;
}

/** Three entrances, and what waits for the person who has logged in; in the demo also the people one can log in as. */
export function Start({ waiting, demo }: StartProps): VNode {
  return (
    <>
      {waiting === null ? (
        <>
          <h1>{texts.start.title}</h1>
          <p class="lead">{texts.start.lead}</p>
        </>
      ) : (
        <>
          <Hello {...waiting} />
          <Waiting {...waiting} />
        </>
      )}
      <Danger>{texts.start.danger}</Danger>
      <ul class="doors">
        {(waiting === null ? texts.start.doors : texts.start.staffDoors)
          .filter((door) => demo !== null || !door.href.startsWith('#'))
          .map((door) => (
            <li key={door.href}>
              <h2>
                <a href={door.href}>{door.title}</a>
              </h2>
              <p>{door.text}</p>
            </li>
          ))}
      </ul>
      {demo === null ? null : (
        <section aria-labelledby="logga-in">
          <h2 id="logga-in">{texts.start.signIn}</h2>
          <People list={demo.first} />
          <details class="others" open={demo.first.length === 0}>
            <summary>{`${texts.start.others} (${demo.others.length})`}</summary>
            <People list={demo.others} />
          </details>
          <Form action="/demo/clock" class="clock">
            <p>{`Demokommunens klocka: ${demo.now}. ${texts.start.clockHint}`}</p>
            {[
              ['P1D', '1 dag'],
              ['P5D', '5 dagar'],
              ['P30D', '30 dagar'],
            ].map(([advance, label]) => (
              <span key={advance}>
                <button name="advance" value={advance}>{`${texts.start.clock} ${label}`}</button>{' '}
              </span>
            ))}
          </Form>
        </section>
      )}
    </>
  );
}

const People = ({ list }: { readonly list: readonly StartPerson[] }): VNode => (
  <ul class="people">
    {list.map((person) => (
      <li key={person.login}>
        <a href={`/demo/login?user=${person.login}`}>{person.name}</a>
        {`, ${person.role}`}
        {person.waits === null ? null : <span class="hint">{person.waits}</span>}
      </li>
    ))}
  </ul>
);

/** Who is here, and how much waits, before anything is read. */
function Hello({ hello, total, late, today }: NonNullable<StartProps['waiting']>): VNode {
  return (
    <div class="hello">
      <h1>{`Hej ${hello.name}`}</h1>
      <p>{[capitalised(hello.day), ...hello.units].join(' · ')}</p>
      <p>
        <strong>{total === 0 ? 'Inget väntar på dig.' : total === 1 ? '1 ärende väntar på dig.' : `${total} ärenden väntar på dig.`}</strong>
        {total === 0 ? null : ` ${howSoon(late, today)}`}
      </p>
    </div>
  );
}

/** "2 är försenade, 1 ska göras i dag." */
function howSoon(late: number, today: number): string {
  const isLate = late === 0 ? 'Inget är försenat' : late === 1 ? '1 är försenat' : `${late} är försenade`;
  return today === 0 ? `${isLate}.` : `${isLate}, ${today} ska göras i dag.`;
}

function Waiting({ decisions, nearest, total, open, overdue, now }: NonNullable<StartProps['waiting']>): VNode {
  return (
    <section class="waits" aria-labelledby="vantar">
      <h2 id="vantar">{total === 0 ? 'Inget att göra just nu' : 'Börja här'}</h2>
      <ul class="plain">
        {decisions.map((row) => (
          <li key={row.id}>
            <CaseLink {...row} href={row.decisionHref ?? ''} />
            <Under row={row} step="Beslut om anmälan till IVO" now={now} />
          </li>
        ))}
        {nearest.map((row) => (
          <li key={row.id}>
            <CaseLink {...row} href={`/arende/${row.id}`} />
            <Under row={row} step={row.next ?? row.stage} now={now} />
          </li>
        ))}
      </ul>
      <p>
        {total === 0 ? null : (
          <>
            <a href="/arenden?visa=vantar">{total === 1 ? 'Det som väntar på dig' : `Alla ${total} som väntar på dig`}</a>
            {'. '}
          </>
        )}
        {'Du ser '}
        <a href="/arenden?stage=open">{open === 1 ? '1 öppet ärende' : `${open} öppna ärenden`}</a>
        {', '}
        {overdue === 0 ? 'inget är försenat.' : <a href="/arenden?overdue=true">{overdue === 1 ? '1 är försenat' : `${overdue} är försenade`}</a>}
      </p>
    </section>
  );
}

/** Under the heading of a case: what is to be done, where, and by when. */
const Under = ({ row, step, now }: { readonly row: WorkRow; readonly step: string; readonly now: string }): VNode => (
  <span class="block">
    {`${step}, ${row.unit}, `}
    <Deadline due={row.due} now={now} isLaw={row.isLaw} />
  </span>
);
