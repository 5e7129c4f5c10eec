import { z } from 'zod';
import { reopenGrounds } from '../../codes/case-codes.js';
import { stages } from '../../codes/stages.js';
import { oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, judgedAnew, seen } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const caseReopened = defineCaseEvent({
  name: 'CaseReopened',
  label: 'Ärendet öppnades igen',
  open: z.object({ reason: oneOf(reopenGrounds), to: oneOf(stages) }),
  sealed: sealed('text'),
  detail: (open): string | null => label('reopenReason', open.reason),
  evolve(state, event): Change {
    const anew = judgedAnew(state, { from: 'followUp', to: event.open.to });
    return {
      stage: event.open.to,
      progress: {
        ...state.progress,
        since: event.at,
        roundFrom: event.at,
        notApplicable: [],
        reopenings: [...state.progress.reopenings, { at: event.at, reason: event.open.reason }],
      },
      end: null,
      ...anew,
      contact: seen(anew.contact),
    };
  },
  steps: (event): readonly Step[] => [step(event, 'reopened', { code: event.open.to, code2: event.open.reason })],
});
