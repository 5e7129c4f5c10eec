import type { Code, CodeOf } from './code.js';

/** One per case; any complaint in it makes it a complaint. */
export const opinionTypes = [
  { code: 'complaint', label: 'Klagomål' },
  { code: 'opinion', label: 'Synpunkt' },
  { code: 'suggestion', label: 'Förslag' },
  { code: 'praise', label: 'Beröm' },
] as const satisfies readonly Code[];
export type OpinionType = CodeOf<typeof opinionTypes>;
