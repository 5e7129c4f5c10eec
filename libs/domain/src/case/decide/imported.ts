import { clockStart, type ExistingCase } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import { type Process, stageAfter, type WorkStage } from '../processes/process.js';
import type { Timed } from './context.js';
import { isDoneBefore, openedFrom } from './duties.js';
import { following } from './follow.js';
import { foldNew } from './foresee.js';

/**
 * The duties of a case that was imported while open: those of the stage it stands at, and the answer where none is given.
 * All run from the day it was received, since no source says when it entered its stage (docs/engine.md#import).
 */
export function importedDuties(process: Process, state: ExistingCase, timed: Timed): NewCaseEvent[] {
  if (state.stage === 'closed' || state.stage === 'cancelled') return [];
  const stage = state.stage;
  const isAnswered = state.contact.feedback.some((given) => given.what === 'answer');
  const ofStages = process.duties
    .filter((row) => (row.metBy === 'answer' ? !isAnswered && (row.opens === stage || isBefore(process, row.opens, stage)) : row.opens === stage))
    .filter((row) => row.applies(state) && !isDoneBefore(row, state))
    .flatMap((row) => openedFrom(row, state, clockStart(state), timed));
  return [...ofStages, ...following(foldNew(state, ofStages, timed.now), process, timed)];
}

function isBefore(process: Process, earlier: WorkStage, later: WorkStage): boolean {
  const after = stageAfter(process, earlier);
  return after !== 'closed' && (after === later || isBefore(process, after, later));
}
