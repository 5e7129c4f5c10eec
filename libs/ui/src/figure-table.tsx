import type { VNode } from 'preact';
import { NotReported, NotReportedNote } from './not-reported.js';

export interface FigureColumn {
  readonly id: string;
  readonly title: string;
}
export interface FigureRow {
  readonly code: string;
  readonly label: string;
  readonly values: Readonly<Record<string, number | null>>;
}
/** The first column of another period for comparison: its title, figures and links; row null = the whole column. */
export interface Compared {
  readonly name: string;
  readonly numberOf: (row: string | null) => number | null;
  readonly hrefOf: (row: string | null) => string;
  /** Whether that number is masked for this reader. */
  readonly isMasked: (row: string | null) => boolean;
}
export interface FigureTableProps {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  readonly totals: Readonly<Record<string, number | null>>;
  readonly totalLabel: string;
  /** The heading of the column of row names. */
  readonly rowTitle?: string;
  readonly notes: readonly string[];
  readonly scope: string;
  /** Where the cases behind a figure are; row null = the whole column. */
  readonly hrefOf: (row: string | null, column: string) => string;
  readonly compared?: Compared | undefined;
  /** Whether the number is masked for this reader. Row null = the sums. */
  readonly isMasked?: (row: string | null, column: string) => boolean;
}

/** A figure that links to its cases, or the mark of what is not reported. */
function Figure({ value, href, masked = false }: { readonly value: number | null; readonly href: string; readonly masked?: boolean }): VNode {
  if (masked)
    return (
      <span class="masked">
        <span aria-hidden="true">×</span>
        <span class="out-of-sight">visas inte</span>
      </span>
    );
  return value === null ? <NotReported /> : <a href={href}>{value}</a>;
}

const DIFFERENCE = new Intl.NumberFormat('sv-SE', { signDisplay: 'exceptZero' });

/** A table of figures, each a link to its cases; null is a dash that is explained once below, never a blank or a zero. */
export function FigureTable(props: FigureTableProps): VNode {
  const { compared } = props;
  const cells = (row: string | null, values: FigureRow['values']): VNode[] =>
    props.columns.flatMap((column, n) => [
      <td key={column.id} data-label={column.title}>
        <Figure value={values[column.id] ?? null} href={props.hrefOf(row, column.id)} masked={props.isMasked?.(row, column.id) ?? false} />
      </td>,
      ...(n > 0 || compared === undefined ? [] : comparing(compared, row, values[column.id] ?? null)),
    ]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled within its frame, by keyboard too (WCAG 2.1.1)
    <figure class="figures" tabIndex={0} aria-labelledby={`${props.id}-titel`}>
      <table aria-labelledby={`${props.id}-titel`}>
        <caption id={`${props.id}-titel`}>{props.title}</caption>
        <thead>
          <tr>
            {props.rowTitle === undefined ? <td /> : <th scope="col">{props.rowTitle}</th>}
            {[
              ...props.columns.slice(0, 1),
              ...(compared === undefined
                ? []
                : [
                    { id: 'then', title: compared.name },
                    { id: 'more', title: 'Skillnad' },
                  ]),
              ...props.columns.slice(1),
            ].map((column) => (
              <th scope="col" key={column.id}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.label}</th>
              {cells(row.code, row.values)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{props.totalLabel}</th>
            {cells(null, props.totals)}
          </tr>
        </tfoot>
      </table>
      <figcaption>
        <p>{props.definition}</p>
        <NotReportedNote when={lacksNumber(props)} />
        {hidesNumber(props) ? <p class="hint">× betyder att talet inte visas för dig.</p> : null}
        {props.notes.map((note) => (
          <p key={note} class="note">
            {note}
          </p>
        ))}
        {props.scope === '' ? null : <p class="hint">{props.scope}</p>}
      </figcaption>
    </figure>
  );
}

/** Whether any number that is shown is one that nobody has reported. */
function lacksNumber({ columns, rows, totals, isMasked = () => false, compared }: FigureTableProps): boolean {
  const lacks = (row: string | null, values: FigureRow['values']) =>
    columns.some(({ id }) => (values[id] ?? null) === null && !isMasked(row, id)) ||
    (compared !== undefined && compared.numberOf(row) === null && !compared.isMasked(row));
  return rows.some(({ code, values }) => lacks(code, values)) || lacks(null, totals);
}

/** Whether any number that is shown is masked for the reader. */
function hidesNumber({ columns, rows, isMasked = () => false, compared }: FigureTableProps): boolean {
  return [...rows.map(({ code }) => code), null].some((row) => columns.some(({ id }) => isMasked(row, id)) || (compared?.isMasked(row) ?? false));
}

function comparing({ name, numberOf, hrefOf, isMasked }: Compared, row: string | null, value: number | null): VNode[] {
  const then = numberOf(row);
  return [
    <td key="then" data-label={name}>
      <Figure value={then} href={hrefOf(row)} masked={isMasked(row)} />
    </td>,
    <td key="more" data-label="Skillnad">
      {value === null || then === null ? (
        <>
          <span aria-hidden="true">–</span>
          <span class="out-of-sight">går inte att jämföra</span>
        </>
      ) : (
        DIFFERENCE.format(value - then)
      )}
    </td>,
  ];
}
