import { z } from 'zod';
import { reopenGrounds } from '../../codes/case-codes.js';
import { stages } from '../../codes/stages.js';
import { oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { type Change, judgedAnew, seen } from '../changes.js';
import { label } from '../history-words.js';
import { step } from '../step.js';

export const caseReopened = defineCaseEvent({
  name: 'CaseReopened',
  label: 'Ärendet öppnades igen',
  open: z.object({ reason: oneOf(reopenGrounds), to: oneOf(stages) }),
  sealed: sealed('text'),
  detail: (open): string | null => label('reopenReason', open.reason),
  evolve(state, event): Change {
    return {
      stage: event.open.to,
      since: event.at,
      end: null,
      ...judgedAnew(state, 'followUp'),
      notApplicable: [],
      reopened: state.reopened + 1,
      ...seen(state),
      steps: [...state.steps, step(event, 'reopened', { code: event.open.to, code2: event.open.reason })],
    };
  },
});
