import { shallBeNotified } from '../law/notifiable.js';
import { toldAuthorities } from './authorities.js';
import { begin } from './begin.js';
import type { Action, CaseState, ExistingCase } from './case.js';
import { conflicted } from './conflicted.js';
import { dutiesAfter } from './duties-after.js';
import type { CaseEvent, Desc, OpenOf } from './events.schema.js';
import { tracked } from './ivo-track.js';
import { mailsAfter } from './mails-after.js';
import { withOtherWay } from './other-ways.js';
import { exceptionsAfter, lapsed, secondsAfter } from './seconds.js';
import { type Envelope, step } from './step.js';

type Change = Partial<ExistingCase>;

/**
 * Folds one event into the case. Total: an event that the situation does not expect changes nothing but the version,
 * so that any prefix of any stream folds. Reads open parts only; parts that an event leaves alone are kept by reference.
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  if (!state.exists) return begin(state.id, event) ?? state;
  const change = changeBy(state, event);
  return { ...state, ...change, version: event.version };
}

/** Folds a whole stream. */
export const fold = (initial: CaseState, events: readonly CaseEvent[]): CaseState => events.reduce(evolve, initial);

function changeBy(state: ExistingCase, event: CaseEvent): Change {
  switch (event.type) {
    case 'CaseReceived':
    case 'CaseImported':
    case 'SealedPartRemoved':
      return {};
    case 'AddendumMade':
      return seen(state);
    case 'MessageExchanged':
      return event.open.direction === 'in' ? { written: event.at } : seen(state);
    case 'MailDue':
    case 'MailAccepted':
    case 'MailFailed':
      return { mails: mailsAfter(state.mails, event) };
    case 'IncidentLinked':
      return event.open.link === 'sibling' ? { siblings: [...state.siblings, event.open.caseId] } : {};
    case 'AttachmentAdded': {
      const { attachmentId, ...kept } = event.open;
      return { attachments: [...state.attachments, { id: attachmentId, ...kept }] };
    }
    case 'CaseCorrected':
      return corrected(state, event.open);
    case 'CaseClassified':
      return { desc: { ...state.desc, ...stated(event.open) } };
    case 'TriageAnswered':
      return triaged(state, event, event.open);
    case 'RiskAssessed':
      return { risk: assessedRisk(state, event, event.open) };
    case 'CaseConverted':
      return {
        convertedTo: [...state.convertedTo, { to: event.open.to, child: event.open.child, link: event.open.link, lawAreas: event.open.lawAreas, at: event.at }],
        steps: [...state.steps, step(event, 'converted', { code: event.open.to, code2: event.open.why, ref: event.open.child })],
      };
    case 'Diarised':
      return { ...withNumber(state, event.open.diaryNumber), secrecy: event.open.secrecy, numberSharedWith: event.open.sharedWith };
    case 'CaseAssigned':
      return assigned(state, event.open);
    case 'ConflictAnswered':
    case 'ConflictOverridden':
      return conflicted(state, event);
    case 'SecondAsked':
    case 'SecondAnswered':
      return { seconds: secondsAfter(state.seconds, event) };
    case 'StepExcepted':
    case 'ExceptedStepTaken':
      return { exceptions: exceptionsAfter(state.exceptions, event) };
    case 'CaseMoved':
      return {
        ...inUnit(state, event.open.unit, event.open.why === 'reorganisation'),
        // A case that had no unit is placed, not moved: no figure was ever counted elsewhere.
        unitThen: event.open.why === 'wrongUnit' || event.open.why === 'disputeSettled' || state.desc.unit === null ? event.open.unit : state.unitThen,
        steps: [...state.steps, step(event, 'moved', { code: event.open.why, unit: event.open.unit, role: event.open.byRole })],
      };
    case 'StageEntered':
      return {
        ...(event.open.direction === 'back' ? judgedAnew(state, event.open.from) : {}),
        stage: event.open.stage,
        since: event.at,
        investigators:
          event.open.stage === 'investigating' && state.handler !== null ? withPerson(state.investigators, state.handler.person) : state.investigators,
        notApplicable:
          event.open.direction === 'back'
            ? []
            : event.open.notApplicable.length === 0
              ? state.notApplicable
              : [...state.notApplicable, ...event.open.notApplicable],
        steps: [...state.steps, step(event, 'stage', { code: event.open.stage, code2: event.open.direction })],
      };
    case 'InvestigationOpened':
      return {
        investigation: { openedAt: state.investigation?.openedAt ?? event.at, method: event.open.method, lead: event.open.lead ?? null },
        investigators: event.open.lead == null ? state.investigators : withPerson(state.investigators, event.open.lead),
      };
    case 'EntryMade':
      return {
        entries: [
          ...state.entries.map((entry) => (entry.id === event.open.replaces ? { ...entry, replaced: true } : entry)),
          { id: event.open.entry, point: event.open.point, nature: event.open.nature, replaced: false },
        ],
      };
    case 'PartyHeard':
      return {
        heard: [...state.heard, { party: event.open.party, result: event.open.result, reason: event.open.reason }],
        steps: [...state.steps, step(event, 'heard', { code: event.open.party, code2: event.open.result })],
      };
    case 'CauseFound':
      return {
        causes: [...state.causes, { ...event.open, at: event.at, withdrawn: false }],
        steps: [...state.steps, step(event, 'cause', { code: event.open.area, code2: event.open.level, n: state.causes.length, ref: event.open.causeId })],
      };
    case 'CauseWithdrawn':
      return {
        causes: state.causes.map((cause) => (cause.causeId === event.open.causeId ? { ...cause, withdrawn: true } : cause)),
        steps: state.steps.filter((row) => !(row.type === 'cause' && row.ref === event.open.causeId)),
      };
    case 'InvestigationCompleted':
      return { completed: { at: event.at, noDeficiency: event.open.noDeficiency, similarBefore: event.open.similarBefore } };
    case 'OutcomeProposed':
      // Whoever puts a proposal has investigated, handler or not: proposal and decision are two persons' (docs/law/lex-sarah.md#who-decides).
      return {
        outcomeProposedAt: event.at,
        outcomeProposed: event.open.outcome ?? event.open.hslOutcome ?? event.open.complaintOutcome,
        investigators: event.open.by === null ? state.investigators : withPerson(state.investigators, event.open.by),
      };
    case 'OutcomeDecided':
      return {
        outcome: { ...event.open, at: event.at },
        seriousAt: shallBeNotified(event.open) ? (state.seriousAt ?? event.at) : null,
        ivo: shallBeNotified(event.open) && isNo(state.ivo) ? null : state.ivo,
      };
    case 'IvoDecided':
    case 'IvoNotificationSent':
    case 'IvoMaterialSent':
    case 'IvoAcknowledged':
    case 'IvoSupplementRequested':
    case 'IvoDecisionReceived':
    case 'IvoClosed':
      return tracked(state, event);
    case 'DisclosureDecided': {
      const { to, passages, document } = event.open;
      const leftOut = passages.filter(({ rule }) => rule !== null).length;
      return { disclosures: [...state.disclosures, { at: event.at, to, given: passages.length - leftOut, leftOut, document }] };
    }
    case 'OtherWayRecorded':
      return { otherWays: withOtherWay(state, event) };
    case 'AuthorityAsked':
    case 'AuthorityAnswered':
    case 'OwnNotificationDecided':
    case 'OwnNotificationSent':
      return toldAuthorities(state, event);
    case 'ProviderInformed':
      return { providerNews: [...state.providerNews, event.open] };
    case 'PatientInformed':
      return {
        patientInformed: [...state.patientInformed, { to: event.open.to, at: event.at }],
        steps: [...state.steps, step(event, 'patientInformed', { code: event.open.to, n: event.open.points.length })],
      };
    case 'ReporterReplied':
      return { steps: [...state.steps, step(event, 'reply', { code: event.open.answered })] };
    case 'FeedbackGiven':
      return { ...feedback(state, event, event.open.to, event.open.what, event.open.method, true), ...seen(state) };
    case 'FeedbackNotPossible':
      return feedback(state, event, event.open.to, event.open.what, event.open.reason, false);
    case 'ActionPlanned':
      return {
        actions: [...state.actions, { ...event.open, status: 'planned', round: state.reopened, decidedAt: event.at, doneAt: null, effect: null, reason: null }],
      };
    case 'ActionChanged':
      return { actions: state.actions.map((action) => (action.actionId === event.open.actionId ? changedAction(action, event, event.open) : action)) };
    case 'EffectJudged':
      return {
        actions: state.actions.map((action) =>
          action.actionId === event.open.actionId
            ? { ...action, status: 'done', doneAt: action.doneAt ?? event.at, effect: { effect: event.open.effect, at: event.at } }
            : action,
        ),
      };
    case 'NoActionDecided':
      return {
        noAction: [...state.noAction, { causeId: event.open.causeId, reason: event.open.reason, at: event.at, round: state.reopened }],
        steps: [...state.steps, step(event, 'noAction', { code: event.open.reason, ref: event.open.causeId })],
      };
    case 'DutyOpened':
    case 'DutyClosed':
    case 'DeadlineRecalculated':
    case 'ReceiptDue':
    case 'EffectAsked':
    case 'ReminderDue':
    case 'Escalated':
      return { duties: dutiesAfter(state.duties, event) };
    case 'CaseHandedOver':
      return { steps: [...state.steps, step(event, 'handedOver', { code: event.open.to, flag: event.open.told })] };
    case 'CaseClosed':
      return {
        stage: 'closed',
        since: event.at,
        closed: { at: event.at, reason: event.open.reason },
        exceptions: lapsed(state.exceptions, event.at),
        ...seen(state),
        steps: [...state.steps, step(event, 'closed', { code: event.open.reason, ref: event.open.duplicateOf })],
      };
    case 'CaseReopened':
      return {
        stage: event.open.to,
        since: event.at,
        closed: null,
        ...judgedAnew(state, 'followUp'),
        notApplicable: [],
        reopened: state.reopened + 1,
        ...seen(state),
        steps: [...state.steps, step(event, 'reopened', { code: event.open.to, code2: event.open.reason })],
      };
    case 'CaseCancelled':
      return {
        stage: 'cancelled',
        since: event.at,
        cancelled: { at: event.at, reason: event.open.reason },
        exceptions: lapsed(state.exceptions, event.at),
      };
    default:
      // A type from a later release: kept in the store, without meaning here.
      event satisfies never;
      return {};
  }
}

/** Somebody has answered, noted or acted upon what the one who spoke up wrote last; parts that do not change are kept by reference. */
const seen = ({ written }: ExistingCase): Change => (written === null ? {} : { written: null });

/** A position that an outcome which shall be notified leaves no room for: it is to be taken anew (docs/engine.md#the-track-of-ivo). */
const isNo = (ivo: ExistingCase['ivo']): boolean => ivo?.notify === 'no' || ivo?.notify === 'notApplicable';

/**
 * The time of the answer is that of the suspicion, as long as it stands: to answer yes again tomorrow gives no new day. An answer taken
 * back takes back that it was serious, unless the outcome says so.
 */
function triaged(state: ExistingCase, event: Envelope, open: OpenOf<'TriageAnswered'>): Change {
  const stands = state.triage !== null && state.triage.irregularity !== 'no' && open.irregularity !== 'no';
  const seriousAt = open.serious === 'yes' ? (state.seriousAt ?? event.at) : shallBeNotified(state.outcome) ? state.seriousAt : null;
  return { triage: open, triagedAt: stands ? (state.triagedAt ?? event.at) : event.at, seriousAt };
}

const withPerson = (list: readonly string[], person: string): readonly string[] => (list.includes(person) ? list : [...list, person]);

/** Whoever carries the case while it is investigated has investigated it. */
function assigned(state: ExistingCase, open: OpenOf<'CaseAssigned'>): Change {
  if (open.person === null) return { handler: null };
  const handler = { person: open.person, as: open.as, unit: open.unit };
  return state.stage === 'investigating' ? { handler, investigators: withPerson(state.investigators, open.person) } : { handler };
}

function assessedRisk(state: ExistingCase, event: Envelope, open: OpenOf<'RiskAssessed'>): ExistingCase['risk'] {
  if (open.phase === 'final') return { ...state.risk, severityFinal: open.severity, probabilityFinal: open.probability };
  return { ...state.risk, severity: open.severity, probability: open.probability, at: state.risk.at ?? event.at };
}

/** A fold may meet a case from a newer release in an older one; null means "not stated", so nothing is overwritten by it. */
function stated<T extends object>(open: T): Partial<Desc> {
  return Object.fromEntries(Object.entries(open).filter(([, value]) => value !== null)) as Partial<Desc>;
}

/** The number stands in what is stated of the case too, where a correction mends it. */
const withNumber = (state: ExistingCase, diaryNumber: string | null): Change => ({ diaryNumber, desc: { ...state.desc, diaryNumber } });

function corrected(state: ExistingCase, open: OpenOf<'CaseCorrected'>): Change {
  const { unit, ...others } = open.set;
  const desc = { ...state.desc, ...(others as Partial<Desc>) };
  const number = others.diaryNumber === undefined ? {} : { diaryNumber: others.diaryNumber, numberSharedWith: null };
  return { ...number, ...(unit === undefined ? { desc } : { ...inUnit({ ...state, desc }, unit, false), unitThen: unit }) };
}

/**
 * The case in another unit: what is still owed there is owed by the new unit's managers, and the old unit's handler has
 * done with it, so that one unit answers for the case (AC-38, R-151). A reorganisation takes the handler along.
 */
function inUnit(state: ExistingCase, unit: string | null, withHandler: boolean): Change {
  const here = <T extends { readonly owner: string }>(row: T): T => ({ ...row, owner: `${row.owner.split('@')[0]}@${unit ?? 'none'}` });
  return {
    desc: { ...state.desc, unit },
    handler: withHandler || state.handler === null || state.handler.unit === null || state.handler.unit === unit ? state.handler : null,
    duties: state.duties.map((row) => (row.closed === null ? here(row) : row)),
    actions: state.actions.map((row) => (row.effect === null && row.status !== 'dropped' ? here(row) : row)),
  };
}

/** Back to the investigation: what was concluded is concluded anew, and an answer given on the old conclusion no longer stands (docs/law/practice.md#stages). */
function judgedAnew(state: ExistingCase, from: ExistingCase['stage'] | null): Change {
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

function feedback(state: ExistingCase, event: Envelope, to: string, what: string, code: string, given: boolean): Change {
  return {
    feedback: [...state.feedback, { given, to, what, code, at: event.at }],
    steps: [...state.steps, step(event, 'feedback', { code: to, code2: what, flag: given })],
  };
}

function changedAction(action: Action, event: Envelope, open: OpenOf<'ActionChanged'>): Action {
  return {
    ...action,
    status: open.status,
    owner: open.owner ?? action.owner,
    dueAt: open.dueAt ?? action.dueAt,
    effectDueAt: open.effectDueAt ?? action.effectDueAt,
    doneAt: open.status === 'done' ? event.at : action.doneAt,
    reason: open.reason ?? action.reason,
    causes: open.causes ?? action.causes,
  };
}
