import type { CaseMail } from './case.js';
import type { CaseEvent } from './events.schema.js';

type MailEvent = Extract<CaseEvent, { type: 'MailDue' | 'MailAccepted' | 'MailFailed' }>;

/** Folds what became of the mails; one that was not asked for here changes nothing. */
export function mailsAfter(mails: readonly CaseMail[], event: MailEvent): readonly CaseMail[] {
  const { mail } = event.open;
  const changed = (change: Partial<CaseMail>) => mails.map((row) => (row.mail === mail ? { ...row, ...change } : row));
  switch (event.type) {
    case 'MailDue':
      return [...mails, { mail, about: event.open.about, dueAt: event.at, state: 'waiting', at: null, why: null }];
    case 'MailAccepted':
      return changed({ state: 'sent', at: event.at });
    case 'MailFailed':
      return changed({ state: 'failed', at: event.at, why: event.open.why });
    default:
      event satisfies never;
      return mails;
  }
}
