import type { VNode } from 'preact';
import { organisationTexts } from '#text/organisation';
import { longDate } from '#ui/deadline';
import { HeadRow } from '#ui/head-row';
import type { Moves } from './deadline-moves.js';

const texts = organisationTexts.deadlines;

export interface DeadlinesPageProps {
  readonly own: readonly {
    readonly id: string;
    readonly name: string;
    readonly kinds: string;
    readonly now: string;
    readonly standard: string | null;
    readonly later: readonly string[];
    readonly href: string;
  }[];
  readonly byLaw: readonly { readonly id: string; readonly name: string; readonly law: string; readonly time: string }[];
  readonly mayChange: boolean;
}

/** The municipality's own deadlines, each with its time and the way to change it; then those that are not the municipality's to change. */
export function DeadlinesPage({ own, byLaw, mayChange }: DeadlinesPageProps): VNode {
  const { columns, lawColumns } = texts;
  return (
    <>
      <p class="way-back">
        <a href="/organisation">{organisationTexts.back}</a>
      </p>
      <h1 id="frister">{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <p>{texts.rule}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled within its frame, by keyboard too (WCAG 2.1.1) */}
      <figure class="figures listing" tabIndex={0} aria-labelledby="frister">
        <table>
          <HeadRow titles={Object.values(columns)} />
          <tbody>
            {own.map(({ id, name, kinds, now, standard, later, href }) => (
              <tr key={id}>
                <th scope="row">{mayChange ? <a href={href}>{name}</a> : name}</th>
                <td data-label={columns.kinds}>{kinds}</td>
                <td data-label={columns.now}>
                  {now}
                  {standard === null ? null : <span class="hint">{` ${standard}`}</span>}
                </td>
                <td data-label={columns.later}>{later.join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
      <h2 id="av-lag">{texts.byLaw}</h2>
      <p>{texts.byLawLead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above */}
      <figure class="figures listing" tabIndex={0} aria-labelledby="av-lag">
        <table>
          <HeadRow titles={Object.values(lawColumns)} />
          <tbody>
            {byLaw.map(({ id, name, law, time }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label={lawColumns.law}>{law}</td>
                <td data-label={lawColumns.time}>{time}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
    </>
  );
}

const MOST_ROWS = 30;

/** The running duties that get another day, by unit: how many, from which day to which. */
export function MovesTable({
  moves: { moved, kept, rows },
  id,
  nameOf,
}: {
  readonly moves: Moves;
  readonly id: string;
  readonly nameOf: (unit: string) => string;
}): VNode {
  const { movesColumns: columns } = texts;
  return (
    <>
      <p>{`${moved === 0 ? texts.noMoves : texts.moved(moved)}${kept === 0 ? '' : ` ${texts.kept(kept)}`}`}</p>
      {rows.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled within its frame, by keyboard too (WCAG 2.1.1)
        <figure class="figures listing" tabIndex={0} aria-labelledby={id}>
          <figcaption id={id}>{texts.moves}</figcaption>
          <table>
            <HeadRow titles={Object.values(columns)} />
            <tbody>
              {rows.slice(0, MOST_ROWS).map(({ unit, n, from, to }) => (
                <tr key={`${unit} ${from} ${to}`}>
                  <th scope="row">{unit === null ? texts.noUnit : nameOf(unit)}</th>
                  <td data-label={columns.n}>{n}</td>
                  <td data-label={columns.from}>{longDate(from)}</td>
                  <td data-label={columns.to}>{longDate(to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </figure>
      )}
      {rows.length <= MOST_ROWS ? null : <p class="hint">{texts.more(rows.length - MOST_ROWS)}</p>}
    </>
  );
}
