import type { Code, CodeOf } from './code.js';

/** What the investigation of a complaint found. */
export const complaintOutcomes = [
  { code: 'deficiency', label: 'Brist' },
  { code: 'partly', label: 'Delvis brist' },
  { code: 'none', label: 'Ingen brist' },
] as const satisfies readonly Code[];
export type ComplaintOutcome = CodeOf<typeof complaintOutcomes>;
