import { alertedOf } from '#domain/case/called';
import { type CaseState, type ExistingCase, isOpen } from '#domain/case/case';
import { isMirror } from '#domain/case/conditions';
import type { OpenOf } from '#domain/case/events.schema';
import { secondsAwaited } from '#domain/case/seconds';
import type { FeedbackRecipient } from '#domain/codes/feedback';
import type { RecordedEvent } from '#event-store/event-store';
import { caseHeading } from '#text/case-heading';
import type { Notice } from './notice.js';

/**
 * What a notice to staff says when it is sent: null where its subject has been settled, or where the recipient has since
 * got a conflict of interest; with today's date where the date has moved. Pure. A notice to the one who complained is always sent.
 */
export function asItStands(written: Notice, told: RecordedEvent, state: CaseState): Notice | null {
  if (!state.exists) return written;
  // A case whose diary is marked as secret is named by its number and kind alone.
  const notice = { ...written, secrecy: state.diary.secrecy, heading: state.diary.secrecy ? null : caseHeading({ ...state.desc, isMirror: isMirror(state) }) };
  const { recipient, kind } = notice;
  if (recipient === 'sender') return notice;
  if (state.conflict.barred.includes(recipient)) return null;
  switch (kind) {
    case 'reminder':
    case 'effect':
    case 'escalation':
      return withDuty(notice, (told.open as OpenOf<'ReminderDue'>).duty, state);
    case 'assignment':
      return isOpen(state) && state.handler?.person === recipient ? notice : null;
    case 'suspicion':
      return isOpen(state) && alertedOf(state).some((role) => role === notice.toRole) ? notice : null;
    case 'second':
      return secondsAwaited(state).some(({ request }) => request === (told.open as OpenOf<'SecondAsked'>).request) ? notice : null;
    case 'message':
      return state.contact.written !== null && state.end?.as !== 'cancelled' ? notice : null;
    case 'undelivered':
      return isReached((told.open as OpenOf<'MailFailed'>).mail, state) ? null : notice;
    case 'reopened':
      return isOpen(state) ? notice : null;
    case 'record':
    case 'attestation':
    case 'secondAnswered':
    case 'receipt':
    case 'answer':
      return notice;
    default:
      kind satisfies never;
      return notice;
  }
}

function withDuty(notice: Notice, dutyId: string, state: ExistingCase): Notice | null {
  const duty = state.duties.find((row) => row.id === dutyId);
  if (duty === undefined || duty.closed !== null) return null;
  const { rule, ruleVersion, dueAt, targetAt } = duty;
  return { ...notice, rule, ruleVersion, due: dueAt ?? targetAt ?? null, dueIsTarget: dueAt == null };
}

const sendersSide: readonly string[] = ['complainant', 'reporter', 'individual', 'patient', 'relative'] satisfies readonly FeedbackRecipient[];

/** Whether the person whom a mail did not reach was answered afterwards, by a later mail or in another way. */
function isReached(mailId: string, { contact: { mails, feedback } }: ExistingCase): boolean {
  const lost = mails.find(({ mail }) => mail === mailId);
  if (lost === undefined) return false;
  const since = lost.at ?? lost.dueAt;
  const byMail = mails.some(({ state, dueAt }) => state === 'sent' && dueAt > lost.dueAt);
  return byMail || feedback.some(({ given, to, at }) => given && sendersSide.includes(to) && at > since);
}
