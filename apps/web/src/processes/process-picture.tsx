import type { VNode } from 'preact';
import type { ProcessSeries } from '#domain/codes/processes';

interface Drawn {
  readonly code: string;
  readonly series: ProcessSeries;
  readonly name: string;
}

const [WIDTH, HEIGHT, GAP, POINT] = [760, 84, 8, 14];
/** Signs that fit on a line of a box, and lines that fit in it. */
const LETTERS = 15;
const LINES = 4;

/** The main processes as arrows in their order, the supporting ones as boxes under them. The list beside it says the same, so it is not read aloud. */
export function ProcessPicture({ processes }: { readonly processes: readonly Drawn[] }): VNode | null {
  const rows = [processes.filter(({ series }) => series === 'main'), processes.filter(({ series }) => series === 'support')].filter((row) => row.length > 0);
  if (rows.length === 0) return null;
  return (
    <svg class="process-picture" viewBox={`0 0 ${WIDTH} ${rows.length * (HEIGHT + GAP)}`} aria-hidden="true">
      {rows.map((row, n) => {
        const width = (WIDTH - GAP * (row.length - 1)) / row.length;
        return row.map(({ code, series, name }, m) => (
          <g key={code} class={series} transform={`translate(${m * (width + GAP)} ${n * (HEIGHT + GAP)})`}>
            <path class="box" d={series === 'main' ? arrow(width) : `M0 0H${width}V${HEIGHT}H0Z`} />
            {[code, ...linesOf(name, Math.floor((width / WIDTH) * 7 * LETTERS))].map((line, at) => (
              <text key={line} class={at === 0 ? 'words number' : 'words'} x={series === 'main' ? POINT + 4 : 8} y={17 + at * 14}>
                {line}
              </text>
            ))}
          </g>
        ));
      })}
    </svg>
  );
}

const arrow = (width: number): string => `M0 0H${width - POINT}L${width} ${HEIGHT / 2}L${width - POINT} ${HEIGHT}H0L${POINT} ${HEIGHT / 2}Z`;

/** A name in lines of at most so many signs where its words allow it; what does not fit ends with an ellipsis. */
function linesOf(name: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(/(?<=[ /-])/)) {
    const last = lines.at(-1);
    if (last !== undefined && (last + word).trimEnd().length <= letters) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  const fitted = lines.map((line) => (line.trim().length > letters ? `${line.slice(0, letters - 1)}…` : line.trim()));
  return fitted.length <= LINES ? fitted : [...fitted.slice(0, LINES - 1), `${fitted[LINES - 1]} …`];
}
