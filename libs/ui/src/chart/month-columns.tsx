import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { NotReported, NotReportedNote } from '../not-reported.js';

export interface MonthColumn {
  /** "jan" */
  readonly short: string;
  /** "januari 2026" */
  readonly name: string;
  /** Null is not reported; undefined has not begun. */
  readonly value: number | null | undefined;
  /** The same month of the year before; null is not reported. */
  readonly earlier: number | null;
  /** Of the period that is asked for. */
  readonly isChosen: boolean;
  /** Where the cases behind it are. */
  readonly href: string;
}

export interface MonthColumnsProps {
  readonly id: string;
  readonly title: string;
  readonly months: readonly MonthColumn[];
  /** The year before, as it is written: "2025". */
  readonly earlierName: string;
  /** Names of what is dark and what is pale: "T3 2026", "Resten av 2026"; null where all is of the period. */
  readonly chosenName: string;
  readonly othersName: string | null;
}

const HEIGHT = 120;

/** A year by month as columns from zero, the year before as a line across each. Each number is a link to its cases; the same as a table below. */
export function MonthColumns({ id, title, months, earlierName, chosenName, othersName }: MonthColumnsProps): VNode {
  const most = max(months.flatMap(({ value, earlier }) => [value ?? 0, earlier ?? 0])) ?? 0;
  const height = scaleLinear([0, Math.max(1, most)], [0, HEIGHT - 2]);
  return (
    <figure class="chart months" aria-labelledby={`${id}-kolumner`}>
      <figcaption id={`${id}-kolumner`}>{title}</figcaption>
      <ul class="legend" aria-hidden="true">
        <li>
          <Swatch kind="fill" /> {chosenName}
        </li>
        {othersName === null ? null : (
          <li>
            <Swatch kind="pale" /> {othersName}
          </li>
        )}
        <li>
          <Swatch kind="mark" /> {`Samma månad ${earlierName}`}
        </li>
      </ul>
      <ol>
        {months.map(({ short, name, value, earlier, isChosen, href }) => (
          <li key={name} class={isChosen ? 'chosen' : undefined}>
            <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
              {value == null ? null : <rect class={isChosen ? 'fill' : 'pale'} x="8%" width="84%" y={HEIGHT - height(value)} height={height(value)} />}
              {earlier === null ? null : <rect class="halo" width="100%" y={HEIGHT - height(earlier) - 3} height="6" />}
              {earlier === null ? null : <rect class="mark" width="100%" y={HEIGHT - height(earlier) - 1} height="2" />}
            </svg>
            <span aria-hidden="true">{short}</span>
            {value === undefined ? null : value === null ? (
              <span>
                <span class="out-of-sight">{`${name}: `}</span>
                <NotReported />
              </span>
            ) : (
              <a href={href}>
                <span class="out-of-sight">{`${name}: `}</span>
                {value}
              </a>
            )}
          </li>
        ))}
      </ol>
      <NotReportedNote when={months.some(({ value }) => value === null)} />
      <details>
        <summary>Visa som tabell</summary>
        <table class="twin">
          <caption class="out-of-sight">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Månad</th>
              <th scope="col">Antal</th>
              <th scope="col">{`Samma månad ${earlierName}`}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ name, value, earlier }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value === undefined ? 'inte än' : (value ?? <NotReported />)}</td>
                <td>{earlier ?? <NotReported />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const Swatch = ({ kind }: { readonly kind: 'fill' | 'pale' | 'mark' }): VNode => (
  <svg class="swatch" width="16" height="16" aria-hidden="true" focusable="false">
    <rect class={kind} width="16" height={kind === 'mark' ? 2 : 16} y={kind === 'mark' ? 7 : 0} />
  </svg>
);
