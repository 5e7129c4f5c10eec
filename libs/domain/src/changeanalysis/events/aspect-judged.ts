import { z } from 'zod';
import { aspectVerdicts, changeAspects } from '../../codes/change-analyses.js';
import { labelOf } from '../../codes/code.js';
import { inSentence } from '../../codes/in-sentence.js';
import { oneOf, sealed } from '../../shapes.schema.js';
import { defineAnalysisEvent } from '../change-analysis.js';

/** The words stand under the aspect's own name, so that the last of each stands. */
export const aspectJudged = defineAnalysisEvent({
  name: 'AspectJudged',
  label: 'En del bedömdes',
  open: z.object({ aspect: oneOf(changeAspects), verdict: oneOf(aspectVerdicts) }),
  sealed: sealed('quality', 'patientSafety', 'workEnvironment', 'economy'),
  detail: ({ aspect, verdict }) => `${inSentence(labelOf(changeAspects, aspect))}: ${inSentence(labelOf(aspectVerdicts, verdict))}`,
  evolve: (analysis, { open }) => ({ aspects: [...analysis.aspects.filter(({ aspect }) => aspect !== open.aspect), open] }),
});
