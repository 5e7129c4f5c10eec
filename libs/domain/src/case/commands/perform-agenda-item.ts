import { refuse } from '../../errors.js';
import { id } from '../../shapes.schema.js';
import { type AgendaItem, agenda } from '../agenda.js';
import { defineCaseCommand } from '../case-command.js';
import type { NewCaseEvent } from '../events.schema.js';

/**
 * What the workflow asks for; not offered over HTTP.
 * Does what time demands. An item that is no longer on the agenda has been done or has lapsed, one whose time has not come is
 * left where it is. Both are refusals, though normal ones: a refusal stores nothing, so that the item's id stays free for the
 * day it is to be done. (A date moved forth and back gives the same item again.)
 */
export const performAgendaItem = defineCaseCommand({
  name: 'PerformAgendaItem',
  input: { item: id },
  who: 'system',
  decide(state, command, context): readonly NewCaseEvent[] {
    const item = agenda(state, context.organisation.settings).find((candidate) => candidate.id === command.item);
    if (item === undefined) refuse('alreadyMet');
    if (item.at > context.now) refuse('tooEarly');
    return eventsOf(item);
  },
});

function eventsOf(item: AgendaItem): NewCaseEvent[] {
  const open = { item: item.id, duty: item.duty, level: item.level, toRole: item.toRole };
  switch (item.do) {
    case 'sendReceipt':
      return [
        { type: 'ReceiptDue', open },
        // The duty is met when the mail server has taken it (RecordMail).
        { type: 'MailDue', open: { mail: item.id, about: 'confirmation' } },
      ];
    case 'remind':
      return [{ type: 'ReminderDue', open }];
    case 'askEffect':
      return [{ type: 'EffectAsked', open }];
    case 'escalate':
      return [{ type: 'Escalated', open }];
    default:
      item.do satisfies never;
      return [];
  }
}
