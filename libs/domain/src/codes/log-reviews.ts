import type { Code, CodeOf } from './code.js';

/** What a control of the access log came to. */
export const logVerdicts = [
  { code: 'noRemark', label: 'Ingen anmärkning' },
  { code: 'remark', label: 'Anmärkning' },
] as const satisfies readonly Code[];
export type LogVerdict = CodeOf<typeof logVerdicts>;

export const logReviewStatuses = [
  { code: 'planned', label: 'Planerad' },
  { code: 'noRemark', label: 'Gjord, ingen anmärkning' },
  { code: 'remark', label: 'Gjord, anmärkning att åtgärda' },
  { code: 'closed', label: 'Avslutad' },
] as const satisfies readonly Code[];
