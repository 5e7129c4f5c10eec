import { z } from 'zod';
import { mailFaults, mailSubjects } from '../../codes/mails.js';
import { id, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { mailsAfter } from '../mails-after.js';

export const mailFailed = defineCaseEvent({
  name: 'MailFailed',
  label: 'Mejlet till den som hörde av sig kom inte fram',
  open: z.object({ mail: id, about: oneOf(mailSubjects), why: oneOf(mailFaults) }),
  group: 'svar',
  detail: (open): string | null => `${label('mailSubject', open.about) ?? ''}. ${label('mailFault', open.why) ?? ''}`,
  evolve(state, event): Change {
    return { contact: { ...state.contact, mails: mailsAfter(state.contact.mails, event) } };
  },
});
