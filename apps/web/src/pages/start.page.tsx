import type { VNode } from 'preact';
import { texts } from '#text/pages';
import { FigureTable, type FigureTableProps } from '#ui/figure-table';

export interface StartProps {
  readonly people: readonly { readonly login: string; readonly name: string; readonly role: string; readonly waits: string }[];
  readonly tables: readonly FigureTableProps[];
  readonly demo: boolean;
  readonly now: string;
}

/** Three doors; in the demo also who one can be, what waits for each today, and a real year's figures. */
export function Start({ people, tables, demo, now }: StartProps): VNode {
  return (
    <>
      <h1>{texts.start.title}</h1>
      <p class="lead">{texts.start.lead}</p>
      <p class="danger">{texts.start.danger}</p>
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
              <button key={advance} name="advance" value={advance}>{`${texts.start.clock} ${label}`}</button>
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
