import { z } from 'zod';
import { actionAreas, actionHorizons, actionPlanes, actionStatuses, effects } from '../codes/actions.js';
import { affectedAgeBands, affectedGenders, affects, hits } from '../codes/affected.js';
import { areas } from '../codes/areas.js';
import { arose } from '../codes/arose.js';
import { aspects } from '../codes/aspects.js';
import {
  answerWays,
  conflictAnswers,
  entryNatures,
  handOverReceivers,
  heardResults,
  moveReasons,
  noFeedbackReasons,
  notApplicableReasons,
  parties,
  reopenReasons,
  triageAnswers,
} from '../codes/case-codes.js';
import { causeAreas, causeLevels } from '../codes/causes.js';
import { channels } from '../codes/channels.js';
import { cancelReasons } from '../codes/closing.js';
import { complaintCategories } from '../codes/complaint-categories.js';
import { complaintOutcomes } from '../codes/complaint-outcomes.js';
import { eventClasses } from '../codes/event-classes.js';
import { answerParts, feedbackMethods, feedbackRecipients, feedbackWhats } from '../codes/feedback.js';
import { ivoNotify } from '../codes/ivo.js';
import { kinds } from '../codes/kinds.js';
import { lawAreas } from '../codes/law-areas.js';
import { operations } from '../codes/operations.js';
import { opinionTypes } from '../codes/opinion-types.js';
import { precisions } from '../codes/precision.js';
import { sources } from '../codes/sources.js';
import { stages } from '../codes/stages.js';
import { roles } from '../org/roles.js';
import { changes, count, entry, flag, id, instant, key, maybeWords, oneOf, several, typedKey, words } from './shapes.schema.js';

/** Fields that describe a case; all optional in a command, null = not stated. */
const described = {
  noticedAt: instant,
  occurredAt: instant,
  occurredTo: instant,
  occurredPrecision: oneOf(precisions),
  source: oneOf(sources),
  sourceName: entry,
  senderBehind: oneOf(sources),
  channel: oneOf(channels),
  lawAreas: several(oneOf(lawAreas)),
  opinionType: oneOf(opinionTypes),
  categories: several(oneOf(complaintCategories)),
  categoryOther: entry,
  eventClass: oneOf(eventClasses),
  deviationType: typedKey,
  deviationSubtype: typedKey,
  activity: typedKey,
  area: oneOf(areas),
  operation: oneOf(operations),
  arose: oneOf(arose),
  affects: oneOf(affects),
  affectedCount: count,
  affectedGender: oneOf(affectedGenders),
  affectedAgeBand: oneOf(affectedAgeBands),
  concernsChild: z.boolean(),
  aspects: several(oneOf(aspects)),
  hit: several(oneOf(hits)),
  occasion: typedKey,
  similarKnown: z.boolean(),
  masArea: typedKey,
  outageId: id,
  paperNumber: typedKey,
  diaryNumber: typedKey,
  externalRef: typedKey,
};

/** Where the answer goes. `none` and `code` need no address. */
const answer = z.object({ by: oneOf(answerWays), to: maybeWords }).superRefine((given, ctx) => {
  if ((given.by === 'email' || given.by === 'phone' || given.by === 'letter') && (given.to ?? '') === '') {
    ctx.addIssue({ code: 'custom', path: ['to'], message: 'Ange vart svaret ska skickas' });
  }
  if (given.by === 'email' && given.to !== undefined && !z.email().safeParse(given.to).success) {
    ctx.addIssue({ code: 'custom', path: ['to'], message: 'Det ser inte ut som en e-postadress' });
  }
});

/** Body of POST /api/cases (contract.md: the least a report needs). */
export const reportCase = z
  .object({
    kind: oneOf(kinds),
    unit: key.nullable().default(null),
    receivedAt: instant.optional(),
    anonymous: z.boolean().optional(),
    handledAtOnce: z.boolean().default(false),
    what: words,
    consequence: maybeWords,
    immediateActions: maybeWords,
    where: maybeWords,
    reporter: z.object({ name: maybeWords, title: maybeWords, phone: maybeWords }).strict().optional(),
    affected: z.object({ name: maybeWords, reference: maybeWords }).strict().optional(),
    answer: answer.optional(),
    ...changes(described),
  })
  .strict()
  .meta({ id: 'ReportCase' });
export type ReportCase = z.infer<typeof reportCase>;

const command = <const N extends string, S extends z.ZodRawShape>(type: N, shape: S) =>
  z
    .object({ type: z.literal(type), ...shape })
    .strict()
    .meta({ id: type });
const reasons = words;
/** Why a case leaves a unit; a mistake in what was stated is corrected, not moved. */
const unitReasons = ['wrongUnit', 'disputeSettled', 'reorganisation', 'takenOver'] as const;
const correctionReasons = ['wrongUnit', 'wrongFromStart', 'newFacts'] as const;
const reasonOf = <const T extends readonly (typeof moveReasons)[number]['code'][]>(codes: T) =>
  oneOf(moveReasons.filter(({ code }) => codes.includes(code)) as unknown as readonly { readonly code: T[number]; readonly label: string }[]);
/** When it was done, if not now: feedback given on Tuesday and written down on Thursday. */
const at = instant.optional();

/** Commands on a case that exists, one schema each (body of POST /api/cases/{id}/commands). */
export const commandSchemas = {
  AddToCase: command('AddToCase', { by: oneOf(parties), text: words }),
  CorrectCase: command('CorrectCase', {
    set: z.object({ receivedAt: instant.optional(), unit: key.nullable().optional(), ...changes(described) }).strict(),
    why: reasonOf(correctionReasons),
    reasons,
  }),
  MoveToUnit: command('MoveToUnit', { unit: key, why: reasonOf(unitReasons), reasons }),
  ClassifyCase: command('ClassifyCase', {
    categories: several(oneOf(complaintCategories)).nullable().default(null),
    categoryOther: entry.nullable().default(null),
    lawAreas: several(oneOf(lawAreas)).nullable().default(null),
    activity: typedKey.nullable().default(null),
    area: oneOf(areas).nullable().default(null),
    operation: oneOf(operations).nullable().default(null),
    arose: oneOf(arose).nullable().default(null),
    aspects: several(oneOf(aspects)).nullable().default(null),
    hit: several(oneOf(hits)).nullable().default(null),
  }),
  AnswerTriage: command('AnswerTriage', {
    irregularity: oneOf(triageAnswers),
    careInjury: oneOf(triageAnswers),
    danger: oneOf(triageAnswers),
    belongsTo: oneOf(handOverReceivers).nullable().default(null),
    reasons: maybeWords,
  }),
  Diarise: command('Diarise', { diaryNumber: typedKey, secrecy: flag.default(true) }),
  AssignCase: command('AssignCase', { person: id.nullable(), as: oneOf(roles).default('enhetschef') }),
  AnswerConflict: command('AnswerConflict', {
    answer: oneOf(conflictAnswers),
    person: id.nullable().default(null),
    ground: typedKey.nullable().default(null),
    reasons: maybeWords,
  }),
  AdvanceCase: command('AdvanceCase', {
    to: oneOf(stages),
    notApplicable: several(z.object({ stage: oneOf(stages), reason: oneOf(notApplicableReasons) })).default([]),
    elsewhere: id.nullable().default(null),
    reasons: maybeWords,
  }),
  SendBack: command('SendBack', { to: oneOf(stages), reasons }),
  MakeEntry: command('MakeEntry', {
    point: typedKey.default('general'),
    nature: oneOf(entryNatures),
    by: oneOf(parties),
    heardAt: instant.nullable().default(null),
    replaces: id.nullable().default(null),
    text: words,
  }),
  HearParty: command('HearParty', { party: oneOf(parties), result: oneOf(heardResults), reason: typedKey.nullable().default(null), at }),
  FindCause: command('FindCause', { area: oneOf(causeAreas), level: oneOf(causeLevels), text: words }),
  WithdrawCause: command('WithdrawCause', { causeId: id, text: words }),
  CompleteInvestigation: command('CompleteInvestigation', {
    noDeficiency: flag.default(false),
    similarBefore: z.boolean().nullable().default(null),
    recurrence: z.boolean().nullable().default(null),
    text: maybeWords,
  }),
  DecideOutcome: command('DecideOutcome', { complaintOutcome: oneOf(complaintOutcomes), reasons }),
  DecideIvo: command('DecideIvo', { notify: oneOf(ivoNotify), reasons }),
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
    text: maybeWords,
  }),
  JudgeEffect: command('JudgeEffect', { actionId: id, effect: oneOf(effects), evidence: words }),
  DecideNoAction: command('DecideNoAction', { causeId: id.nullable().default(null), reason: typedKey.default('notNeeded'), text: words }),
  HandOverCase: command('HandOverCase', { to: oneOf(handOverReceivers), told: flag, recipient: maybeWords, reasons }),
  CloseAtOnce: command('CloseAtOnce', {
    toldOnTheSpot: flag,
    categories: several(oneOf(complaintCategories)).nullable().default(null),
    categoryOther: entry.nullable().default(null),
    whatWasDone: words,
  }),
  ReopenCase: command('ReopenCase', { to: oneOf(stages).default('investigating'), reason: oneOf(reopenReasons), text: words }),
  CancelCase: command('CancelCase', { reason: oneOf(cancelReasons), second: id, text: words }),
} as const;

/** What the workflow asks for; not offered over HTTP. */
export const performAgendaItem = z.object({ type: z.literal('PerformAgendaItem'), item: id }).strict();
/** A message through the receipt code; not offered on the command route. */
export const receiveMessage = z.object({ type: z.literal('ReceiveMessage'), text: words }).strict();

export const caseCommand = z.discriminatedUnion(
  'type',
  Object.values(commandSchemas) as unknown as [(typeof commandSchemas)[keyof typeof commandSchemas], ...(typeof commandSchemas)[keyof typeof commandSchemas][]],
);
export type PublicCommand = { [N in keyof typeof commandSchemas]: z.infer<(typeof commandSchemas)[N]> }[keyof typeof commandSchemas];
export type CaseCommand = PublicCommand | z.infer<typeof performAgendaItem> | z.infer<typeof receiveMessage>;
export type CommandType = CaseCommand['type'];
export type CommandOf<T extends CommandType> = Extract<CaseCommand, { type: T }>;

/** Statistics of a unit for a period are complete: a zero is a zero. `to` is exclusive. */
export const attestStatistics = z
  .object({ unit: key, from: z.iso.date(), to: z.iso.date(), kinds: several(oneOf(kinds)).nullable().default(null) })
  .strict()
  .meta({ id: 'AttestStatistics' });
export type AttestStatistics = z.infer<typeof attestStatistics>;
