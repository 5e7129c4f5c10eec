import type { MailSubject } from '../../codes/mails.js';
import type { ExistingCase } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import { type Context, newId } from './context.js';

/** A mail that says that there is something to read, to one who left an address; nobody else is written to. */
export const mailDue = (state: ExistingCase, about: MailSubject, context: Context): NewCaseEvent[] =>
  state.desc.answerBy === 'email' ? [{ type: 'MailDue', open: { mail: newId(context, 'mail'), about } }] : [];
