import type { Code, CodeOf } from './code.js';

export const eventClasses = [
  { code: 'risk', label: 'Risk' },
  { code: 'nearMiss', label: 'Tillbud' },
  { code: 'adverseEvent', label: 'Negativ händelse' },
] as const satisfies readonly Code[];
export type EventClass = CodeOf<typeof eventClasses>;
