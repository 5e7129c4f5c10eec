import type { VNode } from 'preact';

export interface FigureColumn {
  readonly id: string;
  readonly title: string;
}
export interface FigureRow {
  readonly code: string;
  readonly label: string;
  readonly values: Readonly<Record<string, number | null>>;
}
export interface FigureTableProps {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  readonly totals: Readonly<Record<string, number | null>>;
  readonly totalLabel: string;
  readonly notes: readonly string[];
  readonly scope: string;
  /** Where the cases behind a figure are; row null = the whole column. */
  readonly hrefOf: (row: string | null, column: string) => string;
}

/** A table of figures: each a link to its cases; null is said in words, never a blank and never a zero. */
export function FigureTable(props: FigureTableProps): VNode {
  const cell = (row: string | null, column: string, value: number | null): VNode =>
    value === null ? (
      <span class="not-reported" title="Ej rapporterat">
        ej rapporterat
      </span>
    ) : (
      <a href={props.hrefOf(row, column)}>{value}</a>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled within its frame, by keyboard too (WCAG 2.1.1)
    <figure class="figures" tabIndex={0} aria-labelledby={`${props.id}-titel`}>
      <table aria-labelledby={`${props.id}-titel`}>
        <caption id={`${props.id}-titel`}>{props.title}</caption>
        <thead>
          <tr>
            <td />
            {props.columns.map((column) => (
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
              {props.columns.map((column) => (
                <td key={column.id} data-label={column.title}>
                  {cell(row.code, column.id, row.values[column.id] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{props.totalLabel}</th>
            {props.columns.map((column) => (
              <td key={column.id} data-label={column.title}>
                {cell(null, column.id, props.totals[column.id] ?? null)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <figcaption>
        <p>{props.definition}</p>
        {props.notes.map((note) => (
          <p key={note} class="note">
            {note}
          </p>
        ))}
        <p class="hint">{props.scope}</p>
      </figcaption>
    </figure>
  );
}
