import { max } from 'd3-array';
import { scaleQuantize } from 'd3-scale';
import type { VNode } from 'preact';
import { NotReported, NotReportedNote } from '../not-reported.js';

interface Head {
  readonly code: string;
  readonly label: string;
}
export interface HeatTableProps {
  readonly id: string;
  readonly title: string;
  /** The heading of the column of row names. */
  readonly rowTitle: string;
  readonly rows: readonly Head[];
  readonly columns: readonly Head[];
  readonly numberAt: (row: string, column: string) => number;
  readonly hrefOf: (row: string, column: string) => string;
  readonly isChosen?: (row: string, column: string) => boolean;
  /** The period is not attested: an empty cell is then not a zero. */
  readonly isKnown?: boolean;
}

const SHADES = [1, 2, 3, 4, 5] as const;
/** Below this many the darkest shade would exaggerate the number. */
const DARKEST_FROM = 5;

/** Two lists across each other: a cell's shade shows the number beside the number itself, and links to its cases. */
export function HeatTable({ id, title, rowTitle, rows, columns, numberAt, hrefOf, isChosen = () => false, isKnown = true }: HeatTableProps): VNode {
  const most = max(rows.flatMap((row) => columns.map((column) => numberAt(row.code, column.code)))) ?? 0;
  const shade = scaleQuantize<number>([0, Math.max(most, DARKEST_FROM)], SHADES);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled within its frame, by keyboard too (WCAG 2.1.1)
    <figure class="heat" tabIndex={0} aria-labelledby={`${id}-titel`}>
      <table>
        <caption id={`${id}-titel`}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{rowTitle}</th>
            {columns.map((column) => (
              <th scope="col" key={column.code}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.label}</th>
              {columns.map((column) => {
                const value = numberAt(row.code, column.code);
                return (
                  <td key={column.code} data-label={column.label} class={value > 0 ? `shade-${shade(value)}` : isKnown ? 'shade-0' : 'unknown'}>
                    {value === 0 ? (
                      <Nothing isKnown={isKnown} />
                    ) : (
                      <a
                        href={hrefOf(row.code, column.code)}
                        aria-label={`${row.label}, ${column.label}: ${value}`}
                        {...(isChosen(row.code, column.code) ? { 'aria-current': 'true' as const } : {})}
                      >
                        {value}
                      </a>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <NotReportedNote when={!isKnown && rows.some((row) => columns.some((column) => numberAt(row.code, column.code) === 0))} />
    </figure>
  );
}

/** None, or not attested. */
const Nothing = ({ isKnown }: { readonly isKnown: boolean }): VNode => (isKnown ? <>0</> : <NotReported />);
