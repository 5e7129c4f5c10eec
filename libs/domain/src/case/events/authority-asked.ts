import { z } from 'zod';
import { askingAuthorities } from '../../codes/authorities.js';
import { date, id, maybe, oneOf, registryNumber, sealed } from '../../shapes.schema.js';
import { toldAuthorities } from '../authorities.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const authorityAsked = defineCaseEvent({
  name: 'AuthorityAsked',
  label: 'En myndighet begärde ett yttrande',
  open: z.object({ id, from: oneOf(askingAuthorities), letterOn: date, theirNumber: maybe(registryNumber), dueOn: maybe(date) }),
  sealed: sealed('text'),
  group: 'ivo',
  detail: (open): string | null => label('askingAuthority', open.from),
  evolve(state, event): Change {
    return toldAuthorities(state, event);
  },
  steps: (event): readonly Step[] => [step(event, 'authorityAsked', { code: event.open.from, ref: event.open.id })],
});
