import { z } from 'zod';
import { providerNews } from '../../codes/provider-news.js';
import { id, storedInstant as instant, maybe, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';

/** What a private provider tells the board of its own lex Sarah, on the municipality's mirror; `source` is the provider's case. */
export const providerInformed = defineCaseEvent({
  name: 'ProviderInformed',
  label: 'Utföraren informerade nämnden',
  open: z.object({ about: oneOf(providerNews), source: id, toldAt: instant, notifiedAt: maybe(instant) }),
  detail: (open): string | null => label('providerNews', open.about),
  evolve(state, event): Change {
    return { outside: { ...state.outside, providerNews: [...state.outside.providerNews, event.open] } };
  },
});
