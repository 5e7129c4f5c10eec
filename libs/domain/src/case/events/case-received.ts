import { z } from 'zod';
import { kinds } from '../../codes/kinds.js';
import { links } from '../../codes/links.js';
import { roles } from '../../codes/roles.js';
import { flag, id, storedInstant as instant, key, maybe, oneOf, words } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { desc } from './stated.schema.js';

export const caseReceived = defineCaseEvent({
  name: 'CaseReceived',
  label: 'Ärendet togs emot',
  open: desc.extend({
    number: key,
    link: maybe(oneOf(links)),
    from: maybe(id),
    originKind: maybe(oneOf(kinds)),
    originReceivedAt: maybe(instant),
    /** When what the case is about was known here, where another case told of it first: its clocks run from then. */
    knownAt: maybe(instant),
    registeredFor: maybe(oneOf(roles)),
    reporter: maybe(id),
    handledAtOnce: flag.default(false),
    /** A unit of a provider's own tree that the municipality's case is about. */
    concernsUnit: maybe(key),
  }),
  sealed: z.object({
    what: words.optional(),
    consequence: words.optional(),
    immediateActions: words.optional(),
    where: words.optional(),
    reporter: z.unknown().optional(),
    affected: z.unknown().optional(),
    answerTo: words.optional(),
  }),
});
