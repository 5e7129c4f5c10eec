import type { Code, CodeOf } from './code.js';

/** 4 × 4 for cases (docs/law/deviations.md#risk). The number decides who takes the case, never what the law calls serious. */
export const severities = [
  { code: '1', label: '1 Mindre' },
  { code: '2', label: '2 Måttlig' },
  { code: '3', label: '3 Betydande' },
  { code: '4', label: '4 Mycket stor' },
] as const satisfies readonly Code[];

export const probabilities = [
  { code: '1', label: '1 Högst en gång om året' },
  { code: '2', label: '2 Någon gång i månaden' },
  { code: '3', label: '3 Någon gång i veckan' },
  { code: '4', label: '4 Dagligen' },
] as const satisfies readonly Code[];

/** When the risk was assessed: at receipt, and again when the investigation is done. */
export const riskPhases = [
  { code: 'first', label: 'Första bedömningen' },
  { code: 'final', label: 'Slutlig bedömning' },
] as const satisfies readonly Code[];
export type RiskPhase = CodeOf<typeof riskPhases>;
