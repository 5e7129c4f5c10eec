import type { Code, CodeOf } from './code.js';

/** How exactly a time is known. */
export const precisions = [
  { code: 'minute', label: 'På minuten' },
  { code: 'day', label: 'Dag' },
  { code: 'month', label: 'Månad' },
  { code: 'period', label: 'Period' },
] as const satisfies readonly Code[];
export type Precision = CodeOf<typeof precisions>;
