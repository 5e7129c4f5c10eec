import type { Code, CodeOf } from './code.js';

/** The nine of document 002, several a case. `other` is told apart by `categoryOther`. */
export const complaintCategories = [
  { code: 'treatment', label: 'Bemötande' },
  { code: 'caseHandling', label: 'Handläggning' },
  { code: 'serviceDelivery', label: 'Utförande' },
  { code: 'accessibility', label: 'Tillgänglighet' },
  { code: 'physicalEnvironment', label: 'Fysisk miljö' },
  { code: 'equipment', label: 'Utrustning' },
  { code: 'information', label: 'Information' },
  { code: 'collaboration', label: 'Samverkan' },
  { code: 'other', label: 'Annat' },
] as const satisfies readonly Code[];
export type ComplaintCategory = CodeOf<typeof complaintCategories>;
