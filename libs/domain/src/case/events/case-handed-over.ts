import { z } from 'zod';
import { handOverReceivers } from '../../codes/case-codes.js';
import { flag, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const caseHandedOver = defineCaseEvent({
  name: 'CaseHandedOver',
  label: 'Ärendet lämnades över',
  open: z.object({ to: oneOf(handOverReceivers), told: flag }),
  sealed: sealed('recipient', 'reasons'),
  detail: (open): string | null => label('handOverReceiver', open.to),
  steps: (event): readonly Step[] => [step(event, 'handedOver', { code: event.open.to, flag: event.open.told })],
});
