import type { Contact, ExistingCase, Feedback } from './case.js';
import type { Envelope } from './step.js';

/* What several events change in a case alike. */

export type Change = Partial<ExistingCase>;

/** Somebody has answered, noted or acted upon what the one who spoke up wrote last; parts that do not change are kept by reference. */
export const seen = (contact: Contact): Contact => (contact.written === null ? contact : { ...contact, written: null });
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
    remedy: { ...state.remedy, actions: state.remedy.actions.map((row) => (row.effect === null && row.status !== 'dropped' ? here(row) : row)) },
  };
}

/**
 * Back to the investigation or the assessment: what was concluded from there on is concluded anew, and an answer given on the old conclusion no
 * longer stands (docs/law/practice.md#stages). A finished investigation stays finished where the case goes back to be assessed alone.
 */
export function judgedAnew(
  state: ExistingCase,
  { from, to }: { readonly from: ExistingCase['stage'] | null; readonly to: ExistingCase['stage'] },
): Pick<ExistingCase, 'investigation' | 'assessment' | 'ivo' | 'contact'> {
  const answerStands = from !== 'feedback' && from !== 'followUp';
  return {
    investigation: to === 'assessing' ? state.investigation : { ...state.investigation, completed: null },
    assessment: { ...state.assessment, outcome: null, proposed: null, risk: { ...state.assessment.risk, severityFinal: null, probabilityFinal: null } },
    // What has been decided to be sent to IVO, or has been sent, isn't taken back by looking again: a new decision does that.
    ivo: state.ivoTrack.sent === null && state.ivo?.notify !== 'yes' ? null : state.ivo,
    contact: answerStands ? state.contact : withoutAnswer(state.contact),
  };
}

const withoutAnswer = (contact: Contact): Contact => ({
  ...contact,
  feedback: contact.feedback.filter((given) => given.what !== 'answer'),
  lapsed: [...contact.lapsed, ...contact.feedback.filter((given) => given.what === 'answer')],
});

/** Told to somebody, or why that was not possible. */
export const withFeedback = (contact: Contact, event: Envelope, told: Omit<Feedback, 'at'>): Contact => ({
  ...contact,
  feedback: [...contact.feedback, { ...told, at: event.at }],
});
