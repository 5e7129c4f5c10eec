import { z } from 'zod';
import { changeParticipants, unionContacts } from '../../codes/change-analyses.js';
import { labelOf } from '../../codes/code.js';
import { inSentence } from '../../codes/in-sentence.js';
import { oneOf, sealed } from '../../shapes.schema.js';
import { defineAnalysisEvent } from '../change-analysis.js';

export const participationNoted = defineAnalysisEvent({
  name: 'ParticipationNoted',
  label: 'Det antecknades vilka som var med',
  open: z.object({ participants: z.array(oneOf(changeParticipants)).min(1), unions: oneOf(unionContacts) }),
  sealed: sealed('who'),
  detail: ({ participants, unions }) =>
    `${participants.map((code) => inSentence(labelOf(changeParticipants, code))).join(', ')}; ${inSentence(labelOf(unionContacts, unions))}`,
  evolve: (_analysis, { open }) => open,
});
