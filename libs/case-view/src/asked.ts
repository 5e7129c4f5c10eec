import type { ExistingCase } from '#domain/case/case';
import type { PublicCommand } from '#domain/case/commands.schema';
import { holdsFor, notComplaint, type When } from '#domain/case/conditions';

type Name = PublicCommand['type'];
type FieldsOf<N extends Name> = Exclude<keyof Extract<PublicCommand, { type: N }>, 'type'>;

const always = 'always';
const reasons = { reasons: always } as const;
/** The record of a decision: its day everywhere; who took part and what was entered against it where the decision is one on notification. */
const record = { at: always, participants: ['decides'], dissents: ['decides'], dissent: ['decides'] } as const;

/**
 * What is asked: the fields of each command's form, in the order they are asked, and in which situation. A field that is not here has a
 * default, is held by the form, or is not this person's to choose. The one place: forms, their help and the tests read it.
 */
const asked: { readonly [N in Name]?: { readonly [F in FieldsOf<N>]?: When } } = {
  ClassifyCase: {
    categories: ['complaint'],
    categoryOther: ['complaint'],
    lexSarahKinds: ['lexSarah', 'mirror'],
    lexSarahKindOther: ['lexSarah', 'mirror'],
    deviationType: ['deviation'],
    eventClass: ['deviation', 'lexMaria'],
    lawAreas: ['complaint', 'deviation', 'lexSarah', 'mirror'],
    affects: notComplaint,
    concernsChild: ['lexSarah', 'mirror', ['deviation', 'social']],
    area: always,
    arose: ['complaint', 'lexSarah', 'mirror', ['deviation', 'social']],
  },
  AnswerTriage: {
    danger: always,
    irregularity: always,
    careInjury: always,
    serious: notComplaint,
    avoidable: ['care', 'lexMaria'],
    otherWays: always,
    ...reasons,
  },
  AssessRisk: { severity: always, probability: always, ...reasons },
  Diarise: { diaryNumber: always, secrecy: always, sharedWith: always },
  AssignCase: { person: always, ...reasons },
  AnswerConflict: { answer: always, ground: always, person: always, ...reasons },
  OverrideConflict: { person: always, step: always, ground: always, second: always, ...reasons },
  MoveToUnit: { unit: always, why: always, ...reasons },
  ConvertCase: {
    to: always,
    way: ['complaint', ['deviation', 'social']],
    lawAreas: ['complaint', 'deviation', 'lexSarah', 'lexMaria'],
    knownAt: always,
    ...reasons,
  },
  AddToCase: { by: always, text: always },
  SendBack: { to: always, ...reasons },
  OpenInvestigation: { method: always, lead: always, team: always },
  MakeEntry: { point: ['lexSarah', 'lexMaria'], nature: always, by: always, heardAt: always, text: always, replaces: ['hasEntries'] },
  HearParty: { party: always, result: always, reason: notComplaint, at: always },
  FindCause: { area: always, level: always, serious: notComplaint, text: always },
  WithdrawCause: { causeId: always, text: always },
  CompleteInvestigation: { noDeficiency: ['complaint', 'deviation'], similarBefore: always, recurrence: always, text: always },
  ProposeOutcome: { outcome: ['lexSarah'], hslOutcome: ['care'], ...reasons },
  DecideOutcome: {
    complaintOutcome: ['complaint'],
    outcome: ['lexSarah', 'mirror'],
    injury: ['care'],
    serious: ['care'],
    avoidable: ['care'],
    hslOutcome: ['care'],
    ...reasons,
    ...record,
  },
  DecideIvo: {
    notify: always,
    presenter: ['decides'],
    other: ['decides', 'mirror'],
    toldAt: ['decides', 'mirror'],
    urgent: [['decides', 'unready']],
    ...reasons,
    ...record,
  },
  NotifyIvo: { at: always, way: always, investigationAttached: always, attachments: ['hasFiles'], receipt: always },
  SendToIvo: { what: always, at: always, attachments: ['hasFiles'] },
  RecordIvoNumber: { ivoNumber: always },
  RecordIvoRequest: { at: always, dueOn: always, answeredBy: always, text: always },
  RecordIvoDecision: { at: always, ivoOutcome: always, requirementDueOn: always, text: always },
  CloseIvoMatter: { at: always, ivoOutcome: always, text: always },
  RecordAuthorityRequest: { from: always, letterOn: always, theirNumber: always, dueOn: always, text: always },
  AnswerAuthority: { at: always, attachments: ['hasFiles'], text: always },
  DecideOwnNotification: { about: always, notify: always, ...reasons },
  SendOwnNotification: { about: always, at: always, theirNumber: always },
  RecordOtherWay: { way: always, step: always, to: always, cameInOn: always, at: always, ...reasons },
  GiveFeedback: {
    to: [...notComplaint, 'patientsCommittee'],
    what: always,
    method: always,
    parts: ['patientComplaint'],
    text: always,
    at: always,
  },
  ExplainNoFeedback: { to: [...notComplaint, 'patientsCommittee'], what: always, reason: always, reasons: always },
  SendMessage: { text: always },
  InformPatient: { to: always, points: always, journalRef: always, recipient: always, at: always },
  PlanAction: {
    what: always,
    area: always,
    horizon: always,
    causes: ['hasCauses'],
    ownerRole: notComplaint,
    dueAt: always,
    howJudged: always,
    effectDueAt: always,
  },
  ChangeAction: { actionId: always, status: always, causes: ['hasCauses'], dueAt: always, effectDueAt: always, text: always },
  JudgeEffect: { actionId: always, effect: always, evidence: always },
  DecideNoAction: { causeId: ['hasCauses'], text: always },
  ReplyAsReporter: { answered: always, text: always },
  CloseAtOnce: { whatWasDone: always, toldOnTheSpot: always, categories: ['complaint'], categoryOther: ['complaint'] },
  HandOverCase: { to: always, recipient: always, told: always, ...reasons },
  ReopenCase: { reason: always, text: always },
  CancelCase: { reason: always, second: always, text: always },
  ConfirmSecond: { request: always, ...reasons },
  RefuseSecond: { request: always, ...reasons },
};

/** The fields that a command's form asks in this case, in order. */
export const askedIn = (name: Name, state: ExistingCase): readonly string[] =>
  Object.entries(asked[name] ?? {}).flatMap(([field, when]) => (holdsFor(when as When, state) ? [field] : []));

/** Every field that is ever asked: each has a text (a test holds it so). */
export const everAsked: readonly (readonly [Name, string])[] = Object.entries(asked).flatMap(([name, fields]) =>
  Object.keys(fields).map((field) => [name as Name, field] as const),
);
