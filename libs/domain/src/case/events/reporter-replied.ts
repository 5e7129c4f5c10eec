import { z } from 'zod';
import { replyAnswers } from '../../codes/case-codes.js';
import { oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const reporterReplied = defineCaseEvent({
  name: 'ReporterReplied',
  label: 'Den som fick svaret sa om det räckte',
  open: z.object({ answered: oneOf(replyAnswers) }),
  sealed: sealed('text'),
  group: 'svar',
  detail: (open): string | null => label('replyAnswer', open.answered),
  evolve(state, event): Change {
    return { contact: { ...state.contact, repliedAt: event.at } };
  },
  steps: (event): readonly Step[] => [step(event, 'reply', { code: event.open.answered })],
});
