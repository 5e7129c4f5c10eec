import type { Code, CodeOf } from './code.js';

/** Why an attestation of statistics is taken back. */
export const attestationWithdrawals = [
  { code: 'moreToReport', label: 'Det finns mer att rapportera' },
  { code: 'wrongPeriod', label: 'Intyget gällde fel period' },
  { code: 'wrongUnit', label: 'Intyget gällde fel enhet' },
  { code: 'mistake', label: 'Intygat av misstag' },
] as const satisfies readonly Code[];
export type AttestationWithdrawal = CodeOf<typeof attestationWithdrawals>;
