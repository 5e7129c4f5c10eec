import { actionAreas, actionHorizons, actionPlanes, actionStatuses, effects } from '../../codes/actions.js';
import { noFeedbackReasons, replyAnswers } from '../../codes/case-codes.js';
import { answerParts, feedbackMethods, feedbackRecipients, feedbackWhats } from '../../codes/feedback.js';
import { patientInformationPoints } from '../../codes/patient-information.js';
import { roles } from '../../org/roles.js';
import { id, instant, maybeWords, oneOf, several, typedKey, words } from '../shapes.schema.js';
import { at, command } from './command.schema.js';

const informed = feedbackRecipients.filter(({ code }) => code === 'patient' || code === 'relative') as unknown as readonly [
  { readonly code: 'patient'; readonly label: string },
  { readonly code: 'relative'; readonly label: string },
];

/** Answers, information to the patient, actions and their effect. */
export const answering = {
  GiveFeedback: command('GiveFeedback', {
    to: oneOf(feedbackRecipients).default('complainant'),
    what: oneOf(feedbackWhats),
    method: oneOf(feedbackMethods),
    parts: several(oneOf(answerParts)).default([]),
    text: maybeWords,
    recipient: maybeWords,
    at,
  }),
  ExplainNoFeedback: command('ExplainNoFeedback', {
    to: oneOf(feedbackRecipients).default('complainant'),
    what: oneOf(feedbackWhats),
    reason: oneOf(noFeedbackReasons),
    reasons: maybeWords,
  }),
  SendMessage: command('SendMessage', { text: words }),
  PlanAction: command('PlanAction', {
    area: oneOf(actionAreas),
    horizon: oneOf(actionHorizons),
    plane: oneOf(actionPlanes).nullable().default(null),
    causes: several(id).default([]),
    ownerRole: oneOf(roles).default('enhetschef'),
    dueAt: instant,
    effectDueAt: instant.nullable().default(null),
    what: words,
    howJudged: words,
  }),
  ChangeAction: command('ChangeAction', {
    actionId: id,
    status: oneOf(actionStatuses),
    dueAt: instant.nullable().default(null),
    effectDueAt: instant.nullable().default(null),
    causes: several(id).nullable().default(null),
    text: maybeWords,
  }),
  JudgeEffect: command('JudgeEffect', { actionId: id, effect: oneOf(effects), evidence: words }),
  DecideNoAction: command('DecideNoAction', { causeId: id.nullable().default(null), reason: typedKey.default('notNeeded'), text: words }),
  /** The six things that a patient who has suffered a vårdskada is told (PSL 3 kap. 8 §). */
  InformPatient: command('InformPatient', {
    to: oneOf(informed).default('patient'),
    points: several(oneOf(patientInformationPoints)),
    journalRef: maybeWords,
    recipient: maybeWords,
    at,
  }),
  /** The one who reported says whether they got an answer. */
  ReplyAsReporter: command('ReplyAsReporter', { answered: oneOf(replyAnswers), text: maybeWords }),
} as const;
