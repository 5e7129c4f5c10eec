/** A row or a point of a chart: its name, and its number where there is one. */
export interface Counted {
  readonly label: string;
  /** Null is not known. */
  readonly value: number | null;
}

/** Where so many share the greatest number, naming them says nothing. */
const MOST_NAMED = 3;

const listed = (labels: readonly string[]): string => (labels.length === 1 ? (labels[0] ?? '') : `${labels.slice(0, -1).join(', ')} och ${labels.at(-1)}`);

/** A row without a number may have more than any that is shown. */
const ofShown = (rows: readonly Counted[]): string => (rows.some(({ value }) => value === null) ? ' av det som visas' : '');

/**
 * What a chart of counts says, in one line for its title: "Flest: Utförande, 111 av 267". Null where nothing stands out: no number is known or
 * above zero, there is one row alone, or too many share the greatest. Where a row has no number, it is said that only what is shown is compared,
 * and not of how many.
 */
export function mostOf(rows: readonly Counted[]): string | null {
  const most = Math.max(...rows.map(({ value }) => value ?? 0), 0);
  const first = rows.filter(({ value }) => value === most).map(({ label }) => label);
  if (most === 0 || rows.length < 2 || first.length === rows.length || first.length > MOST_NAMED) return null;
  const says = `Flest${ofShown(rows)}: ${listed(first)}, ${most}`;
  if (first.length > 1) return `${says} var`;
  return ofShown(rows) === '' ? `${says} av ${rows.reduce((sum, { value }) => sum + (value ?? 0), 0)}` : says;
}

/** The same of times: "Längst: Hemtjänst Norra, 12 dagar". */
export function longestOf(rows: readonly Counted[], measure: string): string | null {
  const [longest, next] = [...rows].filter(({ value }) => value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  if (longest === undefined || next === undefined || longest.value === next.value) return null;
  return `Längst${ofShown(rows)}: ${longest.label}, ${longest.value} ${measure}`;
}

/** What a curve says: its highest and lowest point, where each is one alone and every point has its number. Null otherwise. */
export function highestAndLowest(points: readonly { readonly name: string; readonly value: number | null }[]): string | null {
  const known = points.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  const at = (value: number) => known.filter((point) => point.value === value).map(({ name }) => name);
  const [high, low] = [Math.max(...known.map(({ value }) => value)), Math.min(...known.map(({ value }) => value))];
  if (known.length < Math.max(points.length, 3) || at(high).length > 1) return null;
  return `flest i ${at(high)[0]}, ${high}${at(low).length > 1 ? '' : `, minst i ${at(low)[0]}, ${low}`}`;
}
