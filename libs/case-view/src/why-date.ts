import type { Duty } from '#domain/case/case';
import { daysOff, stockholmDate } from '#domain/law/calendar';
import { type DayOff, dayOffOf } from '#domain/law/due';
import { type Rule, regulation, ruleAt, wordingOf as wordingNamed } from '#domain/law/regulation';

/** Whose the day is: law's only where a law that has been read gives a number; else an authority's letter, or the municipality's own. */
export type WhoseDay = 'law' | 'authority' | 'own' | 'nobody';

/** How a day came about, all that is needed to count it again by hand. */
export interface WhyDate {
  /** In the wording that the duty was opened under. */
  readonly rule: Rule;
  readonly whose: WhoseDay;
  readonly startedAt: string;
  /** The period by which the day was counted: the municipality's own, or the rule's; else its own target; null where there is none. */
  readonly period: string | null;
  readonly inWorkingDays: boolean;
  /** Weekdays off that the count has stepped over, as dates. */
  readonly steppedOver: readonly string[];
  /** The day that was counted is a day off: that day, and the next working day, on which a time of statute ends (lag 1930:173, 2 §). */
  readonly dayOff: DayOff | null;
  readonly due: string | null;
  readonly recalculated: readonly { readonly at: string; readonly old: string | null; readonly why: string }[];
}

type Told = { readonly type: string; readonly at: string; readonly open: Readonly<Record<string, unknown>> };

/** Why a duty has the day it has. `events`: the case's, for what has been counted anew. */
export function whyDate(duty: Duty, events: readonly Told[]): WhyDate {
  const rule = wordingOf(duty);
  const period = duty.period ?? rule.period ?? rule.target;
  const due = duty.dueAt ?? duty.targetAt;
  const started = stockholmDate(duty.startedAt);
  const dueDay = due === null ? null : stockholmDate(due);
  return {
    rule,
    whose: whoseDay(duty, rule),
    startedAt: duty.startedAt,
    period,
    inWorkingDays: (period ?? '').endsWith('BD'),
    steppedOver: period?.endsWith('BD') && dueDay !== null ? weekdaysOff(started, dueDay) : [],
    dayOff: dayOffOf(duty, rule),
    due,
    recalculated: events.flatMap(({ type, at, open }) =>
      type === 'DeadlineRecalculated' && open['id'] === duty.id
        ? [{ at, old: (open['old'] ?? open['oldTarget'] ?? null) as string | null, why: String(open['why']) }]
        : [],
    ),
  };
}

/** The day is a law's only where the rule has been found in law with a number: what nobody has verified is the municipality's own word. */
export function whoseDay(duty: Pick<Duty, 'basis' | 'dueAt' | 'targetAt'>, rule: Pick<Rule, 'verified'>): WhoseDay {
  if (duty.dueAt === null && duty.targetAt === null) return 'nobody';
  if (duty.basis === 'authority') return duty.dueAt === null ? 'own' : 'authority';
  return duty.basis === 'law' && duty.dueAt !== null && rule.verified !== 'unverified' ? 'law' : 'own';
}

/** The wording that the duty rests on, whatever day it is. */
export const wordingOf = (duty: Pick<Duty, 'rule' | 'ruleVersion' | 'startedAt'>): Rule =>
  wordingNamed(duty.rule, duty.ruleVersion) ?? ruleAt(duty.rule, stockholmDate(duty.startedAt));

/** Whether the nearest day of a case is a law's, where only the rule is at hand. */
export const isLawsDay = (basis: string | null, rule: string | null): boolean =>
  basis === 'law' && regulation.some((row) => row.id === rule && row.verified !== 'unverified');

function weekdaysOff(from: string, to: string): readonly string[] {
  const years = new Set([Number(from.slice(0, 4)), Number(to.slice(0, 4))]);
  return [...years]
    .flatMap((year) => [...daysOff(year)])
    .filter((day) => day > from && day <= to && !isWeekend(day))
    .sort();
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
