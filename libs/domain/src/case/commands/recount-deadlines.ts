import { defineCaseCommand } from '../case-command.js';
import { reworded } from '../decide/duties.js';
import type { NewCaseEvent } from '../events.schema.js';

/**
 * Stores the days that the municipality's own periods now give the open duties of a case, once a period has been changed; not offered over HTTP.
 * Nothing where every day stands.
 */
export const recountDeadlines = defineCaseCommand({
  name: 'RecountDeadlines',
  input: {},
  who: 'system',
  decide(state, _command, context): readonly NewCaseEvent[] {
    return reworded(state, context);
  },
});
