import { endOfDay } from '../../law/calendar.js';
import { type Duty, type ExistingCase, isOpen } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { FactDuty, Owed, Process } from '../processes/process.js';
import type { Timed } from './context.js';
import { closed, dutyOpened, recalculated, reworded, ruleHolds } from './duties.js';
import { foldNew } from './foresee.js';

/**
 * The events, and the duties that follow the facts they state: begun when something is owed, moved when its day moves, met when it is
 * done, withdrawn when it is owed no longer. Each is an event of its own; nothing is recomputed in silence.
 */
export function followed(state: ExistingCase, events: readonly NewCaseEvent[], process: Process, timed: Timed): NewCaseEvent[] {
  if (events.length === 0) return [];
  const then = foldNew(state, events, timed.now);
  return isOpen(then) ? [...events, ...following(then, process, timed)] : [...events];
}

/** What has to be opened, moved or closed for the duties to agree with the facts, and with the law of the day. */
export function following(then: ExistingCase, process: Process, timed: Timed): NewCaseEvent[] {
  const settling = process.alongside.flatMap((row) => settled(row, then, timed));
  return [...settling, ...reworded(settling.length === 0 ? then : foldNew(then, settling, timed.now), timed)];
}

function settled(row: FactDuty, then: ExistingCase, timed: Timed): NewCaseEvent[] {
  const owed = row.owed(then);
  const waiting = then.duties.filter((duty) => duty.rule === row.rule && duty.closed === null);
  const same = (duty: Duty, one: Owed) => duty.subject === one.subject;
  const lapsed = waiting.filter((duty) => !owed.some((one) => same(duty, one)));
  return [
    ...lapsed.flatMap((duty) => closed(then, (other) => other.id === duty.id, 'withdrawn', 'noLongerApplies')),
    ...owed.flatMap((one) => {
      const duty = waiting.find((candidate) => same(candidate, one));
      const ending = one.hinder == null ? 'met' : 'notApplicable';
      if (one.metAt !== null) return duty === undefined ? [] : closed(then, (other) => other.id === duty.id, ending, one.hinder ?? null, one.metAt);
      return duty === undefined ? begun(row, then, one, timed) : moved(duty, then, one, timed);
    }),
  ];
}

const dayOf = (one: Owed): string | undefined => (one.dueOn == null ? undefined : endOfDay(one.dueOn));

const begun = (row: FactDuty, then: ExistingCase, one: Owed, timed: Timed): NewCaseEvent[] =>
  ruleHolds(row.rule, one.since) ? [dutyOpened({ rule: row.rule, owner: one.owner ?? row.owner }, then, one.since, one.subject, timed, dayOf(one))] : [];

const moved = (duty: Duty, then: ExistingCase, one: Owed, timed: Timed): NewCaseEvent[] => {
  const day = dayOf(one);
  return duty.startedAt === one.since && (day === undefined || day === duty.dueAt) ? [] : recalculated(duty, then, one.since, timed, day);
};
