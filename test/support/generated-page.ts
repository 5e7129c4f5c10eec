import { readFileSync, writeFileSync } from 'node:fs';

const docs = new URL('../../docs/', import.meta.url);
/** `DRAW=1` writes the generated parts anew. */
const draws = process.env['DRAW'] === '1';

/** Expects the part of a page of docs/ that follows `heading`, to its end, to be `part`. What stands before the heading is prose. */
export function isGenerated(page: string, heading: string, part: string): void {
  const file = new URL(page, docs);
  const text = readFileSync(file, 'utf8');
  const [prose] = text.split(`\n${heading}\n`) as [string];
  const whole = `${prose.trimEnd()}\n\n${heading}\n\n${part}`.replace(/\n*$/, '\n');
  if (draws) writeFileSync(file, whole);
  expect(readFileSync(file, 'utf8')).toBe(whole);
}
