import { NoRuleError } from '../../law/regulation.js';
import { stageAfter, type DutyRow, type Process, type WorkStage } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import { dutyOpened } from './duties.js';

/**
 * The duties of a case that was imported while open: those of the stage it stands at, and the answer where none is given.
 * All run from the day it was received, since no source says when it entered its stage (engine.md 6).
 * A rule that did not exist on that day opens nothing.
 */
export function importedDuties(process: Process, state: ExistingCase): NewCaseEvent[] {
  if (state.stage === 'closed' || state.stage === 'cancelled') return [];
  const stage = state.stage;
  return process.duties
    .filter((row) => (row.opens === stage || (row.metBy === 'answer' && isBefore(process, row.opens, stage))) && !(row.metBy === 'answer' && isAnswered(state)) && row.applies(state))
    .flatMap((row) => openedOrNone(row, state));
}

function openedOrNone(row: DutyRow, state: ExistingCase): NewCaseEvent[] {
  try {
    return [dutyOpened(row, state, state.desc.receivedAt, null, state.version)];
  } catch (error) {
    if (error instanceof NoRuleError) return [];
    throw error;
  }
}

const isAnswered = (state: ExistingCase): boolean => state.feedback.some((given) => given.what === 'answer');

function isBefore(process: Process, earlier: WorkStage, later: WorkStage): boolean {
  const after = stageAfter(process, earlier);
  return after !== 'closed' && (after === later || isBefore(process, after, later));
}
