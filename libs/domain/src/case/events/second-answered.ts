import { z } from 'zod';
import { roles } from '../../codes/roles.js';
import { secondAnswers, secondedDecisions } from '../../codes/seconded.js';
import { id, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { secondsAfter } from '../seconds.js';

export const secondAnswered = defineCaseEvent({
  name: 'SecondAnswered',
  label: 'En andra person svarade',
  open: z.object({ request: id, of: oneOf(secondedDecisions), answer: oneOf(secondAnswers), by: id, as: oneOf(roles) }),
  sealed: sealed('reasons'),
  detail: (open): string | null => `${label('secondedDecision', open.of) ?? ''}. ${label('secondAnswer', open.answer) ?? ''}`,
  evolve(state, event): Change {
    return { seconds: secondsAfter(state.seconds, event) };
  },
});
