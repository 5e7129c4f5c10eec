import type { Code, CodeOf } from './code.js';

/** What a written report is: the quality report (SOSFS 2011:9, 7 kap. 1 §). */
export const reportKinds = [{ code: 'quality', label: 'Kvalitetsberättelse' }] as const satisfies readonly Code[];
export type ReportKind = CodeOf<typeof reportKinds>;

export const reportStatuses = [
  { code: 'writing', label: 'Skrivs' },
  { code: 'sentBack', label: 'Skickad tillbaka' },
  { code: 'submitted', label: 'Inlämnad, väntar på att tas emot' },
  { code: 'takenIn', label: 'Mottagen' },
  { code: 'frozen', label: 'Fryst' },
] as const satisfies readonly Code[];
export type ReportStatus = CodeOf<typeof reportStatuses>;
