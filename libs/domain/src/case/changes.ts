import type { ExistingCase } from './case.js';
import { type Envelope, step } from './step.js';

/* What several events change in a case alike. */

export type Change = Partial<ExistingCase>;

/** Somebody has answered, noted or acted upon what the one who spoke up wrote last; parts that do not change are kept by reference. */
export const seen = ({ written }: ExistingCase): Change => (written === null ? {} : { written: null });
export const withPerson = (list: readonly string[], person: string): readonly string[] => (list.includes(person) ? list : [...list, person]);

/**
 * The case in another unit: what is still owed there is owed by the new unit's managers, and the old unit's handler has
 * done with it, so that one unit answers for the case (AC-38, R-151). A reorganisation takes the handler along.
 */
export function inUnit(state: ExistingCase, unit: string | null, withHandler: boolean): Change {
  const here = <T extends { readonly owner: string }>(row: T): T => ({ ...row, owner: `${row.owner.split('@')[0]}@${unit ?? 'none'}` });
  return {
    desc: { ...state.desc, unit },
    handler: withHandler || state.handler === null || state.handler.unit === null || state.handler.unit === unit ? state.handler : null,
    duties: state.duties.map((row) => (row.closed === null ? here(row) : row)),
    actions: state.actions.map((row) => (row.effect === null && row.status !== 'dropped' ? here(row) : row)),
  };
}

/** Back to the investigation: what was concluded is concluded anew, and an answer given on the old conclusion no longer stands (docs/law/practice.md#stages). */
export function judgedAnew(state: ExistingCase, from: ExistingCase['stage'] | null): Change {
  const answerStands = from !== 'feedback' && from !== 'followUp';
  return {
    completed: null,
    outcome: null,
    outcomeProposed: null,
    outcomeProposedAt: null,
    risk: { ...state.risk, severityFinal: null, probabilityFinal: null },
    // What has been decided to be sent to IVO, or has been sent, isn't taken back by looking again: a new decision does that.
    ivo: state.ivoTrack.sent === null && state.ivo?.notify !== 'yes' ? null : state.ivo,
    ...(answerStands ? {} : { feedback: state.feedback.filter((given) => given.what !== 'answer') }),
  };
}

export function feedback(state: ExistingCase, event: Envelope, to: string, what: string, code: string, given: boolean): Change {
  return {
    feedback: [...state.feedback, { given, to, what, code, at: event.at }],
    steps: [...state.steps, step(event, 'feedback', { code: to, code2: what, flag: given })],
  };
}
