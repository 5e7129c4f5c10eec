import { type ExistingCase, isOpen, mayGoAlong, mergedInto } from './case.js';
import { trackIsOpen } from './ivo-track.js';
import { isPatientComplaint } from './processes/gates.js';
import { processOf } from './processes/index.js';
import { isCare, isSocial } from './processes/investigation-gates.js';
import { secondsAwaited } from './seconds.js';

/** What can be true of a case, in the words that the tables of forms are written in. */
const conditions = {
  complaint: (state) => state.desc.kind === 'complaint',
  patientComplaint: (state) => state.desc.kind === 'complaint' && isPatientComplaint(state),
  patientsCommittee: (state) => state.desc.channel === 'viaPatientsCommittee',
  deviation: (state) => state.desc.kind === 'deviation',
  lexSarah: (state) => state.desc.kind === 'lexSarah' && !isMirror(state),
  lexMaria: (state) => state.desc.kind === 'lexMaria',
  /** The municipality's view of what a private provider answers for. */
  mirror: (state) => isMirror(state),
  social: (state) => isSocial(state),
  care: (state) => state.desc.kind !== 'complaint' && isCare(state),
  /** The municipality itself takes the position on notification here. */
  decides: (state) => processOf(state.desc.process).ivo.position === 'decides',
  /** What the decision on notification stands on is not all there: it can only be made as urgent. */
  unready: (state) => processOf(state.desc.process).ivo.needs.some((gate) => gate(state) !== null),
  hasCauses: (state) => state.investigation.causes.some((cause) => !cause.withdrawn),
  hasEntries: (state) => state.investigation.entries.length > 0,
  hasFiles: (state) => state.documents.attachments.some(mayGoAlong),
  hasActions: (state) => state.remedy.actions.some((action) => action.status !== 'dropped'),
  hasConflict: (state) =>
    state.conflict.found.some((row) => !row.overridden) ||
    (processOf(state.desc.process).ivo.position === 'decides' && state.investigation.investigators.length > 0),
  hasLinks: (state) => state.links.length > 0,
  duplicate: (state) => mergedInto(state) !== null,
  /** It is investigated here, in no other case that it is a duplicate of. */
  ownMatter: (state) => mergedInto(state) === null,
  untitled: (state) => state.titledAt === null,
  hasNumber: (state) => state.diary.number !== null,
  secondAsked: (state) => secondsAwaited(state).length > 0,
  hasReporter: (state) => state.receipt.reporter !== null && state.desc.kind !== 'complaint',
  /** Somebody reads here with the case's code: whoever complained, or reported without a name. What came of another case has no code of its own. */
  canAnswer: ({ desc }) => desc.kind === 'complaint' || desc.answerBy === 'code',
  toBeSent: (state) => isOpen(state) && state.ivo?.notify === 'yes' && state.ivoTrack.sent === null,
  authorityWaits: (state) => isOpen(state) && state.outside.authorities.requests.some((row) => row.sentAt === null),
  ownToBeSent: (state) => isOpen(state) && state.outside.authorities.own.some((row) => row.notify && row.sentAt === null),
  atIvo: (state) => isOpen(state) && trackIsOpen(state.ivoTrack),
  noIvoNumber: (state) => isOpen(state) && trackIsOpen(state.ivoTrack) && state.ivoTrack.ivoNumber === null,
} as const satisfies Readonly<Record<string, (state: ExistingCase) => boolean>>;

export type Condition = keyof typeof conditions;
/** All of an inner list, any of the outer: `[['care', 'deviation'], ['lexMaria']]`; one name stands for itself. */
export type When = 'always' | readonly (Condition | readonly Condition[])[];

/** The municipality's view of what a private provider answers for. */
export const isMirror = (state: ExistingCase): boolean => processOf(state.desc.process).mirrors === true;

export function holdsFor(when: When, state: ExistingCase): boolean {
  if (when === 'always') return true;
  return when.some((part) => (typeof part === 'string' ? conditions[part](state) : part.every((name) => conditions[name](state))));
}

/** Kinds where one person's words are told apart from another's, and all are named at feedback. */
export const notComplaint = ['deviation', 'lexSarah', 'lexMaria', 'mirror'] as const satisfies When;
/** Kinds that the municipality investigates itself. */
export const ownKinds = ['deviation', 'lexSarah', 'lexMaria'] as const satisfies When;
export const earlyStages = ['received', 'investigating'] as const;
export const lateStages = ['assessing', 'ivoDecision', 'feedback', 'followUp'] as const;
