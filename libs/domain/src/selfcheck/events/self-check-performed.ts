import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { checkVerdicts } from '../../codes/self-checks.js';
import { dayInWords } from '../../days.js';
import { count, date, key, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineSelfCheckEvent, measuredInWords } from '../selfcheck.js';
import { statedInWords } from '../stated.js';

const verdict = oneOf(checkVerdicts);

/** `due`: the occasion that it is about; `on`: when it was made, or put off; `next`: the last day of the occasion after it. */
export const selfCheckPerformed = defineSelfCheckEvent({
  name: 'SelfCheckPerformed',
  label: 'Egenkontrollen bedömdes',
  open: z.object({
    verdict,
    due: date,
    on: date,
    next: date,
    measured: maybe(z.object({ met: count, of: count })),
    stated: maybe(z.object({ verdict, in: key })),
  }),
  sealed: sealed('found', 'reasons', 'action'),
  detail: ({ verdict: came, measured, stated, next }) =>
    [
      labelOf(checkVerdicts, came).toLowerCase(),
      ...(measured === null ? [] : [measuredInWords(measured)]),
      ...(stated === null ? [] : [statedInWords(stated)]),
      `${came === 'notDone' ? 'ny dag' : 'nästa gång senast'} den ${dayInWords(next)}`,
    ].join(', '),
  evolve: (check, { open: { verdict: came, due, on, next, measured, stated } }) => ({
    performances: [...check.performances, { due, on, verdict: came, measured, stated }],
    due: next,
    basis: null,
  }),
});
