import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { inSentence } from '../../codes/in-sentence.js';
import { improvementKinds, improvementRoutes } from '../../codes/year-duties.js';
import { oneOf, sealed } from '../../shapes.schema.js';
import { defineYearEvent } from '../year.js';

export const improvementDecided = defineYearEvent({
  name: 'ImprovementDecided',
  label: 'Förbättring beslutades vid ledningens genomgång',
  open: z.object({ kind: oneOf(improvementKinds), route: oneOf(improvementRoutes) }),
  sealed: sealed('decision'),
  detail: ({ kind, route }) => `${inSentence(labelOf(improvementKinds, kind))}, till ${inSentence(labelOf(improvementRoutes, route))}`,
  evolve: ({ improvements }, { open, at }) => ({ improvements: [...improvements, { ...open, at }] }),
});
