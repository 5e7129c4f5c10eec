import type { Code, CodeOf } from './code.js';

/** Where in the work it arose. */
export const arose = [
  { code: 'caseHandling', label: 'I handläggningen' },
  { code: 'delivery', label: 'I utförandet' },
] as const satisfies readonly Code[];
export type Arose = CodeOf<typeof arose>;
