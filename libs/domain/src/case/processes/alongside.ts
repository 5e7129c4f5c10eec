import type { Kind } from '../../codes/kinds.js';
import type { Role } from '../../codes/roles.js';
import { clockStart, type ExistingCase } from '../case.js';
import { careInjuryOccurred } from './decision-gates.js';
import { becameA, hasMovedOn, isCare } from './investigation-gates.js';
import type { FactDuty, Owed, WorkStage } from './process.js';

/*
 * Duties that several kinds share and that follow the facts, whatever the stage.
 */

/** From when a duty runs: the receipt, or the day the case was last sent back or opened again. */
export const roundStart = (state: ExistingCase): string => state.progress.roundFrom ?? clockStart(state);

export const once = (since: string, metAt: string | null): readonly Owed[] => [{ subject: null, since, metAt }];
export const nothing: readonly Owed[] = [];
/** Owed from the beginning of the round until the investigation is done. */
export const untilInvestigated = (state: ExistingCase): readonly Owed[] => once(roundStart(state), state.investigation.completed?.at ?? null);

/** A duty of the case's own investigation: not owed once another case has taken it over. */
export const unlessMovedOn = (rule: string, owner: Role, owed: FactDuty['owed'], metIn: WorkStage): FactDuty => ({
  rule,
  owner,
  metIn,
  owed: (state) => (hasMovedOn(state) ? nothing : owed(state)),
});

/** A duty that a case of another kind takes over when this one becomes it. */
export const unlessBecame = (kind: Kind, duty: FactDuty): FactDuty => ({ ...duty, owed: (state) => (becameA(state, kind) ? nothing : duty.owed(state)) });

/** Every vårdskada, serious or not, is told to the patient snarast. Where nobody is left to tell, the duty stays open (docs/law/deviations.md#telling-the-patient). */
export const patientInformation: FactDuty = {
  rule: 'LM-PATIENTINFO',
  owner: 'enhetschef',
  metIn: 'feedback',
  owed: (state) => {
    if (!careInjuryOccurred(state)) return nothing;
    const hindered = state.contact.feedback.find((row) => !row.given && row.to === 'patient' && row.code === 'secrecy');
    const since =
      state.assessment.outcome?.injury === true && state.assessment.triage?.careInjury !== 'yes' ? state.assessment.outcome.at : injuryKnownAt(state);
    const informedAt = state.contact.patientInformed[0]?.at ?? null;
    return [{ subject: null, since, metAt: informedAt ?? hindered?.at ?? null, hinder: informedAt === null ? (hindered?.code ?? null) : null }];
  },
};

const injuryKnownAt = (state: ExistingCase): string => state.desc.noticedAt ?? clockStart(state);

/**
 * Where a patient suffered, or was at risk of, serious injury, MAS makes sure that the nämnd is told (R-107, AC-35): from the first assessment
 * that says so, or from the outcome; in a lex Maria from its first day.
 */
export const boardToldOfSerious: FactDuty = {
  rule: 'LOK-HSL-NAMND',
  owner: 'mas',
  metIn: 'feedback',
  owed: (state) => {
    const since = state.desc.kind === 'lexMaria' ? clockStart(state) : isCare(state) ? state.assessment.seriousAt : null;
    return since === null ? nothing : once(since, state.contact.feedback.find((row) => row.to === 'board')?.at ?? null);
  },
};

/** Sent without the investigation: it is owed from the day of the notification. */
export function investigationToIvo(state: ExistingCase): readonly Owed[] {
  const { sent, investigationSentAt } = state.ivoTrack;
  return sent === null || sent.investigationAttached ? nothing : once(sent.at, investigationSentAt);
}

/** What IVO's letters ask for, each by its own day. */
export const ivoLetters: readonly FactDuty[] = [
  {
    rule: 'IVO-KOMPLETTERING',
    owner: 'socialchef',
    metIn: 'ivo',
    owed: (state) => state.ivoTrack.supplements.map(({ id, askedAt, dueOn, sentAt }) => ({ subject: id, since: askedAt, dueOn, metAt: sentAt })),
  },
  {
    rule: 'IVO-FORELAGGANDE',
    owner: 'socialchef',
    metIn: 'ivo',
    owed: (state) => state.ivoTrack.requirements.map(({ id, askedAt, dueOn, sentAt }) => ({ subject: id, since: askedAt, dueOn, metAt: sentAt })),
  },
];

/** A second person is asked to confirm a decision: theirs to answer, in the role in which they were asked. */
export const secondPerson: FactDuty = {
  rule: 'LOK-ANDRA-PERSON',
  owner: 'enhetschef',
  owed: ({ seconds }) => seconds.map(({ request, at, answeredAt, secondRole }) => ({ subject: request, since: at, metAt: answeredAt, owner: secondRole })),
};
