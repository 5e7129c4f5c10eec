import { addDuration, stockholmDate } from '#domain/law/calendar';

/** How soon something is due, by the day in Stockholm: what is late by now, today, tomorrow, later, and what has no date. */
export type Urgency = 'late' | 'today' | 'tomorrow' | 'later' | 'undated';

export const urgencyText: Readonly<Record<Urgency, string>> = {
  late: 'Försenat',
  today: 'I dag',
  tomorrow: 'I morgon',
  later: 'Senare',
  undated: 'Utan frist',
};

/** The shape beside the colour, as of a due date. */
export const urgencyMark: Readonly<Record<Urgency, string>> = { late: '■ ', today: '▲ ', tomorrow: '▲ ', later: '', undated: '' };

/** @param due an instant, or null @param now an instant */
export function urgencyOf(due: string | null, now: string): Urgency {
  if (due === null) return 'undated';
  if (due < now) return 'late';
  const [day, today] = [stockholmDate(due), stockholmDate(now)];
  return day === today ? 'today' : day === addDuration(today, 'P1D') ? 'tomorrow' : 'later';
}

/** Rows that are sorted soonest first, in groups of the same urgency; a group without rows is left out. */
export function byUrgency<R extends { readonly due: string | null }>(rows: readonly R[], now: string): readonly { urgency: Urgency; rows: readonly R[] }[] {
  const groups = new Map<Urgency, R[]>();
  for (const row of rows) {
    const urgency = urgencyOf(row.due, now);
    const group = groups.get(urgency) ?? [];
    groups.set(urgency, group);
    group.push(row);
  }
  return [...groups].map(([urgency, of]) => ({ urgency, rows: of }));
}
