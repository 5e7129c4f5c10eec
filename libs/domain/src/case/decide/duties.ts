import { stockholmDate } from '../../law/calendar.js';
import { dueFor } from '../../law/due.js';
import type { DutyRow, Process, WorkStage } from '../../process/process.js';
import type { Duty, ExistingCase } from '../case.js';
import type { NewCaseEvent, OpenOf } from '../events.schema.js';

type Ending = OpenOf<'DutyClosed'>['as'];

/**
 * Opens what the stage sets going. `version` is that of the opening command's first event: the duty's id is
 * `<rule>#<version>`, so that a duty opened again is another one (engine.md 3).
 */
export function opened(process: Process, state: ExistingCase, stage: WorkStage, now: string): NewCaseEvent[] {
  return process.duties
    .filter((row) => row.opens === stage && row.applies(state) && !isOpen(state, row.rule))
    .map((row) => dutyOpened(row, state, row.runsFrom === 'received' ? state.desc.receivedAt : now, null, state.version));
}

/** One duty, its dates computed once under the law of the day it starts. */
export function dutyOpened(row: Pick<DutyRow, 'rule' | 'owner'>, state: ExistingCase, startedAt: string, subject: string | null, version: number, dueAt?: string): NewCaseEvent {
  const due = dueFor(row.rule, startedAt);
  return {
    type: 'DutyOpened',
    open: {
      id: subject === null ? `${row.rule}#${version}` : `${row.rule}#${version}.${subject.slice(0, 8)}`,
      rule: due.rule, ruleVersion: due.ruleVersion, basis: due.basis, type: due.type,
      owner: `${row.owner}@${state.desc.unit ?? 'none'}`, subject,
      startedAt: due.startedAt, dueAt: dueAt ?? due.dueAt, duePrecision: due.duePrecision, targetAt: due.targetAt,
    },
  };
}

const isOpen = (state: ExistingCase, rule: string): boolean => state.duties.some((duty) => duty.rule === rule && duty.closed === null);

/** Closes the open duties that a test picks. */
export function closed(state: ExistingCase, which: (duty: Duty) => boolean, as: Ending, reason: string | null = null): NewCaseEvent[] {
  return state.duties.filter((duty) => duty.closed === null && which(duty)).map((duty) => ({ type: 'DutyClosed', open: { id: duty.id, as, reason } }));
}

/** Duties of this process that are met in this way. */
export function metBy(process: Process, how: DutyRow['metBy']): (duty: Duty) => boolean {
  const rules = process.duties.filter((row) => row.metBy === how).map((row) => row.rule);
  return (duty) => rules.includes(duty.rule);
}

/** Duties that belong to a stage: met when it is left forwards. */
export function ofStage(process: Process, stage: WorkStage): (duty: Duty) => boolean {
  const rules = process.duties.filter((row) => row.opens === stage && row.metBy === 'leaving').map((row) => row.rule);
  return (duty) => rules.includes(duty.rule);
}

/** The day, in Stockholm, that a case was received. */
export const receivedOn = (state: ExistingCase): string => stockholmDate(state.desc.receivedAt);
