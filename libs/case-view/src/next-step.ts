import { type ExistingCase, isOpen } from '#domain/case/case';
import { dutyOf } from '#domain/case/processes/ground';
import { processOf } from '#domain/case/processes/index';
import { stageAfter, stageRow, type WorkStage } from '#domain/case/processes/process';
import { stockholmDate } from '#domain/law/calendar';

/** The command that takes a case to its next stage: never offered among others, since the step has a place of its own wherever a case is shown. */
export const stepCommand = 'AdvanceCase';

/** The next stage and the words at it, as the case's process has them; null where the case has ended. */
export function nextStep(state: ExistingCase, now: string) {
  if (!isOpen(state)) return null;
  const process = processOf(state.desc.process);
  const row = stageRow(process, state.stage as WorkStage);
  return { command: stepCommand, to: stageAfter(process, row.stage), text: row.next, purpose: row.purpose, duty: dutyOf(row.duty, state, stockholmDate(now)) };
}
