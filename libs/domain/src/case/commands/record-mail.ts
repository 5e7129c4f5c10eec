import { mailFaults } from '../../codes/mails.js';
import { refuse } from '../../errors.js';
import { id, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { closed, metBy } from '../decide/duties.js';
import type { NewCaseEvent } from '../events.schema.js';

/**
 * What became of a mail, once the mail server has answered; not offered over HTTP. `why` null: it was taken.
 * What became of a mail. The duty to confirm is met when the mail server has taken the confirmation, never before: until then it is
 * open and reminds. Also of a case that has ended meanwhile.
 */
export const recordMail = defineCaseCommand({
  name: 'RecordMail',
  input: { mail: id, why: oneOf(mailFaults).nullable() },
  who: 'system',
  decide(state, { mail, why }, _context, process): readonly NewCaseEvent[] {
    const { about } = state.contact.mails.find((row) => row.mail === mail && row.state === 'waiting') ?? refuse('alreadyMet');
    if (why !== null) return [{ type: 'MailFailed', open: { mail, about, why } }];
    const accepted: NewCaseEvent = { type: 'MailAccepted', open: { mail, about } };
    if (about !== 'confirmation') return [accepted];
    return [
      accepted,
      { type: 'FeedbackGiven', open: { to: 'complainant', what: 'confirmation', method: 'email', parts: [] } },
      ...closed(state, metBy(process, 'confirmation'), 'met'),
    ];
  },
});
