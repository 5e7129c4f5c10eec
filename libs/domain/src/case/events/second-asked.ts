import { z } from 'zod';
import { conflictGrounds } from '../../codes/case-codes.js';
import { cancelReasons } from '../../codes/closing.js';
import { roles } from '../../codes/roles.js';
import { secondedDecisions, urgentSteps } from '../../codes/seconded.js';
import { id, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { secondsAfter } from '../seconds.js';

export const secondAsked = defineCaseEvent({
  name: 'SecondAsked',
  label: 'En andra person ombads bekräfta',
  open: z.object({
    request: id,
    of: oneOf(secondedDecisions),
    by: id,
    as: oneOf(roles),
    second: id,
    secondRole: oneOf(roles),
    reason: maybe(oneOf(cancelReasons)),
    person: maybe(id),
    ground: maybe(oneOf(conflictGrounds)),
    step: maybe(oneOf(urgentSteps)),
  }),
  sealed: sealed('reasons'),
  detail: (open): string | null => label('secondedDecision', open.of),
  evolve(state, event): Change {
    return { seconds: secondsAfter(state.seconds, event) };
  },
});
