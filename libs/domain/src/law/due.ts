import type { DutyBasis, DutyType } from '../codes/duties.js';
import { addDuration, endOfDay, stockholmDate, workingDayFrom } from './calendar.js';
import { type Ground, type Rule, ruleAt } from './regulation.js';

/** What a duty stores when it opens: computed once, never again from the rule. */
export interface Due {
  readonly rule: string;
  readonly ruleVersion: number;
  readonly basis: DutyBasis;
  readonly type: DutyType;
  readonly law: string;
  readonly startedAt: string;
  /** The date of the law, an authority or a local rule; null where none gives a number. */
  readonly dueAt: string | null;
  readonly duePrecision: 'day' | 'minute' | null;
  /** The internal target, never law. */
  readonly targetAt: string | null;
}

export interface DueOptions {
  /** A setting that takes the place of the rule's own target. */
  readonly target?: string;
  /** A setting that takes the place of a local rule's period; law's periods can't be set. */
  readonly period?: string;
  /** The law the case stands on. */
  readonly ground?: Ground | null;
  /** The day an authority's letter names. */
  readonly letterDate?: string;
}

/** The law of the trigger: the rule in force on the Stockholm date when the clock started. */
export function dueFor(ruleId: string, startedAt: string, options: DueOptions = {}): Due {
  return dueUnder(ruleAt(ruleId, stockholmDate(startedAt), options.ground), startedAt, options);
}

export function dueUnder(rule: Rule, startedAt: string, options: DueOptions = {}): Due {
  if (options.period !== undefined && rule.basis !== 'local') throw new RangeError(`${rule.id} is no local rule: its period is no setting`);
  const started = stockholmDate(startedAt);
  const dueDay = dueDayOf(rule, started, options);
  const target = options.target ?? rule.target;
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    basis: rule.basis,
    type: rule.type,
    law: rule.law,
    startedAt,
    dueAt: dueDay === null ? null : endOfDay(dueDay),
    duePrecision: dueDay === null ? null : 'day',
    targetAt: target === null ? null : endOfDay(addDuration(started, target)),
  };
}

function dueDayOf(rule: Rule, started: string, options: DueOptions): string | null {
  switch (rule.type) {
    case 'dutyNoTime':
    case 'promptness':
      return null;
    case 'period':
      return lastDay(rule, started, options.period ?? rule.period);
    case 'setByAuthority':
      return options.letterDate ?? null;
    case 'annualDate':
      throw new RangeError(`${rule.id} falls on a date of the year, not after a start`);
    default:
      return rule.type satisfies never;
  }
}

/** Lag (1930:173) 2 §: a time set by statute that ends on a day off ends on the next working day. A local rule does not move. */
function lastDay(rule: Rule, started: string, period: string | null): string {
  if (period === null) throw new RangeError(`${rule.id} is a period without one`);
  const day = addDuration(started, period);
  return rule.basis === 'law' ? workingDayFrom(day) : day;
}

/** The day off that a time was counted to, and the working day on which a time of statute then ends (lag 1930:173, 2 §). */
export interface DayOff {
  readonly nominal: string;
  readonly shifted: string;
}

/** Null where the last day is a working day, or where the time is not set by statute and does not follow one. */
export function dayOffOf({ startedAt, dueAt }: Pick<Due, 'startedAt' | 'dueAt'>, rule: Rule): DayOff | null {
  if (rule.period === null || dueAt === null || !(rule.basis === 'law' || rule.perhapsStatute === true)) return null;
  const nominal = addDuration(stockholmDate(startedAt), rule.period);
  const shifted = workingDayFrom(nominal);
  // A day that somebody has decided was not computed.
  return nominal === shifted || ![nominal, shifted].includes(stockholmDate(dueAt)) ? null : { nominal, shifted };
}
