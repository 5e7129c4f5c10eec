import { alertedOf } from '#domain/case/called';
import type { ExistingCase } from '#domain/case/case';
import type { OpenOf } from '#domain/case/events.schema';
import { nextChief, type Role } from '#domain/codes/roles';
import { caseIdOf, uuidOf } from '#domain/ids';
import { holdersOf } from '#domain/org/holders';
import type { Organisation } from '#domain/org/units';
import type { RecordedEvent } from '#event-store/event-store';
import type { Person } from '#organisation/people';
import type { Notice, NoticeKind } from './notice.js';

/** The possible recipients: resolved when the notices are written, since posts change while cases wait. */
export interface Recipients {
  readonly people: readonly Person[];
  readonly organisation: Organisation;
  readonly today: string;
}

const kinds: Readonly<Record<string, NoticeKind>> = {
  ReceiptDue: 'receipt',
  ReminderDue: 'reminder',
  EffectAsked: 'effect',
  Escalated: 'escalation',
  CaseAssigned: 'assignment',
  MessageExchanged: 'message',
  MailDue: 'answer',
  MailFailed: 'undelivered',
  CaseReopened: 'reopened',
  TriageAnswered: 'suspicion',
  SecondAsked: 'second',
  SecondAnswered: 'secondAnswered',
};
/** Whether this event of a case gives any notice. */
export const tells = (event: RecordedEvent): boolean => caseIdOf(event.stream) !== null && event.type in kinds;

/** Notices to the one who complained, escalations, suspicions and requests to a second person are sent at once; the rest with the person's daily mail. */
const urgent: readonly NoticeKind[] = ['receipt', 'answer', 'escalation', 'suspicion', 'second'];

/** The notices of an event, with their recipients. Pure. */
export function noticesOf(event: RecordedEvent, state: ExistingCase, to: Recipients): readonly Notice[] {
  const kind = kinds[event.type];
  if (kind === undefined) return [];
  const common = {
    eventId: event.eventId,
    caseId: state.id,
    number: state.number,
    caseKind: state.desc.kind,
    heading: null,
    secrecy: state.diary.secrecy,
    kind,
    urgent: urgent.includes(kind),
    mail: mailOf(event),
  };
  const of = (recipient: string, rest: Pick<Notice, 'toRole' | 'rule' | 'ruleVersion' | 'level' | 'due' | 'dueIsTarget'>): Notice => ({
    ...common,
    ...rest,
    id: uuidOf('notice', event.eventId, recipient),
    recipient,
    gaveUp: recipient === 'nobody' ? 'nobody' : null,
  });
  if (kind === 'assignment') {
    const { person, as } = event.open as OpenOf<'CaseAssigned'>;
    if (person === null || event.actor === `person:${person}`) return [];
    return [of(person, { toRole: as, rule: null, ruleVersion: null, level: 0, due: null, dueIsTarget: false })];
  }
  const plain = { toRole: null, rule: null, ruleVersion: null, level: 0, due: null, dueIsTarget: false };
  // The receipt has a mail of its own, sent by its agenda item.
  if (kind === 'answer') return (event.open as OpenOf<'MailDue'>).about === 'confirmation' ? [] : [of('sender', plain)];
  if (kind === 'message' && (event.open as OpenOf<'MessageExchanged'>).direction === 'out') return [];
  // Also when the case is closed: a message waits for a reader, and a failed mail for somebody to contact the person.
  if (kind === 'message' || kind === 'undelivered' || kind === 'reopened') {
    return handlersOf(state, to)
      .filter((recipient) => event.actor !== `person:${recipient}`)
      .map((recipient) => of(recipient, plain));
  }
  if (kind === 'second' || kind === 'secondAnswered') {
    return toldOfSecond(event, state)
      .filter((recipient) => !state.conflict.barred.includes(recipient) && event.actor !== `person:${recipient}`)
      .map((recipient) => of(recipient, plain));
  }
  if (kind === 'suspicion') {
    return alertedOf(state).flatMap((role) =>
      holdersFor(role, state, to)
        .filter((recipient) => event.actor !== `person:${recipient}`)
        .map((recipient) => of(recipient, { ...plain, toRole: role })),
    );
  }
  const { duty: dutyId, level, toRole } = event.open as OpenOf<'ReceiptDue'>;
  // The receipt says when the answer is to be expected, the others what they are about.
  const duty = state.duties.find((row) => (kind === 'receipt' ? /-KLAG-SVAR$/.test(row.rule) && row.closed === null : row.id === dutyId));
  const what = {
    toRole,
    rule: duty?.rule ?? null,
    ruleVersion: duty?.ruleVersion ?? null,
    level,
    due: duty?.dueAt ?? duty?.targetAt ?? null,
    dueIsTarget: duty?.dueAt == null,
  };
  if (kind === 'receipt') return [of('sender', what)];
  return (toRole == null ? [] : holdersFor(toRole, state, to)).map((recipient) => of(recipient, what));
}

/** The one who is asked to stand for a decision, and of the answer the one who asked. */
function toldOfSecond({ type, open }: RecordedEvent, { seconds }: ExistingCase): readonly string[] {
  if (type === 'SecondAsked') return [(open as OpenOf<'SecondAsked'>).second];
  const asked = seconds.find(({ request }) => request === (open as OpenOf<'SecondAnswered'>).request);
  return asked === undefined ? [] : [asked.by];
}

/** The name by which the case knows the mail that an event causes. */
function mailOf({ type, open }: RecordedEvent): string | null {
  if (type === 'ReceiptDue') return (open as OpenOf<'ReceiptDue'>).item;
  return type === 'MailDue' ? (open as OpenOf<'MailDue'>).mail : null;
}

/** Whoever handles the case; where nobody does, or has a conflict of interest, the unit's head. */
function handlersOf(state: ExistingCase, to: Recipients): readonly string[] {
  const handler = state.handler?.person ?? null;
  return handler === null || state.conflict.barred.includes(handler) ? holdersFor('enhetschef', state, to) : [handler];
}

/**
 * The persons who hold the role over the case's unit, except those with a conflict of interest. Where nobody does: the next chief,
 * then the registrar, so that no notice is lost; at last `nobody`, which the operator sees.
 */
function holdersFor(role: Role, { desc, conflict: { barred } }: ExistingCase, to: Recipients): readonly string[] {
  return holdersAt(role, desc.unit, barred, to);
}

/** The same for a unit. */
export function holdersAt(role: Role, unit: string | null, barred: readonly string[], { people, organisation, today }: Recipients): readonly string[] {
  const holding = (which: Role) =>
    holdersOf(people, which, unit, organisation, today)
      .map((person) => person.id)
      .filter((id) => !barred.includes(id));
  // Each role once, so that a circular ladder, or an unknown role, ends too.
  const asked = new Set<Role>();
  for (let at: Role | null | undefined = role; at != null && !asked.has(at); at = nextChief(at, organisation.settings.ladder)) {
    asked.add(at);
    const found = holding(at);
    if (found.length > 0) return found;
  }
  // A private provider has none of the municipality's roles above it: whoever answers for the operation gets the notice.
  for (const last of ['registrator', 'utforare'] as const) {
    const found = holding(last);
    if (found.length > 0) return found;
  }
  return ['nobody'];
}
