import { refuse } from '../../errors.js';
import type { Process } from '../../process/process.js';
import { type AgendaItem, agenda } from '../agenda.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { Context } from './context.js';
import { closed, metBy } from './duties.js';

/**
 * Does what time demands. An item that is no longer on the agenda has been done or has lapsed, one whose time has not come is
 * left where it is. Both are refusals, though normal ones: a refusal stores nothing, so that the item's id stays free for the
 * day it is to be done. (A date moved forth and back gives the same item again.)
 */
export function perform(state: ExistingCase, command: CommandOf<'PerformAgendaItem'>, process: Process, context: Context): NewCaseEvent[] {
  const item = agenda(state, context.organisation.settings.ladder).find((candidate) => candidate.id === command.item);
  if (item === undefined) refuse('alreadyMet');
  if (item.at > context.now) refuse('tooEarly');
  return eventsOf(item, state, process);
}

function eventsOf(item: AgendaItem, state: ExistingCase, process: Process): NewCaseEvent[] {
  const open = { item: item.id, duty: item.duty, level: item.level, toRole: item.toRole };
  switch (item.do) {
    case 'sendReceipt':
      return [
        { type: 'ReceiptDue', open },
        { type: 'FeedbackGiven', open: { to: 'complainant', what: 'confirmation', method: 'email', parts: [] } },
        ...closed(state, metBy(process, 'confirmation'), 'met'),
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
