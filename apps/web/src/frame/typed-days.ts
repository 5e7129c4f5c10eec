import { isDay } from '#domain/days';
import { daysBefore } from '#domain/law/calendar';
import type { Fault } from '#ui/error-summary';
import { type FormBody, textOf } from './request.js';

/** The days of a search, both counted in. */
export interface TypedDays {
  readonly from: string;
  readonly tom: string;
  readonly faults: readonly Fault[];
}

/** The days from and to which a search asks for (`from`, `tom`), and what is wrong with them; where none are named, the last `days` up to today. */
export function typedDays(asked: FormBody, today: string, days: number, words: { readonly day: string; readonly order: string }): TypedDays {
  const from = textOf(asked, 'from') || daysBefore(today, days);
  const tom = textOf(asked, 'tom') || today;
  const faults = [
    ...(isDay(from) ? [] : [{ field: 'from', text: words.day }]),
    ...(isDay(tom) ? [] : [{ field: 'tom', text: words.day }]),
    ...(isDay(from) && isDay(tom) && tom < from ? [{ field: 'tom', text: words.order }] : []),
  ];
  return { from, tom, faults };
}
