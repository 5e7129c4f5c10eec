import type { Code, CodeOf } from './code.js';

/** The six stages, and the two ends. */
export const stages = [
  { code: 'received', label: 'Mottagen' },
  { code: 'investigating', label: 'Utreds' },
  { code: 'assessing', label: 'Bedöms' },
  { code: 'ivoDecision', label: 'IVO-beslut' },
  { code: 'feedback', label: 'Återkoppling' },
  { code: 'followUp', label: 'Uppföljning' },
  { code: 'closed', label: 'Avslutad' },
  { code: 'cancelled', label: 'Makulerad' },
] as const satisfies readonly Code[];
export type Stage = CodeOf<typeof stages>;
