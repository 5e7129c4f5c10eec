import type { CheckVerdict } from '#domain/codes/self-checks';
import type { RecordItem } from '#read-model/record-list';

/** How an occasion of a check stands. */
export type Mark = CheckVerdict | 'late' | 'planned';

const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

/** The occasions that have their verdict, from the facts of the record: the day each was to be made, and what came of it. */
export const performed = ({ facts }: Pick<RecordItem, 'facts'>): readonly { readonly due: string; readonly verdict: CheckVerdict }[] =>
  listed(facts['performed']).map((text) => ({ due: text.slice(0, 10), verdict: text.slice(11) as CheckVerdict }));

/** A check month by month (01–12) in a year; null where it has nothing that month. The later of two occasions of one month is shown. */
export function yearOf(item: Pick<RecordItem, 'facts' | 'due' | 'closed'>, year: number, today: string): readonly (Mark | null)[] {
  const made = performed(item);
  const months = listed(item.facts['months']);
  return Array.from({ length: 12 }, (_, n) => {
    const month = `${year}-${String(n + 1).padStart(2, '0')}`;
    const verdict = made.findLast(({ due }) => due.startsWith(month))?.verdict;
    if (item.closed || item.due === null) return verdict ?? null;
    if (item.due.startsWith(month)) return item.due < today ? 'late' : 'planned';
    if (verdict !== undefined) return verdict;
    return month > item.due.slice(0, 7) && months.includes(month.slice(5)) ? 'planned' : null;
  });
}
