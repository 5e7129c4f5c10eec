import { addDuration, stockholmDate } from './calendar.js';
import { regulation } from './regulation.js';
import type { Rule } from './rules/rule.js';

/** A period that the municipality has set for one of its own deadlines: ISO in days, weeks or months, or `P10BD` in working days. */
export interface OwnPeriod {
  /** The day (YYYY-MM-DD) from which it holds. */
  readonly from: string;
  readonly period: string;
}

/** By the id of the rule; every period that has been set, those to come among them. */
export type OwnPeriods = Readonly<Record<string, readonly OwnPeriod[]>>;

/** The rules whose time is the municipality's own to set: no law gives it, and none is perhaps behind it. */
export const settableRules: readonly Rule[] = regulation.filter(
  ({ basis, type, period, perhapsStatute }) => basis === 'local' && type === 'period' && period !== null && perhapsStatute === undefined,
);

/** The municipality's own period for a duty that begins on a day; null where the rule's standard holds (docs/decisions/0031). */
export function ownPeriodOf(rule: Pick<Rule, 'id'>, started: string, own: OwnPeriods): string | null {
  const standard = settableRules.find(({ id }) => id === rule.id)?.period ?? null;
  const set = own[rule.id];
  if (standard === null || set === undefined) return null;
  return set
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .reduce<string | null>((held, { from, period }) => (holdsFor(started, held ?? standard, period, from) ? period : held), null);
}

/**
 * A new period holds for what begins on its day or later. It also holds for what runs already, if that ends on its day or later by the old period and by the
 * new: what ran out before that day stays late, and nothing is made late by the change.
 */
const holdsFor = (started: string, before: string, period: string, from: string): boolean =>
  from <= started || [before, period].every((one) => addDuration(started, one) >= from);

/** Why a rule's time can't be set: the law that gives it, or that there is no such rule. Null where it can. */
export function whyNotSettable(id: string): string | null {
  if (settableRules.some((rule) => rule.id === id)) return null;
  const wordings = regulation.filter((row) => row.id === id);
  const rule = wordings.at(-1);
  if (rule === undefined) return `Fristen ${id} finns inte`;
  if (rule.basis === 'local') return `${rule.name} följer kanske av lag (${rule.source}) och kan inte ändras här`;
  // The same duty may be written in several laws.
  const laws = [...new Set(wordings.filter(({ validTo }) => validTo === null).map(({ law }) => law))];
  return `${rule.name} styrs av ${laws.join(' och ')} och kan inte ändras av kommunen`;
}

/** An open duty of a settable rule: the instants at which it began and falls due. */
export interface Running {
  readonly startedAt: string;
  readonly dueAt: string;
}

/** What a change makes of a running duty: its day before and after (YYYY-MM-DD); null where the day stands, since it ends too early or somebody has decided it. */
export function movedBy({ startedAt, dueAt }: Running, rule: Rule, own: OwnPeriods, change: OwnPeriod): { readonly from: string; readonly to: string } | null {
  const started = stockholmDate(startedAt);
  const dayBy = (periods: OwnPeriods) => addDuration(started, ownPeriodOf(rule, started, periods) ?? rule.period ?? 'P0D');
  const others = (own[rule.id] ?? []).filter(({ from }) => from !== change.from);
  const [from, to] = [dayBy(own), dayBy({ ...own, [rule.id]: [...others, change] })];
  return from === stockholmDate(dueAt) && to !== from ? { from, to } : null;
}

/** The period that holds on a day, and those that have been set for a later day, in order. */
export function periodsFrom(rule: Rule, own: OwnPeriods, today: string): { readonly now: string; readonly later: readonly OwnPeriod[] } {
  const set = (own[rule.id] ?? []).toSorted((a, b) => a.from.localeCompare(b.from));
  return { now: set.findLast(({ from }) => from <= today)?.period ?? rule.period ?? 'P0D', later: set.filter(({ from }) => from > today) };
}
