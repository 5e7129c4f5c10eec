import { isDay } from '#domain/days';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { lastDay, month, type Period, periodName, tertial, tertialOf, wholeYear } from '#read-model/reports/periods';
import type { Option } from '#ui/field';
import { type FormBody, textOf } from '../frame/request.js';

/** A form sends its empty fields too; an empty field is no condition. */
const stated = (query: FormBody): FormBody => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));

const OWN_DAYS = 'egna';
const NAMED = /^((?:19|20|21)\d\d)(?:-([123]|0[1-9]|1[0-2]))?$/;

/**
 * The query of a page of figures, as the reports take it. A named period ("2026", "2026-3") goes before days; `tom` is the
 * last day included, where `to` is the first that is not; an invalid day is left for the report's own schema to refuse.
 */
export function reportQueryOf(asked: FormBody): FormBody {
  const { period, tom, ...query } = stated(asked);
  const named = periodNamed(typeof period === 'string' ? period : '');
  if (named !== null) return { ...query, ...named };
  if (typeof tom !== 'string') return query;
  return { ...query, to: isDay(tom) ? addDuration(tom, 'P1D') : tom };
}

/** "2026", "2026-3" (the third tertial) or "2026-03" (March); null for anything else. */
export function periodNamed(name: string): Period | null {
  const [, year, n] = NAMED.exec(name) ?? [];
  if (year === undefined) return null;
  if (n === undefined) return wholeYear(Number(year));
  return n.length === 2 ? month(Number(year), Number(n)) : tertial(Number(year), Number(n) as 1 | 2 | 3);
}

/** How many years a list of periods goes back. */
const YEARS = 4;

/** Periods to choose among: this year's and the last's tertials, and whole years, newest first; always including the chosen one. */
export function periodOptions(chosen: Period, now: string, own = true): { readonly options: readonly Option[]; readonly value: string } {
  const today = stockholmDate(now);
  const year = Number(today.slice(0, 4));
  const tertials = [year, year - 1].flatMap((each) => ([3, 2, 1] as const).map((n) => ({ value: `${each}-${n}`, period: tertial(each, n) })));
  const years = Array.from({ length: YEARS }, (_, n) => ({ value: String(year - n), period: wholeYear(year - n) }));
  const name = periodName(chosen);
  const all = [...tertials.filter(({ period }) => period.from <= tertialOf(today).from), ...years].map(({ value, period }) => ({
    value,
    label: periodName(period),
  }));
  const known = all.find(({ label }) => label === name);
  const extra = known === undefined && /^\d{4}$/.test(name) ? [{ value: name, label: name }] : [];
  return {
    options: [...all, ...extra, ...(own ? [{ value: OWN_DAYS, label: 'Egna datum' }] : [])],
    value: known?.value ?? extra[0]?.value ?? OWN_DAYS,
  };
}

/** What the fields of the form show of a period. */
export const daysOf = (period: Period): { readonly from: string; readonly tom: string } => ({ from: period.from, tom: lastDay(period) });

/** "compare" as it was asked. */
export const comparedWith = (asked: FormBody): 'previous' | 'year' | null => {
  const compare = textOf(asked, 'compare');
  return compare === 'previous' || compare === 'year' ? compare : null;
};
