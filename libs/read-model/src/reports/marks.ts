import type { Counted } from './report.js';

/** Where a case may have several marks, the number of marks is given apart from the number of cases (R-034, AC-07). */
export const severalNote = ({ count, cases }: Pick<Counted, 'count' | 'cases'>): readonly string[] =>
  count !== null && cases !== null && count !== cases ? [`Ett ärende kan ha flera kategorier: ${count} markeringar i ${cases} ärenden.`] : [];

/** The meanings of "annat" in the division's own words, and a warning where none was given. */
export function otherNotes({ details, withinDivision }: Counted): readonly string[] {
  const other = details.filter(({ row }) => row === 'other');
  const unexplained = other.filter(({ label }) => label === null).reduce((sum, { n }) => sum + n, 0);
  const named = withinDivision ? other.flatMap(({ label, n }) => (label === null ? [] : [`Annat: ${label} – ${n}`])) : [];
  return [...named, ...(unexplained === 0 ? [] : [`Varning: ${unexplained} av ”Annat” saknar förklaring.`])];
}
