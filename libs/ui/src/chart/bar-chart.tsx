import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { NothingToDraw, NotReported, NotReportedNote } from '../not-reported.js';

export interface Bar {
  readonly code: string;
  readonly label: string;
  /** Null is not reported: no bar, and a dash. */
  readonly value: number | null;
  /** The same for the period of comparison; undefined where there is none. */
  readonly earlier?: number | null;
  /** Where the cases behind it are. */
  readonly href: string;
}

export interface BarChartProps {
  readonly id: string;
  readonly title: string;
  readonly bars: readonly Bar[];
  /** The unit, as it is written after the number: "dagar"; empty for a count. */
  readonly measure?: string;
  /** What the thin bars are: "2022". */
  readonly earlierName?: string | undefined;
}

/**
 * Horizontal bars, one per row: the words are text and wrap, only the bar is drawn. Each is a link to its cases. Widths are relative
 * to the longest bar, from zero.
 */
export function BarChart({ id, title, bars, measure = '', earlierName }: BarChartProps): VNode {
  const most = max(bars.flatMap(({ value, earlier }) => [value ?? 0, earlier ?? 0])) ?? 0;
  const width = scaleLinear([0, most === 0 ? 1 : most], [0, 100]);
  return (
    <figure class="chart" aria-labelledby={`${id}-stapel`}>
      <figcaption id={`${id}-stapel`}>
        {title}
        {earlierName === undefined ? null : <span class="hint">{` Smal stapel: ${earlierName}.`}</span>}
      </figcaption>
      {bars.length === 0 ? null : (
        <ul class="bars">
          {bars.map((bar) => (
            <li key={bar.code}>
              {bar.value === null ? (
                <BarLine bar={bar} width={null} measure={measure} earlier={bar.earlier == null ? null : width(bar.earlier)} />
              ) : (
                <a href={bar.href}>
                  <BarLine bar={bar} width={width(bar.value)} measure={measure} earlier={bar.earlier == null ? null : width(bar.earlier)} />
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <NothingToDraw when={bars.length === 0} />
      <NotReportedNote when={bars.some(({ value }) => value === null)} />
    </figure>
  );
}

interface BarLineProps {
  readonly bar: Bar;
  /** Null where there is no number to draw. */
  readonly width: number | null;
  readonly measure: string;
  readonly earlier: number | null;
}

function BarLine({ bar, width, measure, earlier }: BarLineProps): VNode {
  return (
    <>
      <span class="bar-label">{bar.label}</span>{' '}
      <svg class="bar" width="100%" height={bar.earlier === undefined ? 18 : 26} aria-hidden="true" focusable="false">
        {width === null ? null : <rect class="fill" width={percent(width)} height="18" />}
        {earlier === null ? null : <rect class="then" y="20" width={percent(earlier)} height="6" />}
      </svg>{' '}
      <span class="bar-value">{bar.value === null ? <NotReported /> : `${bar.value}${measure === '' ? '' : ` ${measure}`}`}</span>
    </>
  );
}

const percent = (n: number): string => `${Math.round(n * 100) / 100}%`;
