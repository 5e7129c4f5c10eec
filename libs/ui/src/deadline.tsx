import type { VNode } from 'preact';
import { isWorkingDay, stockholmDate, workingDaysBetween } from '#domain/law/calendar';

// Made once: making one takes longer than all it writes on a page of fifty cases.
const inStockholm = (how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', ...how });
const SHORT_DAY = inStockholm({ weekday: 'short', day: 'numeric', month: 'short' });
const DAY_AND_MONTH = inStockholm({ day: 'numeric', month: 'short' });
const DAY_MONTH_YEAR = inStockholm({ day: 'numeric', month: 'short', year: 'numeric' });
const CLOCK_TIME = inStockholm({ hour: '2-digit', minute: '2-digit' });
const LONG_DATE = inStockholm({ day: 'numeric', month: 'long', year: 'numeric' });
const LONG_MOMENT = inStockholm({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** "tors 14 nov" */
export const shortDay = (instant: string): string => SHORT_DAY.format(new Date(instant)).replaceAll('.', '');

/** "14 nov", "14 nov 2025" where the year is another than now's. */
export const dayAndMonth = (instant: string, now: string): string =>
  (instant.slice(0, 4) === now.slice(0, 4) ? DAY_AND_MONTH : DAY_MONTH_YEAR).format(new Date(instant)).replaceAll('.', '');

/** "14:32" */
export const clockTime = (instant: string): string => CLOCK_TIME.format(new Date(instant));

/** "22 november 2026", of a date or an instant. */
export const longDate = (day: string): string => LONG_DATE.format(new Date(day));

/** "14 november 2026 kl. 08:00" */
export const longMoment = (instant: string): string => LONG_MOMENT.format(new Date(instant));

/** "tors 14 nov, 3 arbetsdagar kvar", "lör 16 nov (ledig dag), 1 arbetsdag kvar", "försenad 2 arbetsdagar". */
export function dueText(due: string, now: string): string {
  const today = stockholmDate(now);
  const dueDay = stockholmDate(due);
  const day = `${shortDay(due)}${isWorkingDay(dueDay) ? '' : ' (ledig dag)'}`;
  if (due < now) {
    const late = workingDaysBetween(dueDay, today);
    return `${day}, försenad${late > 0 ? ` ${late} ${late === 1 ? 'arbetsdag' : 'arbetsdagar'}` : ''}`;
  }
  if (dueDay === today) return `${day}, i dag`;
  const left = workingDaysBetween(today, dueDay);
  return `${day}, ${left} ${left === 1 ? 'arbetsdag' : 'arbetsdagar'} kvar`;
}

export interface DeadlineProps {
  readonly due: string | null;
  readonly now: string;
  readonly isLaw: boolean;
  /** The law has a word and no number: the day is the municipality's own target, and says so. */
  readonly ownTarget?: boolean;
}

/** A due date in word and shape: ⚖ where it rests on law, ■ when late, ▲ within three days; “eget mål” where the law gives no number. */
export function Deadline({ due, now, isLaw, ownTarget = false }: DeadlineProps): VNode {
  if (due === null) return <span class="due">utan datum</span>;
  const late = due < now;
  const soon = !late && Date.parse(due) - Date.parse(now) < 3 * 86_400_000;
  return (
    <span class={`due${late ? ' late' : soon ? ' soon' : ''}`}>
      <span aria-hidden="true">{late ? '■ ' : soon ? '▲ ' : ''}</span>
      {dueText(due, now)}
      {ownTarget ? ' (kommunens eget mål)' : null}
      {isLaw ? (
        <span class="by-law">
          {' '}
          <span aria-hidden="true">⚖</span> enligt lag
        </span>
      ) : null}
    </span>
  );
}
