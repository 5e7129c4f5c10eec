import { providerNews } from '../../codes/provider-news.js';
import { id, instant, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { informed } from '../decide/mirrored.js';
import type { NewCaseEvent } from '../events.schema.js';

/**
 * What a private provider has told the board, on the municipality's mirror of it; not offered over HTTP.
 * What the provider has told since, on the mirror that there is.
 */
export const recordProviderNews = defineCaseCommand({
  name: 'RecordProviderNews',
  input: { about: oneOf(providerNews), source: id, toldAt: instant, notifiedAt: instant.nullable() },
  who: 'system',
  decide(_state, { type: _, ...told }): readonly NewCaseEvent[] {
    return [informed(told)];
  },
});
