import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { inSentence } from '../../codes/in-sentence.js';
import { accountParts, statementGivers } from '../../codes/reviews.js';
import { dayInWords } from '../../days.js';
import { roughDayInWords } from '../../rough-day.js';
import { date, key, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineReviewEvent } from '../review.js';

export const statementAsked = defineReviewEvent({
  name: 'StatementAsked',
  label: 'Ett yttrande eller en redovisning begärdes',
  open: z.object({ by: oneOf(statementGivers), due: key }),
  sealed: sealed('about'),
  detail: ({ by, due }) => `av ${inSentence(labelOf(statementGivers, by))}, senast ${roughDayInWords(due)}`,
  evolve: ({ statements }, { open }) => ({ statements: [...statements, { ...open, givenOn: null, parts: [] }] }),
});

export const statementGiven = defineReviewEvent({
  name: 'StatementGiven',
  label: 'Yttrandet eller redovisningen lämnades',
  open: z.object({ on: date, parts: several(oneOf(accountParts)).optional() }),
  sealed: sealed('diary', 'content'),
  detail: ({ on, parts = [] }) =>
    `den ${dayInWords(on)}${parts.length === 0 ? '' : `: ${parts.map((part) => inSentence(labelOf(accountParts, part))).join(', ')}`}`,
  evolve: ({ statements }, { open }) => ({
    statements: statements.map((one) => (one.givenOn === null ? { ...one, givenOn: open.on, parts: open.parts ?? [] } : one)),
  }),
});
