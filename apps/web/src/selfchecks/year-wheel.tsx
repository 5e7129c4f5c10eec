import type { VNode } from 'preact';
import { months } from '#domain/codes/self-checks';
import { selfCheckTexts as said } from '#text/self-check';
import type { Mark } from './year.js';

export interface WheelRow {
  readonly href: string;
  readonly name: string;
  /** Twelve, from January. */
  readonly marks: readonly (Mark | null)[];
}

const SIZE = 380;
const MIDDLE = SIZE / 2;
const [OUTER, INNER, NAMES] = [146, 44, 174] as const;
/** Marks smaller than this have no sign in them. */
const SIGN_FROM = 6;

/** A point at a month's angle, January at the top and on clockwise. */
function at(month: number, radius: number): { readonly x: number; readonly y: number } {
  const angle = ((month + 0.5) / 12) * 2 * Math.PI - Math.PI / 2;
  return { x: MIDDLE + radius * Math.cos(angle), y: MIDDLE + radius * Math.sin(angle) };
}

/** The year as a wheel: a ring for each check from the outside in, a mark for each occasion. `current` is the month of today, 0–11, or null. */
export function YearWheel({ year, rows, current }: { readonly year: number; readonly rows: readonly WheelRow[]; readonly current: number | null }): VNode {
  const step = Math.min(22, (OUTER - INNER) / rows.length);
  const size = Math.min(9, step / 2 - 0.5);
  const title = said.wheel(year, rows.length);
  return (
    <svg class="wheel" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={title}>
      {current === null ? null : <path class="now" d={sector(current)} />}
      {months.map((_, n) => {
        const [from, to] = [at(n - 0.5, INNER - 12), at(n - 0.5, OUTER + 10)];
        return <line key={n} class="spoke" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
      })}
      {rows.map(({ href }, n) => (
        <circle key={href} class="ring" cx={MIDDLE} cy={MIDDLE} r={OUTER - n * step} />
      ))}
      {months.map(({ label }, n) => (
        <text
          key={label}
          class={n === current ? 'name current' : 'name'}
          x={at(n, NAMES).x}
          y={at(n, NAMES).y}
          text-anchor="middle"
          dominant-baseline="central"
        >
          {label.slice(0, 3).toLowerCase()}
        </text>
      ))}
      {rows.flatMap(({ href, marks }, n) =>
        marks.map((mark, month) => {
          if (mark === null) return null;
          const { x, y } = at(month, OUTER - n * step);
          return (
            <g key={`${href} ${month}`} class={`mark ${mark}`}>
              <circle cx={x} cy={y} r={size} />
              {size < SIGN_FROM ? null : (
                <text x={x} y={y} text-anchor="middle" dominant-baseline="central">
                  {mark === 'planned' ? '' : said.signs[mark].sign}
                </text>
              )}
            </g>
          );
        }),
      )}
    </svg>
  );
}

/** The sector of a month, as a path. */
function sector(month: number): string {
  const [a, b, c, d] = [at(month - 0.5, INNER - 12), at(month - 0.5, OUTER + 10), at(month + 0.5, OUTER + 10), at(month + 0.5, INNER - 12)];
  return `M${a.x} ${a.y}L${b.x} ${b.y}A${OUTER + 10} ${OUTER + 10} 0 0 1 ${c.x} ${c.y}L${d.x} ${d.y}A${INNER - 12} ${INNER - 12} 0 0 0 ${a.x} ${a.y}Z`;
}

/** The same in words: what each check has in each month. */
export const YearTable = ({ year, rows }: { readonly year: number; readonly rows: readonly WheelRow[] }): VNode => (
  <div class="in-view">
    <table class="wheel-table">
      <caption>{said.table(year)}</caption>
      <thead>
        <tr>
          <th scope="col">{said.check}</th>
          {months.map(({ code, label }) => (
            <th scope="col" key={code} abbr={label}>
              {label.slice(0, 3).toLowerCase()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ href, name, marks }) => (
          <tr key={href}>
            <th scope="row">
              <a href={href}>{name}</a>
            </th>
            {marks.map((mark, n) => (
              <td key={months[n]?.code} class={mark === null ? 'none' : undefined} data-label={months[n]?.label}>
                {mark === null ? null : (
                  <span class={`mark ${mark}`}>
                    <span aria-hidden="true">{said.signs[mark].sign}</span>
                    <span class="word">{said.signs[mark].word}</span>
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** What the signs mean. */
export const Signs = (): VNode => (
  <ul class="wheel-signs" aria-hidden="true">
    {Object.entries(said.signs).map(([mark, { sign, word }]) => (
      <li key={mark}>
        <span class={`mark ${mark}`}>
          <span>{sign}</span>
        </span>{' '}
        {word}
      </li>
    ))}
  </ul>
);
