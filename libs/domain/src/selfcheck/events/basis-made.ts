import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { checkAnswers, checkMeasures } from '../../codes/self-checks.js';
import { count, date, id, maybe, oneOf, position } from '../../shapes.schema.js';
import { defineSelfCheckEvent, measuredInWords } from '../selfcheck.js';

/** The cases received from `from` up to and not including `to`, as they stood at the position. */
const period = { from: date, to: date, position };

/** `seed` and the same cases give the same draw again (draw.ts). */
export const casesDrawn = defineSelfCheckEvent({
  name: 'CasesDrawn',
  label: 'Ett urval drogs',
  open: z.object({ seed: id, ...period, among: count, cases: z.array(id).min(1) }),
  detail: ({ among, cases }) => `${cases.length} av ${among} ärenden`,
  evolve: (_check, { open: { from, to, position: at, among, cases }, at: when }) => ({
    basis: { at: when, period: { from, to, position: at }, among, cases, answers: [], measured: null },
  }),
});

export const questionsAnswered = defineSelfCheckEvent({
  name: 'QuestionsAnswered',
  label: 'Frågorna besvarades',
  open: z.object({
    answers: z.array(z.object({ caseId: maybe(id), question: count, answer: oneOf(checkAnswers) })).min(1),
    measured: maybe(z.object({ met: count, of: count })),
  }),
  detail: ({ measured }) => (measured === null ? 'inget var aktuellt' : `ja på ${measuredInWords(measured)}`),
  evolve: (check, { open: { answers, measured }, at }) => ({
    basis: { at, period: check.basis?.period ?? null, among: check.basis?.among ?? 0, cases: check.basis?.cases ?? [], answers, measured },
  }),
});

/** `cases`: those that are not as they should be. */
export const figureComputed = defineSelfCheckEvent({
  name: 'FigureComputed',
  label: 'Gensvar räknade',
  open: z.object({ measure: oneOf(checkMeasures), ...period, measured: z.object({ met: count, of: count.min(1) }), cases: z.array(id) }),
  detail: ({ measure, measured }) => `${labelOf(checkMeasures, measure).toLowerCase()}: ${measuredInWords(measured)}`,
  evolve: (_check, { open: { from, to, position: at, measured, cases }, at: when }) => ({
    basis: { at: when, period: { from, to, position: at }, among: measured.of, cases, answers: [], measured },
  }),
});
