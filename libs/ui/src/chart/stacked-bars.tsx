import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { VNode } from 'preact';
import { NothingToDraw, NotReported, NotReportedNote } from '../not-reported.js';
import { fillOf, Swatch } from './patterns.js';

export interface StackedBarsProps {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  readonly bars: readonly StackedBar[];
  readonly hrefOf: (row: string, part: string) => string;
  /** A part that is not reported is marked by a dash after the number, unless the parts are measures of the same cases. */
  readonly sayUnknownParts?: boolean;
}
export interface StackedBar {
  readonly code: string;
  readonly label: string;
  readonly values: Readonly<Record<string, number | null>>;
}

const LONGEST = 100;

/** Bars of parts that add up; every part is a link to its cases, told apart by pattern beside tone. Where nothing is reported there is no bar, and a dash. */
export function StackedBars({ id, title, parts, bars, hrefOf, sayUnknownParts = false }: StackedBarsProps): VNode {
  const numbers = bars.map(({ values }) => Object.fromEntries(parts.map((part) => [part.id, values[part.id] ?? 0])));
  const layers = stack<Record<string, number>>().keys(parts.map((part) => part.id))(numbers);
  const most = max(layers.at(-1)?.map(([, to]) => to) ?? []) ?? 0;
  const at = scaleLinear([0, most === 0 ? 1 : most], [0, LONGEST]);
  const unknownIn = ({ values }: StackedBar) => (sayUnknownParts ? parts.filter((part) => (values[part.id] ?? null) === null) : []);
  return (
    <figure class="chart" aria-labelledby={`${id}-delar`}>
      <figcaption id={`${id}-delar`}>{title}</figcaption>
      <ul class="legend">
        {parts.map((part, n) => (
          <li key={part.id}>
            <Swatch fill={fillOf(n)} /> {part.title}
          </li>
        ))}
      </ul>
      {bars.length === 0 ? null : (
        <ul class="bars">
          {bars.map((bar, row) => (
            <li key={bar.code} class="parts">
              <span class="bar-label">{bar.label}</span>{' '}
              {isUnknown(parts)(bar) ? (
                <span />
              ) : (
                <svg class="bar" width="100%" height="24" aria-label={bar.label}>
                  {layers.map((layer, n) => {
                    const [from, to] = layer[row] ?? [0, 0];
                    const part = parts[n] as StackedBarsProps['parts'][number];
                    if (to === from) return null;
                    return (
                      <a key={part.id} href={hrefOf(bar.code, part.id)} aria-label={`${bar.label}, ${part.title}: ${to - from}`}>
                        <title>{`${part.title}: ${to - from}`}</title>
                        <rect class="edge" x={`${at(from)}%`} width={`${at(to) - at(from)}%`} height="24" fill={fillOf(n)} />
                      </a>
                    );
                  })}
                </svg>
              )}{' '}
              <span class="bar-value">
                {isUnknown(parts)(bar) ? (
                  <NotReported />
                ) : (
                  <>
                    {layers.at(-1)?.[row]?.[1]}
                    {unknownIn(bar).length === 0 ? null : (
                      <>
                        {' '}
                        <NotReported
                          of={unknownIn(bar)
                            .map((part) => part.title)
                            .join(', ')}
                        />
                      </>
                    )}
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <NothingToDraw when={bars.length === 0} />
      <NotReportedNote when={bars.some((bar) => isUnknown(parts)(bar) || unknownIn(bar).length > 0)} />
    </figure>
  );
}

const isUnknown =
  (parts: StackedBarsProps['parts']) =>
  ({ values }: StackedBar): boolean =>
    parts.every((part) => (values[part.id] ?? null) === null);
