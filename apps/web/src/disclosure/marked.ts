/** Words within a line that are left out: from and to (exclusive), counted in the line without spaces around it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const [OPEN, SHUT] = ['[[', ']]'];

/** A line that has the marks in it already can't be marked: it is given out or left out whole. */
export const canBeMarked = (line: string): boolean => !line.includes(OPEN) && !line.includes(SHUT);

/** What is marked in a copy of the line; null where nothing is, a mark is not closed, or the line is not the same but for the marks. */
export function spansIn(copy: string, line: string): readonly Span[] | null {
  const spans: Span[] = [];
  let plain = '';
  for (const [n, part] of copy.trim().split(OPEN).entries()) {
    const [marked, ...after] = part.split(SHUT);
    if (after.length !== (n === 0 ? 0 : 1)) return null;
    if (n > 0 && marked !== undefined && marked.trim() !== '') spans.push({ from: plain.length, to: plain.length + marked.length });
    plain += part.replace(SHUT, '');
  }
  return spans.length > 0 && canBeMarked(line) && plain.trim() === line.trim() ? spans : null;
}

/** A copy of the line in which these parts are marked. */
export const markedCopy = (line: string, spans: readonly Span[]): string => {
  const text = line.trim();
  const ends = [0, ...spans.map(({ to }) => to)];
  return [...spans.map(({ from, to }, n) => `${text.slice(ends[n], from)}${OPEN}${text.slice(from, to)}${SHUT}`), text.slice(ends.at(-1))].join('');
};

/** The line as it is given out. */
export function withoutSpans(line: string, spans: readonly Span[], instead: string): string {
  const text = line.trim();
  const ends = [0, ...spans.map(({ to }) => to)];
  return [...spans.map(({ from }, n) => text.slice(ends[n], from) + instead), text.slice(ends.at(-1))].join('');
}
