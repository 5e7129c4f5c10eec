import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { inSentence } from '../../codes/in-sentence.js';
import { statementGivers } from '../../codes/reviews.js';
import { dayInWords } from '../../days.js';
import { roughDayInWords } from '../../rough-day.js';
import { date, key, oneOf, sealed } from '../../shapes.schema.js';
import { defineReviewEvent } from '../review.js';

export const statementAsked = defineReviewEvent({
  name: 'StatementAsked',
  label: 'Ett yttrande begärdes',
  open: z.object({ by: oneOf(statementGivers), due: key }),
  sealed: sealed('about'),
  detail: ({ by, due }) => `av ${inSentence(labelOf(statementGivers, by))}, senast ${roughDayInWords(due)}`,
  evolve: ({ statements }, { open }) => ({ statements: [...statements, { ...open, givenOn: null }] }),
});

export const statementGiven = defineReviewEvent({
  name: 'StatementGiven',
  label: 'Yttrandet lämnades',
  open: z.object({ on: date }),
  sealed: sealed('diary', 'content'),
  detail: ({ on }) => `den ${dayInWords(on)}`,
  evolve: ({ statements }, { open }) => ({ statements: statements.map((one) => (one.givenOn === null ? { ...one, givenOn: open.on } : one)) }),
});
