import type { VNode } from 'preact';
import { statisticsTexts } from '#text/statistics';
import { longMoment } from '#ui/deadline';
import { SecrecyTag } from '#ui/secrecy-mark';

const texts = statisticsTexts.behind;

export interface DrillDownRow {
  readonly id: string;
  readonly number: string;
  readonly secrecy: boolean;
  readonly what: string;
  readonly unit: string;
  /** The day it was received. */
  readonly received: string;
  readonly stage: string;
  /** The event that put the case in the figure. */
  readonly event: {
    readonly position: number;
    readonly at: string;
    readonly text: string;
    /** The rule of the event; null where it has none. */
    readonly rule: string | null;
  } | null;
}

export interface DrillDownPageProps {
  readonly heading: string;
  readonly scope: string;
  readonly definition: string;
  readonly rows: readonly DrillDownRow[];
  readonly total: number;
  readonly hidden: number;
  /** Number of the first row shown. */
  readonly first: number;
  readonly back: string;
  readonly more: string | null;
  readonly isLate: boolean;
}

/** The cases that a figure counts, each with the event that put it there. Cases that the reader may not see are counted and not shown. */
export function DrillDownPage(props: DrillDownPageProps): VNode {
  const { heading, scope, definition, rows, total, hidden, first, back, more, isLate } = props;
  const all = total + hidden;
  return (
    <>
      <p class="way-back">
        <a href={back}>Till tabellen</a>
      </p>
      <h1>{heading}</h1>
      <p class="lead">{`${all === 1 ? '1 ärende.' : `${all} ärenden.`}${hidden === 0 ? '' : ` ${texts.hidden(hidden)}`}`}</p>
      <p class="hint">{scope}</p>
      <p>
        <strong>{`${texts.rule}: `}</strong>
        {definition} {isLate ? texts.overdue : null}
      </p>
      {rows.length === 0 ? null : (
        <>
          <p>{texts.lead}</p>
          <BehindTable rows={rows} />
          {rows.length === total ? null : <p class="hint">{`Visar ${first}–${first + rows.length - 1} av ${total}.`}</p>}
        </>
      )}
      {more === null ? null : (
        <p>
          <a href={more}>Visa fler</a>
        </p>
      )}
    </>
  );
}

function BehindTable({ rows }: Pick<DrillDownPageProps, 'rows'>): VNode {
  return (
    <table class="cases">
      <thead>
        <tr>
          <th scope="col">Ärende</th>
          <th scope="col">Vad och var</th>
          <th scope="col">Räknas här genom</th>
          <th scope="col">När</th>
          <th scope="col">Enligt</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/arende/${row.id}`}>{row.number}</a>
              <SecrecyTag on={row.secrecy} />
            </th>
            <td data-label="Vad och var">{`${row.what}, ${row.unit}, mottaget ${row.received} (${row.stage})`}</td>
            <td data-label="Räknas här genom">
              {row.event === null ? '–' : <a href={`/arende/${row.id}#h-${row.event.position}`}>{`${row.event.text} (händelse ${row.event.position})`}</a>}
            </td>
            <td data-label="När">{row.event === null ? '–' : longMoment(row.event.at)}</td>
            <td data-label="Enligt">{row.event?.rule ?? 'regeln ovan'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
