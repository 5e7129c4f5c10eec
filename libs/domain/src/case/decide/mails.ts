import type { MailSubject } from '../../codes/mails.js';
import { refuse } from '../../errors.js';
import type { Process } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { type Context, newId } from './context.js';
import { closed, metBy } from './duties.js';

/** A mail that says that there is something to read, to one who left an address; nobody else is written to. */
export const mailDue = (state: ExistingCase, about: MailSubject, context: Context): NewCaseEvent[] =>
  state.desc.answerBy === 'email' ? [{ type: 'MailDue', open: { mail: newId(context, 'mail'), about } }] : [];

/**
 * What became of a mail. The duty to confirm is met when the mail server has taken the confirmation, never before: until then it is
 * open and reminds. Also of a case that has ended meanwhile.
 */
export function recordMail(state: ExistingCase, { mail, why }: CommandOf<'RecordMail'>, process: Process): NewCaseEvent[] {
  const { about } = state.mails.find((row) => row.mail === mail && row.state === 'waiting') ?? refuse('alreadyMet');
  if (why !== null) return [{ type: 'MailFailed', open: { mail, about, why } }];
  const accepted: NewCaseEvent = { type: 'MailAccepted', open: { mail, about } };
  if (about !== 'confirmation') return [accepted];
  return [
    accepted,
    { type: 'FeedbackGiven', open: { to: 'complainant', what: 'confirmation', method: 'email', parts: [] } },
    ...closed(state, metBy(process, 'confirmation'), 'met'),
  ];
}
