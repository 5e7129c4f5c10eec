import { max } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { VNode } from 'preact';
import { NothingToDraw, NotReported, NotReportedNote } from '../not-reported.js';

export interface Point {
  /** "jan 2025", "T2 2025" */
  readonly name: string;
  /** The label below it in the chart: "jan", "T2". */
  readonly short: string;
  /** Null is not reported: the line has a gap there, with a dash at its foot. */
  readonly value: number | null;
  readonly href: string;
}

export interface LineChartProps {
  readonly id: string;
  readonly title: string;
  readonly points: readonly Point[];
  /** What a point is: "Månad". */
  readonly pointTitle: string;
  readonly valueTitle: string;
  /** The greatest value that there can be, where the scale has an end; otherwise the axis ends at the greatest there is. */
  readonly greatest?: number;
}

const [WIDTH, HEIGHT] = [360, 190];
const inside = { left: 34, right: 14, top: 14, bottom: 24 } as const;
const TARGET = 12;

/** A number over time, from zero; each point is a link to its cases. The same as a table below. */
export function LineChart(props: LineChartProps): VNode {
  const { id, title, points, greatest } = props;
  if (points.length === 0)
    return (
      <figure class="chart" aria-labelledby={`${id}-linje`}>
        <figcaption id={`${id}-linje`}>{title}</figcaption>
        <NothingToDraw when />
      </figure>
    );
  const top = greatest ?? Math.max(max(points, ({ value }) => value ?? 0) ?? 0, 1);
  const y = scaleLinear([0, top], [HEIGHT - inside.bottom, inside.top]).nice(4);
  const x = scalePoint(
    points.map(({ name }) => name),
    [inside.left, WIDTH - inside.right],
  ).padding(0.5);
  const drawn = line<Point>(
    (point) => x(point.name) ?? 0,
    (point) => y(point.value ?? 0),
  ).defined(({ value }) => value !== null)([...points]);
  const whole = y.ticks(4).filter(Number.isInteger);
  return (
    <figure class="chart" aria-labelledby={`${id}-linje`}>
      <figcaption id={`${id}-linje`}>{title}</figcaption>
      <svg class="line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <title>{title}</title>
        {whole.map((tick) => (
          <g key={tick}>
            <line class="grid" x1={inside.left} x2={WIDTH - inside.right} y1={y(tick)} y2={y(tick)} />
            <text x={inside.left - 6} y={y(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        <path class="drawn" d={drawn ?? ''} />
        {points.map((point, n) => (
          <g key={point.name}>
            {n % Math.ceil(points.length / 12) === 0 ? (
              <text x={x(point.name)} y={HEIGHT - 6} text-anchor="middle">
                {point.short}
              </text>
            ) : null}
            {point.value === null ? (
              <text x={x(point.name)} y={HEIGHT - inside.bottom - 4} text-anchor="middle" aria-label={`${point.name}: ej rapporterat`}>
                –
              </text>
            ) : (
              <a href={point.href} aria-label={`${point.name}: ${point.value}`}>
                <title>{`${point.name}: ${point.value}`}</title>
                <circle class="target" cx={x(point.name)} cy={y(point.value)} r={TARGET} />
                <circle class="point" cx={x(point.name)} cy={y(point.value)} r="4" />
              </a>
            )}
          </g>
        ))}
      </svg>
      <NotReportedNote when={points.some(({ value }) => value === null)} />
      <Twin {...props} />
    </figure>
  );
}

function Twin({ points, pointTitle, valueTitle, title }: LineChartProps): VNode {
  return (
    <details>
      <summary>Visa som tabell</summary>
      <table class="twin">
        <caption class="out-of-sight">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{pointTitle}</th>
            <th scope="col">{valueTitle}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.name}>
              <th scope="row">{point.name}</th>
              <td>{point.value === null ? <NotReported /> : <a href={point.href}>{point.value}</a>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
