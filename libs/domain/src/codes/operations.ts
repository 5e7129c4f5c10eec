import type { Code, CodeOf } from './code.js';

export const operations = [
  { code: 'exerciseOfAuthority', label: 'Myndighetsutövning' },
  { code: 'provider', label: 'Utförare' },
  { code: 'open', label: 'Öppen verksamhet' },
] as const satisfies readonly Code[];
export type Operation = CodeOf<typeof operations>;
