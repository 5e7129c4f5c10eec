import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { roles } from '../../codes/roles.js';
import { months } from '../../codes/self-checks.js';
import { dayInWords } from '../../days.js';
import { count, date, id, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineSelfCheckEvent } from '../selfcheck.js';

export const selfCheckReplanned = defineSelfCheckEvent({
  name: 'SelfCheckReplanned',
  label: 'Planen ändrades',
  open: z.object({ months: z.array(oneOf(months)).min(1), role: oneOf(roles), owner: maybe(id), due: date }),
  detail: ({ months: chosen, due }) => `${chosen.map((code) => labelOf(months, code).toLowerCase()).join(', ')}, nästa gång senast den ${dayInWords(due)}`,
  evolve: (_check, { open }) => open,
});

/** Written anew: the check itself, its activity, its questions. Answers to the earlier questions are dropped. */
export const selfCheckDescribed = defineSelfCheckEvent({
  name: 'SelfCheckDescribed',
  label: 'Beskrivningen ändrades',
  open: z.object({ questions: count.nullable().default(null) }),
  sealed: sealed('what', 'activity', 'questions'),
  evolve: (check, { open: { questions } }) =>
    questions === null ? {} : { questions, basis: check.basis === null ? null : { ...check.basis, answers: [], measured: null } },
});

export const selfCheckEnded = defineSelfCheckEvent({
  name: 'SelfCheckEnded',
  label: 'Egenkontrollen avslutades',
  open: z.object({}),
  sealed: sealed('reasons'),
  evolve: (_check, { at }) => ({ endedAt: at }),
});
