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
import { cancelReasons, closeReasons } from '../codes/closing.js';
import { complaintCategories } from '../codes/complaint-categories.js';
import { complaintOutcomes } from '../codes/complaint-outcomes.js';
import { dutyBases, dutyEndings, dutyTypes } from '../codes/duties.js';
import { eventClasses } from '../codes/event-classes.js';
import { feedbackMethods, feedbackRecipients, feedbackWhats } from '../codes/feedback.js';
import { hslOutcomes } from '../codes/hsl.js';
import { externals, involves } from '../codes/involves.js';
import { ivoNotify } from '../codes/ivo.js';
import { kinds } from '../codes/kinds.js';
import { lawAreas } from '../codes/law-areas.js';
import { lexSarahKinds, lexSarahOutcomes } from '../codes/lex-sarah.js';
import { links } from '../codes/links.js';
import { operations } from '../codes/operations.js';
import { opinionTypes } from '../codes/opinion-types.js';
import { precisions } from '../codes/precision.js';
import { sources } from '../codes/sources.js';
import { stages } from '../codes/stages.js';
import { roles } from '../org/roles.js';
import {
  changes,
  count,
  date,
  flag,
  id,
  storedInstant as instant,
  key,
  maybe,
  maybeFlag,
  maybeSeveral,
  nullables,
  oneOf,
  several,
  words,
} from './shapes.schema.js';

/** What may be stated of a case at receipt and corrected later; null where it was not stated (engine.md 2, event model 2). */
const stated = {
  unit: key,
  noticedAt: instant,
  occurredAt: instant,
  occurredTo: instant,
  occurredPrecision: oneOf(precisions),
  source: oneOf(sources),
  sourceName: key,
  senderBehind: oneOf(sources),
  channel: oneOf(channels),
  lawAreas: several(oneOf(lawAreas)),
  opinionType: oneOf(opinionTypes),
  categories: several(oneOf(complaintCategories)),
  categoryOther: key,
  eventClass: oneOf(eventClasses),
  deviationType: key,
  deviationSubtype: key,
  lexSarahKinds: several(oneOf(lexSarahKinds)),
  lexSarahKindOther: key,
  involves: several(oneOf(involves)),
  external: oneOf(externals),
  activity: key,
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
  occasion: key,
  similarKnown: z.boolean(),
  masArea: key,
  outageId: id,
  paperNumber: key,
  diaryNumber: key,
  externalRef: key,
};

/** The described case. */
const desc = z.object({
  kind: oneOf(kinds),
  process: key,
  incidentId: id,
  receivedAt: instant,
  anonymous: flag.default(false),
  answerBy: maybe(oneOf(answerWays)),
  has: several(key).default([]),
  ...nullables(stated),
});

const corrections = z.object({ receivedAt: instant.optional(), ...changes(stated) });

const sealed = (...names: readonly string[]) => z.object(Object.fromEntries(names.map((name) => [name, words.optional()]))).partial();
const none = z.object({}).strict();

interface EventShape<O extends z.ZodType, S extends z.ZodType> {
  readonly v: number;
  readonly open: O;
  readonly sealed: S;
  /** What the history says, Swedish. */
  readonly label: string;
}
const event = <O extends z.ZodType, S extends z.ZodType = typeof none>(label: string, open: O, seal?: S): EventShape<O, S> => ({
  v: 1,
  open,
  sealed: (seal ?? none) as S,
  label,
});

/** Events of a case. */
export const caseEvents = {
  CaseReceived: event(
    'Ärendet togs emot',
    desc.extend({
      number: key,
      link: maybe(oneOf(links)),
      from: maybe(id),
      originKind: maybe(oneOf(kinds)),
      originReceivedAt: maybe(instant),
      registeredFor: maybe(oneOf(roles)),
      reporter: maybe(id),
      handledAtOnce: flag.default(false),
    }),
    z.object({
      what: words.optional(),
      consequence: words.optional(),
      immediateActions: words.optional(),
      where: words.optional(),
      reporter: z.unknown().optional(),
      affected: z.unknown().optional(),
      answerTo: words.optional(),
    }),
  ),
  CaseImported: event(
    'Ärendet fördes in från ett annat system',
    desc.extend({
      number: key,
      stage: oneOf(stages),
      closedAt: maybe(instant),
      closeReason: maybe(oneOf(closeReasons)),
      outcomeProposed: maybe(oneOf(lexSarahOutcomes)),
      outcome: maybe(oneOf(lexSarahOutcomes)),
      hslOutcome: maybe(oneOf(hslOutcomes)),
      complaintOutcome: maybe(oneOf(complaintOutcomes)),
      outcomeAt: maybe(instant),
      investigatedAt: maybe(instant),
      answeredAt: maybe(instant),
      ivoSentAt: maybe(instant),
      severity: maybe(z.int().min(1).max(4)),
      probability: maybe(z.int().min(1).max(4)),
      causes: maybeSeveral(z.object({ area: oneOf(causeAreas), level: maybe(oneOf(causeLevels)) })),
      link: maybe(oneOf(links)),
      from: maybe(id),
      sourceHash: key,
    }),
    sealed('externalId', 'what'),
  ),
  CaseCorrected: event('En uppgift rättades', z.object({ set: corrections, why: oneOf(moveReasons) }), sealed('reasons')),
  AddendumMade: event('En uppgift lades till', z.object({ by: oneOf(parties), has: several(key) }), sealed('text')),
  CaseClassified: event(
    'Ärendet kategoriserades',
    z.object({
      categories: maybeSeveral(oneOf(complaintCategories)),
      categoryOther: maybe(key),
      lexSarahKinds: maybeSeveral(oneOf(lexSarahKinds)),
      lexSarahKindOther: maybe(key),
      deviationType: maybe(key),
      deviationSubtype: maybe(key),
      lawAreas: maybeSeveral(oneOf(lawAreas)),
      activity: maybe(key),
      area: maybe(oneOf(areas)),
      operation: maybe(oneOf(operations)),
      arose: maybe(oneOf(arose)),
      aspects: maybeSeveral(oneOf(aspects)),
      hit: maybeSeveral(oneOf(hits)),
    }),
  ),
  TriageAnswered: event(
    'Första bedömningen gjordes',
    z.object({
      irregularity: oneOf(triageAnswers),
      careInjury: oneOf(triageAnswers),
      danger: oneOf(triageAnswers),
      belongsTo: oneOf(handOverReceivers).nullable().default(null),
    }),
    sealed('reasons'),
  ),
  Diarised: event('Ärendet fick diarienummer', z.object({ diaryNumber: key, secrecy: flag })),
  MessageExchanged: event('Ett meddelande växlades', z.object({ direction: z.enum(['in', 'out']), dialogue: flag }), sealed('text')),
  CaseAssigned: event('Ärendet fördelades', z.object({ person: id.nullable(), as: oneOf(roles), unit: maybe(key) })),
  ConflictAnswered: event(
    'Frågan om jäv besvarades',
    z.object({ person: id, as: oneOf(roles), answer: oneOf(conflictAnswers), ground: maybe(key), computed: flag }),
    sealed('reasons'),
  ),
  CaseMoved: event(
    'Ärendet flyttades till en annan enhet',
    z.object({ unit: maybe(key), why: oneOf(moveReasons), byRole: maybe(oneOf(roles)) }),
    sealed('reasons'),
  ),
  StageEntered: event(
    'Ärendet gick vidare',
    z.object({
      stage: oneOf(stages),
      from: oneOf(stages).nullable(),
      direction: z.enum(['forward', 'back']),
      notApplicable: several(z.object({ stage: oneOf(stages), reason: oneOf(notApplicableReasons) })),
      elsewhere: maybe(id),
    }),
    sealed('reasons'),
  ),
  InvestigationOpened: event('Utredningen inleddes', z.object({ method: key, lead: maybe(id), team: maybe(count) })),
  EntryMade: event(
    'En uppgift fördes in i utredningen',
    z.object({ entry: id, point: key, nature: oneOf(entryNatures), by: oneOf(parties), heardAt: maybe(instant), replaces: maybe(id), has: several(key) }),
    sealed('text'),
  ),
  PartyHeard: event('En part hördes', z.object({ party: oneOf(parties), result: oneOf(heardResults), reason: maybe(key) })),
  CauseFound: event(
    'En orsak fastställdes',
    z.object({ causeId: id, area: oneOf(causeAreas), level: maybe(oneOf(causeLevels)), serious: maybeFlag }),
    sealed('text'),
  ),
  CauseWithdrawn: event('En orsak togs tillbaka', z.object({ causeId: id }), sealed('text')),
  InvestigationCompleted: event(
    'Utredningen blev klar',
    z.object({ similarBefore: maybeFlag, hits: maybe(count), recurrence: maybeFlag, noDeficiency: flag }),
    sealed('text'),
  ),
  OutcomeDecided: event(
    'Bedömningen gjordes',
    z.object({
      outcome: maybe(oneOf(lexSarahOutcomes)),
      hslOutcome: maybe(oneOf(hslOutcomes)),
      complaintOutcome: maybe(oneOf(complaintOutcomes)),
      injury: maybeFlag,
      serious: maybeFlag,
      avoidable: maybeFlag,
      byRole: oneOf(roles),
      body: maybe(key),
      delegationPoint: maybe(key),
    }),
    sealed('reasons'),
  ),
  IvoDecided: event(
    'Ställning togs till anmälan till IVO',
    z.object({
      notify: oneOf(ivoNotify),
      byRole: oneOf(roles),
      body: maybe(key),
      delegationPoint: maybe(key),
      urgent: flag.default(false),
      presenter: maybe(id),
      reason: maybe(key),
      missing: several(key).default([]),
    }),
    sealed('reasons'),
  ),
  FeedbackGiven: event(
    'Återkoppling gavs',
    z.object({ to: oneOf(feedbackRecipients), what: oneOf(feedbackWhats), method: oneOf(feedbackMethods), parts: several(key).default([]) }),
    sealed('text', 'recipient'),
  ),
  FeedbackNotPossible: event(
    'Återkoppling gick inte att ge',
    z.object({ to: oneOf(feedbackRecipients), what: oneOf(feedbackWhats), reason: oneOf(noFeedbackReasons) }),
    sealed('reasons'),
  ),
  ActionPlanned: event(
    'En åtgärd planerades',
    z.object({
      actionId: id,
      area: oneOf(actionAreas),
      horizon: oneOf(actionHorizons),
      plane: maybe(oneOf(actionPlanes)),
      causes: several(id),
      owner: key,
      dueAt: maybe(instant),
      effectDueAt: maybe(instant),
      streams: several(key).default([]),
    }),
    sealed('what', 'howJudged'),
  ),
  ActionChanged: event(
    'En åtgärd ändrades',
    z.object({ actionId: id, status: oneOf(actionStatuses), owner: maybe(key), dueAt: maybe(instant), effectDueAt: maybe(instant), reason: maybe(key) }),
    sealed('text'),
  ),
  EffectJudged: event(
    'Effekten av en åtgärd bedömdes',
    z.object({ actionId: id, effect: oneOf(effects), basis: maybe(key), next: maybe(id) }),
    sealed('evidence'),
  ),
  NoActionDecided: event('Det beslutades att ingen åtgärd behövs', z.object({ causeId: maybe(id), reason: key }), sealed('text')),
  DutyOpened: event(
    'En uppgift med frist uppstod',
    z.object({
      id: key,
      rule: key,
      ruleVersion: count,
      basis: oneOf(dutyBases),
      type: oneOf(dutyTypes),
      owner: key,
      subject: maybe(id),
      startedAt: instant,
      dueAt: maybe(instant),
      duePrecision: maybe(z.enum(['day', 'minute'])),
      targetAt: maybe(instant),
    }),
  ),
  DutyClosed: event('En uppgift blev klar', z.object({ id: key, as: oneOf(dutyEndings), reason: maybe(key) })),
  DeadlineRecalculated: event(
    'En frist räknades om',
    z.object({
      id: key,
      startedAt: maybe(instant),
      old: maybe(instant),
      new: maybe(instant),
      oldTarget: maybe(instant),
      newTarget: maybe(instant),
      why: z.enum(['calendar', 'law', 'start', 'pause', 'authority']),
    }),
  ),
  ReceiptDue: event('Mottagningsbekräftelse skickades', z.object({ item: id, duty: key, level: count, toRole: maybe(oneOf(roles)) })),
  ReminderDue: event('En påminnelse gick ut', z.object({ item: id, duty: key, level: count, toRole: oneOf(roles) })),
  EffectAsked: event('Frågan om åtgärdens effekt ställdes', z.object({ item: id, duty: key, level: count, toRole: oneOf(roles) })),
  Escalated: event('Förseningen lyftes till nästa chef', z.object({ item: id, duty: key, level: count, toRole: oneOf(roles) })),
  CaseHandedOver: event('Ärendet lämnades över', z.object({ to: oneOf(handOverReceivers), told: flag }), sealed('recipient', 'reasons')),
  CaseClosed: event('Ärendet avslutades', z.object({ reason: oneOf(closeReasons), duplicateOf: maybe(id) }), sealed('text')),
  CaseReopened: event('Ärendet öppnades igen', z.object({ reason: oneOf(reopenReasons), to: oneOf(stages) }), sealed('text')),
  CaseCancelled: event('Ärendet makulerades', z.object({ reason: oneOf(cancelReasons), second: maybe(id) }), sealed('text')),
  SealedPartRemoved: event('Text gallrades', z.object({ position: count, part: key, ground: key })),
} as const;

/** Events of the registers that are no case (engine.md 2). */
export const registerEvents = {
  StatisticsAttested: event(
    'Statistiken intygades',
    z.object({ unit: key, from: date, to: date, kinds: several(oneOf(kinds)).nullable(), seenPosition: maybe(count) }),
  ),
  AttestationWithdrawn: event('Intyget togs tillbaka', z.object({ attestation: key, unit: key })),
  OrganisationChanged: event('Organisationen ändrades', z.object({ rows: count, hash: key })),
} as const;

export const eventShapes = { ...caseEvents, ...registerEvents };

/** What happened, Swedish; also for an event that a later release wrote. */
export const labelOfEvent = (type: string): string =>
  (eventShapes as Record<string, { readonly label: string } | undefined>)[type]?.label ?? 'En händelse från en senare version';

export type EventType = keyof typeof eventShapes;
export type CaseEventType = keyof typeof caseEvents;
export type OpenOf<T extends EventType> = z.infer<(typeof eventShapes)[T]['open']>;
/** An event as the fold sees it: no words, no actor's identity beyond what the open part says. */
export type CaseEvent = { [T in CaseEventType]: { readonly type: T; readonly open: OpenOf<T> } }[CaseEventType] & {
  readonly version: number;
  readonly position: number;
  readonly at: string;
  readonly recordedAt: string;
};
export type Desc = z.infer<typeof desc>;

/** An event that a decision wants written: the store adds version, position and time. */
export type NewCaseEvent = {
  [T in CaseEventType]: {
    readonly type: T;
    readonly open: z.input<(typeof caseEvents)[T]['open']>;
    readonly sealed?: Record<string, unknown> | undefined;
    readonly at?: string | undefined;
  };
}[CaseEventType];
