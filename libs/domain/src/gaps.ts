import type { Lack } from './errors.js';

/** What a template leaves to be written: "[FYLL I: vad som hände]". */
const GAP = /\[\s*FYLL\s+I\b[^\]\n]*\]?/giu;

/** The gaps that a text still has, each once. */
export const gapsIn = (text: string): readonly string[] => [...new Set(text.match(GAP) ?? [])];

/** Nothing is sent to anybody with a gap in it. */
export function lackOfGaps(text: string | undefined, field: string): Lack | null {
  const [first, ...more] = gapsIn(text ?? '');
  if (first === undefined) return null;
  return { field, text: `Texten har ${more.length === 0 ? 'en lucka' : `${more.length + 1} luckor`} kvar. Skriv eller ta bort: ${[first, ...more].join(' ')}` };
}
