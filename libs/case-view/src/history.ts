import type { OpenedCase } from '#case-service/case-reader';
import { personActor } from '#domain/case/actor';
import { labelOfEvent } from '#domain/case/events.schema';
import { rolesOver } from '#domain/case/roles-in';
import { labelOf } from '#domain/codes/code';
import { codeLists } from '#domain/codes/index';
import { stockholmDate } from '#domain/law/calendar';
import { regulation } from '#domain/law/regulation';
import { roles } from '#domain/org/roles';
import type { Organisation } from '#domain/org/units';
import type { Person } from '#organisation/people';
import { inSentence } from '#text/in-sentence';

type Open = Readonly<Record<string, unknown>>;
const label = (list: string, code: unknown): string | null => codeLists[list]?.find((entry) => entry.code === code)?.label ?? null;
const ruleName = (id: unknown): string | null => regulation.find((rule) => rule.id === String(id).split('#')[0])?.name ?? null;

const outcomeOf = (open: Open): string | null =>
  label('lexSarahOutcome', open['outcome']) ?? label('hslOutcome', open['hslOutcome']) ?? label('complaintOutcome', open['complaintOutcome']);

/** What a sentence adds to its event's label: the code that matters, in words. */
const details: Readonly<Record<string, (open: Open, organisation: Organisation, today: string) => string | null>> = {
  StageEntered: (open) => `${label('stage', open['stage']) ?? ''}${open['direction'] === 'back' ? ' (sändes tillbaka)' : ''}`,
  CaseReopened: (open) => label('reopenReason', open['reason']),
  CaseClosed: (open) => label('closeReason', open['reason']),
  CaseCancelled: (open) => label('cancelReason', open['reason']),
  CaseHandedOver: (open) => label('handOverReceiver', open['to']),
  CaseMoved: (open, organisation, today) => organisation.unit(String(open['unit']), today)?.name ?? null,
  CaseConverted: (open) => `${label('kind', open['to']) ?? ''} ${String(open['childNumber'] ?? '')}`.trim(),
  TriageAnswered: (open) => (open['serious'] === 'yes' ? 'allvarligt' : null),
  Diarised: (open) => {
    const shared = open['sharedWith'] as { readonly number: string } | null | undefined;
    return shared == null ? null : `delar det med ${shared.number}`;
  },
  RiskAssessed: (open) => `${Number(open['severity']) * Number(open['probability'])} av 16`,
  InvestigationOpened: (open) => label('investigationMethod', open['method']),
  EntryMade: (open) => (open['point'] === 'general' ? null : label('investigationPoint', open['point'])),
  PartyHeard: (open) => label('party', open['party']),
  OutcomeProposed: outcomeOf,
  OutcomeDecided: outcomeOf,
  IvoDecided: (open) => label('ivoNotify', open['notify']),
  IvoNotificationSent: (open) => label('ivoWay', open['way']),
  IvoMaterialSent: (open) => label('ivoMaterial', open['what']),
  IvoDecisionReceived: (open) => label('ivoOutcome', open['ivoOutcome']),
  IvoClosed: (open) => label('ivoOutcome', open['ivoOutcome']),
  DisclosureDecided: (open) => {
    const leftOut = (open['passages'] as readonly { readonly rule: unknown }[]).filter(({ rule }) => rule !== null).length;
    return `${inSentence(label('disclosureRecipient', open['to']) ?? '')}${leftOut === 0 ? '' : `, ${leftOut} ${leftOut === 1 ? 'uppgift utelämnad' : 'uppgifter utelämnade'}`}`;
  },
  OtherWayRecorded: (open) => `${label('otherWay', open['way']) ?? ''}. ${label('otherWayStep', open['step']) ?? ''}`,
  AuthorityAsked: (open) => label('askingAuthority', open['from']),
  OwnNotificationDecided: (open) => `${label('ownNotification', open['about']) ?? ''}, ${open['notify'] === true ? 'anmäls' : 'anmäls inte'}`,
  OwnNotificationSent: (open) => label('ownNotification', open['about']),
  ProviderInformed: (open) => label('providerNews', open['about']),
  PatientInformed: (open) => label('feedbackRecipient', open['to']),
  ReporterReplied: (open) => label('replyAnswer', open['answered']),
  FeedbackGiven: (open) =>
    open['to'] === 'complainant'
      ? label('feedbackWhat', open['what'])
      : `${label('feedbackWhat', open['what']) ?? ''} till ${inSentence(label('feedbackRecipient', open['to']) ?? '')}`,
  MailDue: (open) => label('mailSubject', open['about']),
  MailAccepted: (open) => label('mailSubject', open['about']),
  MailFailed: (open) => `${label('mailSubject', open['about']) ?? ''}. ${label('mailFault', open['why']) ?? ''}`,
  AttachmentAdded: (open) => label('attachmentType', open['mediaType']),
  FeedbackNotPossible: (open) => label('noFeedbackReason', open['reason']),
  CauseFound: (open) => label('causeArea', open['area']),
  ActionPlanned: (open) => label('actionArea', open['area']),
  EffectJudged: (open) => label('actionEffect', open['effect']),
  SecondAsked: (open) => label('secondedDecision', open['of']),
  SecondAnswered: (open) => `${label('secondedDecision', open['of']) ?? ''}. ${label('secondAnswer', open['answer']) ?? ''}`,
  StepExcepted: (open) => label('urgentStep', open['step']),
  ExceptedStepTaken: (open) => label('urgentStep', open['step']),
  DutyOpened: (open) => ruleName(open['rule']),
  DutyClosed: (open) => ruleName(open['id']),
  DeadlineRecalculated: (open) => ruleName(open['id']),
  ReminderDue: (open) => ruleName(open['duty']),
  Escalated: (open) => ruleName(open['duty']),
};

/** A task is done only where it was met; what ended in another way says so. */
const endings: Readonly<Record<string, string>> = { notApplicable: 'En uppgift gällde inte längre', withdrawn: 'En uppgift togs tillbaka' };

const others: Readonly<Record<string, string>> = { anonymous: 'Den som hörde av sig', system: 'Systemet', import: 'Inläsning' };

/** What an event says, in a sentence without anybody's words: its label, and the code that matters. */
export function sentenceOfEvent({ type, open }: { readonly type: string; readonly open: Open }, organisation: Organisation, today: string): string {
  const detail = details[type]?.(open, organisation, today) ?? null;
  const said = (type === 'DutyClosed' ? endings[String(open['as'])] : undefined) ?? labelOfEvent(type);
  return detail === null ? said : `${said}: ${detail}`;
}

/** What happened, oldest first. Who did it is a name to those who may read the case's words, a role to others. */
export function historyView(opened: OpenedCase, people: readonly Person[], organisation: Organisation) {
  const today = stockholmDate(opened.now);
  const items = opened.events.map((event) => {
    const words = opened.words.get(event.eventId);
    return {
      version: event.version,
      at: event.at,
      recordedAt: event.recordedAt,
      type: event.type,
      text: `${sentenceOfEvent(event, organisation, today)}${toWhom(event, opened, people, organisation, today)}`,
      by: byOf(event.actor, opened, people, organisation, today),
      ...(opened.mayRead && words !== undefined ? { words } : {}),
    };
  });
  return { items };
}

/** Whom a case was given to, as the one who did something is named. */
function toWhom(
  { type, open }: OpenedCase['events'][number],
  opened: OpenedCase,
  people: readonly Person[],
  organisation: Organisation,
  today: string,
): string {
  if (type !== 'CaseAssigned') return '';
  if (open['person'] === null) return ': till ingen';
  const whom = byOf(`person:${String(open['person'])}`, opened, people, organisation, today);
  return `: till ${opened.mayRead ? whom : inSentence(whom)}`;
}

function byOf(actor: string, opened: OpenedCase, people: readonly Person[], organisation: Organisation, today: string): string {
  const other = others[actor];
  if (other !== undefined) return other;
  const person = people.find((row) => `person:${row.id}` === actor);
  if (person === undefined) return 'En medarbetare';
  if (opened.mayRead) return person.name;
  const role = rolesOver(personActor(person.id, person.posts), opened.state.desc.unit, organisation, today)[0];
  return labelOf(roles, role ?? 'medarbetare');
}
