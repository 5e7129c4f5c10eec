import { isValidAt } from '../../codes/code.js';
import { endOfDay, stockholmDate } from '../../law/calendar.js';
import { dueFor, dueUnder } from '../../law/due.js';
import { ownPeriodOf } from '../../law/own-period.js';
import { type Rule, regulation, ruleAt } from '../../law/regulation.js';
import { clockStart, type Duty, type ExistingCase, isDecided, isOpen } from '../case.js';
import type { NewCaseEvent, OpenOf } from '../events.schema.js';
import { groundOf } from '../processes/ground.js';
import type { DutyRow, Process, WorkStage } from '../processes/process.js';
import type { Timed } from './context.js';
import { foldNew } from './foresee.js';

type Ending = OpenOf<'DutyClosed'>['as'];

/**
 * Opens what the stage sets going. `version` is that of the opening command's first event: the duty's id is
 * `<rule>#<version>`, so that a duty opened again is another one (docs/engine.md#duties).
 */
export function opened(process: Process, state: ExistingCase, stage: WorkStage, timed: Timed): NewCaseEvent[] {
  return process.duties
    .filter((row) => row.opens === stage && row.applies(state) && !isWaiting(state, row.rule) && !isDoneBefore(row, state))
    .flatMap((row) => openedFrom(row, state, row.runsFrom === 'received' ? clockStart(state) : timed.now, timed));
}

/** Decided as urgent before the case came to the stage of the decision: nothing is left to decide there. */
export const isDoneBefore = (row: DutyRow, state: ExistingCase): boolean => row.metBy === 'decision' && isDecided(state);

/**
 * Opens what the stage sets going when the case comes back to it, and the answer anew from now where the one that was given no
 * longer stands. One who can't or won't be answered is owed nothing.
 */
export function openedAgain(process: Process, state: ExistingCase, stage: WorkStage, timed: Timed): NewCaseEvent[] {
  const isAnswered = state.contact.feedback.some((given) => given.what === 'answer' && given.to === 'complainant');
  const answers = process.duties.filter((row) => row.metBy === 'answer' && row.applies(state) && !isWaiting(state, row.rule));
  return [
    ...opened(process, state, stage, timed),
    ...(isAnswered || state.desc.answerBy === 'none' ? [] : answers.flatMap((row) => openedFrom(row, state, timed.now, timed))),
  ];
}

/** Opens the duty, unless its rule did not exist yet on the day it would run from: then nothing was owed. */
export function openedFrom(row: DutyRow, state: ExistingCase, startedAt: string, timed: Timed): NewCaseEvent[] {
  return ruleHolds(row.rule, startedAt) ? [dutyOpened(row, state, startedAt, null, timed)] : [];
}

/** What a rule says from a start: the law of that day, and the municipality's own period where it has one. */
export function dueOfRule(rule: string, state: ExistingCase, startedAt: string, { organisation }: Timed) {
  const ground = groundOf(state);
  const day = stockholmDate(startedAt);
  const period = ownPeriodOf(ruleAt(rule, day, ground), day, organisation.settings.deadlines);
  return { ...dueFor(rule, startedAt, { ground, ...(period === null ? {} : { period }) }), period };
}

/** One duty, its dates computed once under the law of the day it starts. `dueAt`: a day that somebody has decided. */
export function dutyOpened(
  row: Pick<DutyRow, 'rule' | 'owner'>,
  state: ExistingCase,
  startedAt: string,
  subject: string | null,
  timed: Timed,
  dueAt?: string,
): NewCaseEvent {
  const due = dueOfRule(row.rule, state, startedAt, timed);
  const { version } = state;
  return {
    type: 'DutyOpened',
    open: {
      id: subject === null ? `${row.rule}#${version}` : `${row.rule}#${version}.${subject.slice(0, 8)}`,
      rule: due.rule,
      ruleVersion: due.ruleVersion,
      basis: due.basis,
      type: due.type,
      owner: `${row.owner}@${state.desc.unit ?? 'none'}`,
      subject,
      startedAt: due.startedAt,
      dueAt: dueAt === undefined ? due.dueAt : wholeDay(dueAt),
      duePrecision: dueAt === undefined ? due.duePrecision : 'day',
      targetAt: due.targetAt,
      period: dueAt === undefined ? due.period : null,
    },
  };
}

/** A new start, or a day that has been decided: the same duty with other dates. No event where nothing differs. */
export function recalculated(duty: Duty, state: ExistingCase, startedAt: string, timed: Timed, dueAt?: string): NewCaseEvent[] {
  if (!ruleHolds(duty.rule, startedAt)) return [];
  const due = dueOfRule(duty.rule, state, startedAt, timed);
  const newDue = dueAt === undefined ? due.dueAt : wholeDay(dueAt);
  if (newDue === duty.dueAt && due.targetAt === duty.targetAt && startedAt === duty.startedAt) return [];
  return [
    {
      type: 'DeadlineRecalculated',
      open: {
        id: duty.id,
        startedAt,
        old: duty.dueAt,
        new: newDue,
        oldTarget: duty.targetAt,
        newTarget: due.targetAt,
        why: 'start',
        period: dueAt === undefined ? due.period : null,
      },
    },
  ];
}

/**
 * Open duties that rest on another wording than they stand under: a duty of law that was unfinished when the law changed rests on the new
 * one from that day (docs/law/README.md#the-law-on-a-day), and a case that was placed under another law on that law's. What an authority asked for keeps the
 * law of the day of its letter. So do those that the municipality's own period now gives another day (docs/decisions/0031). Stored by the next command in
 * the case, reminders included; shown from the day itself (`underLawOf`).
 */
export function reworded(state: ExistingCase, timed: Timed): NewCaseEvent[] {
  return state.duties
    .filter(({ closed: end, rule, startedAt }) => end === null && ruleHolds(rule, startedAt))
    .flatMap((duty) => rewordedDuty(duty, state, timed));
}

function rewordedDuty(duty: Duty, state: ExistingCase, timed: Timed): NewCaseEvent[] {
  const ground = groundOf(state);
  const first = ruleAt(duty.rule, stockholmDate(duty.startedAt), ground);
  const rule = first.basis === 'law' ? ruleAt(duty.rule, stockholmDate(timed.now), ground) : first;
  if (rule.version === duty.ruleVersion) return withOwnPeriod(duty, rule, state, timed);
  const { targetAt } = dueUnder(rule, duty.startedAt);
  return [
    {
      type: 'DeadlineRecalculated',
      open: {
        id: duty.id,
        startedAt: duty.startedAt,
        old: duty.dueAt,
        new: rule.type === 'period' ? dueOfRule(duty.rule, state, duty.startedAt, timed).dueAt : duty.basis === 'local' ? null : duty.dueAt,
        oldTarget: duty.targetAt,
        newTarget: targetAt,
        why: 'law',
        ruleVersion: rule.version,
        basis: rule.basis,
        type: rule.type,
      },
    },
  ];
}

/** A day that was counted by another period than the municipality's own now. One that somebody has decided was not counted, and stays. */
function withOwnPeriod(duty: Duty, rule: Rule, state: ExistingCase, timed: Timed): NewCaseEvent[] {
  const period = ownPeriodOf(rule, stockholmDate(duty.startedAt), timed.organisation.settings.deadlines);
  // Asked before any day is counted: it is asked of every open duty at every command.
  if (rule.basis !== 'local' || period === duty.period || isDecidedDay(duty, rule, state)) return [];
  const { dueAt } = dueOfRule(duty.rule, state, duty.startedAt, timed);
  return dueAt === duty.dueAt
    ? []
    : [
        {
          type: 'DeadlineRecalculated',
          open: {
            id: duty.id,
            startedAt: duty.startedAt,
            old: duty.dueAt,
            new: dueAt,
            oldTarget: duty.targetAt,
            newTarget: duty.targetAt,
            why: 'setting',
            period,
          },
        },
      ];
}

function isDecidedDay(duty: Duty, rule: Rule, { remedy }: ExistingCase): boolean {
  const counted = dueUnder(rule, duty.startedAt, duty.period === null ? {} : { period: duty.period }).dueAt;
  return counted !== duty.dueAt || remedy.actions.some(({ actionId, effectDueAt }) => actionId === duty.subject && effectDueAt !== null);
}

/**
 * The case as the law and the municipality's own periods have it at an instant: a law that has changed since the last command holds for what is unfinished
 * from its day, whether anything has happened in the case or not (docs/law/README.md#the-law-on-a-day). For those who look; what is stored waits for the next command.
 */
export function underLawOf(state: ExistingCase, timed: Timed): ExistingCase {
  const events = isOpen(state) ? reworded(state, timed) : [];
  return events.length === 0 ? state : { ...state, duties: foldNew(state, events, timed.now).duties };
}

const wholeDay = (instant: string): string => endOfDay(stockholmDate(instant));
/** Did the rule exist on the day it would run from? Else nothing was owed. */
export const ruleHolds = (rule: string, startedAt: string): boolean => regulation.some((row) => row.id === rule && isValidAt(row, stockholmDate(startedAt)));
export const isWaiting = (state: ExistingCase, rule: string): boolean => state.duties.some((duty) => duty.rule === rule && duty.closed === null);

/** Closes the open duties that a test picks. `at`, if what met them was done before it was written down. */
export function closed(state: ExistingCase, which: (duty: Duty) => boolean, as: Ending, reason: string | null = null, at?: string): NewCaseEvent[] {
  return state.duties.filter((duty) => duty.closed === null && which(duty)).map((duty) => ({ type: 'DutyClosed', at, open: { id: duty.id, as, reason } }));
}

/** Duties of this process that are met in this way. */
export function metBy(process: Process, how: DutyRow['metBy']): (duty: Duty) => boolean {
  const rules = process.duties.filter((row) => row.metBy === how).map((row) => row.rule);
  return (duty) => rules.includes(duty.rule);
}

/** Duties that belong to a stage: met when it is left forwards, if nothing has met them before. */
export function ofStage(process: Process, stage: WorkStage): (duty: Duty) => boolean {
  const rules = process.duties.filter((row) => row.opens === stage && (row.metBy === 'leaving' || row.metBy === 'decision')).map((row) => row.rule);
  return (duty) => rules.includes(duty.rule);
}
