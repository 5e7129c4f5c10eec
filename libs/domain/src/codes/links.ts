import type { Code, CodeOf } from './code.js';

/** How one case came of another. */
export const links = [
  { code: 'convertedFrom', label: 'Övergått från' },
  { code: 'raisedFrom', label: 'Lyft från' },
  { code: 'sibling', label: 'Samma händelse' },
  { code: 'duplicateOf', label: 'Dubblett av' },
  { code: 'followsFrom', label: 'Följer av' },
] as const satisfies readonly Code[];
export type Link = CodeOf<typeof links>;
