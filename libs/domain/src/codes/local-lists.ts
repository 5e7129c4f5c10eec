import type { Code, CodeOf } from './code.js';

/** The lists that a division has of its own, by the field of a case that takes them (docs/contract.md#local-lists). */
export const localLists = [
  { code: 'sourceName', label: 'Egna källor' },
  { code: 'categoryOther', label: 'Annan kategori av klagomål' },
  { code: 'lexSarahKindOther', label: 'Annat slag av lex Sarah' },
] as const satisfies readonly Code[];
export type LocalList = CodeOf<typeof localLists>;
