import { clockStart, type ExistingCase, isOpen } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { DutyRow, Process } from '../processes/process.js';
import type { Timed } from './context.js';
import { closed, isWaiting, openedFrom, recalculated } from './duties.js';
import { foldNew } from './foresee.js';
import { isOwed } from './owed.js';

/**
 * The events, and what they make of the duties: a complaint that turns out to be a patient's stands under another rule, praise
 * that turns out to be a complaint comes under those of complaints, and a corrected day of receipt moves what runs from it.
 * Nothing is recomputed in silence: each is an event of its own.
 */
export function withDuties(state: ExistingCase, events: readonly NewCaseEvent[], process: Process, timed: Timed): NewCaseEvent[] {
  const then = foldNew(state, events, timed.now);
  if (!isOpen(then)) return [...events];
  const gone = process.duties.filter((row) => row.applies(state) && !row.applies(then));
  const come = process.duties.filter((row) => !row.applies(state) && row.applies(then) && isOwed(row, then) && !isWaiting(then, row.rule));
  return [
    ...events,
    ...closed(then, (duty) => gone.some((row) => row.rule === duty.rule), 'withdrawn', 'noLongerApplies'),
    ...come.flatMap((row) => openedFrom(row, then, startOf(row, gone, then, timed.now), timed)),
    ...movedStart(state, then, gone, process, timed),
  ];
}

/** A rule that takes another's place goes on from the same day; in a case opened again that is not the day it was received. */
function startOf(row: DutyRow, gone: readonly DutyRow[], state: ExistingCase, now: string): string {
  const replaced = gone
    .filter((other) => other.metBy === row.metBy)
    .flatMap((other) => state.duties.filter((duty) => duty.rule === other.rule && duty.closed === null))[0];
  return replaced?.startedAt ?? (row.runsFrom === 'received' ? clockStart(state) : now);
}

/** Duties that follow the facts are moved by these (decide/follow); here those of the stages. */
function movedStart(before: ExistingCase, then: ExistingCase, gone: readonly DutyRow[], process: Process, timed: Timed): NewCaseEvent[] {
  if (clockStart(before) === clockStart(then)) return [];
  return then.duties
    .filter((duty) => !process.alongside.some((row) => row.rule === duty.rule))
    .filter((duty) => duty.closed === null && duty.startedAt === clockStart(before) && !gone.some((row) => row.rule === duty.rule))
    .flatMap((duty) => recalculated(duty, then, clockStart(then), timed));
}
