import { z } from 'zod';
import { mailSubjects } from '../../codes/mails.js';
import { id, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { mailsAfter } from '../mails-after.js';

/** A mail to the one who spoke up, who left an address: that there is something to read, never what. */
export const mailDue = defineCaseEvent({
  name: 'MailDue',
  label: 'Ett mejl ska skickas till den som hörde av sig',
  open: z.object({ mail: id, about: oneOf(mailSubjects) }),
  group: 'svar',
  detail: (open): string | null => label('mailSubject', open.about),
  evolve(state, event): Change {
    return { contact: { ...state.contact, mails: mailsAfter(state.contact.mails, event) } };
  },
});
