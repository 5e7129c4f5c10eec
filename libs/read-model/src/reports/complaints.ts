import type { Counted } from './report.js';

/** Praise stands apart from complaints, and is said beside them (R-016, AC-10). */
export function praiseNote({ aside, asideIncluded }: Counted): readonly string[] {
  if (aside === 0) return [];
  return [asideIncluded ? `Beröm är inräknat: ${aside}.` : `Beröm, som inte räknas in: ${aside}.`];
}
