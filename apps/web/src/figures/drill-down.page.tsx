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

/** A record that the figure counts beside its cases. */
export interface DrillDownRecord {
  readonly href: string;
  readonly number: string;
  /** Of which type: “Risker”. */
  readonly what: string;
  readonly unit: string;
  readonly status: string;
}

export interface DrillDownPageProps {
  readonly heading: string;
  readonly scope: string;
  readonly definition: string;
  readonly rows: readonly DrillDownRow[];
  readonly records: readonly DrillDownRecord[];
  /** Whether the figure is of cases, with records beside them or not; otherwise of records alone. */
  readonly ofCases: boolean;
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
  const { heading, scope, definition, rows, records, ofCases, total, hidden, first, back, more, isLate } = props;
  const all = total + hidden;
  const shown = rows.length + records.length;
  const named = ofCases && records.length === 0 ? (all === 1 ? '1 ärende.' : `${all} ärenden.`) : `${all} i listan.`;
  return (
    <>
      <p class="way-back">
        <a href={back}>Till tabellen</a>
      </p>
      <h1>{heading}</h1>
      <p class="lead">{`${named}${hidden === 0 ? '' : ` ${texts.hidden(hidden)}`}`}</p>
      <p class="hint">{scope}</p>
      <p>
        <strong>{`${texts.rule}: `}</strong>
        {definition} {isLate ? texts.overdue : null}
      </p>
      {rows.length === 0 ? null : (
        <>
          <p>{texts.lead}</p>
          <BehindTable rows={rows} />
        </>
      )}
      {records.length === 0 ? null : <RecordTable records={records} />}
      {shown === 0 || shown === total ? null : <p class="hint">{`Visar ${first}–${first + shown - 1} av ${total}.`}</p>}
      {more === null ? null : (
        <p>
          <a href={more}>Visa fler</a>
        </p>
      )}
    </>
  );
}

function RecordTable({ records }: Pick<DrillDownPageProps, 'records'>): VNode {
  return (
    <table class="cases">
      <thead>
        <tr>
          <th scope="col">Nummer</th>
          <th scope="col">Vad</th>
          <th scope="col">Enhet</th>
          <th scope="col">Läge</th>
        </tr>
      </thead>
      <tbody>
        {records.map(({ href, number, what, unit, status }) => (
          <tr key={href}>
            <th scope="row">
              <a href={href}>{number}</a>
            </th>
            <td data-label="Vad">{what}</td>
            <td data-label="Enhet">{unit}</td>
            <td data-label="Läge">{status}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
