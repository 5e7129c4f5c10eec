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

/** 5 × 5 for risks of the operation, with the guide words of the quality report. */
export const riskProbabilities = [
  { code: '1', label: '1 Osannolikt' },
  { code: '2', label: '2 Mindre sannolikt' },
  { code: '3', label: '3 Möjlig' },
  { code: '4', label: '4 Sannolikt' },
  { code: '5', label: '5 Mycket sannolikt' },
] as const satisfies readonly Code[];
export type RiskProbability = CodeOf<typeof riskProbabilities>;

export const riskConsequences = [
  { code: '1', label: '1 Försumbar' },
  { code: '2', label: '2 Lindrig' },
  { code: '3', label: '3 Kännbar' },
  { code: '4', label: '4 Allvarlig' },
  { code: '5', label: '5 Mycket allvarlig' },
] as const satisfies readonly Code[];
export type RiskConsequence = CodeOf<typeof riskConsequences>;

/** What the value of a risk amounts to; the limits are a setting (riskLevels). */
export const riskLevels = [
  { code: 'critical', label: 'Kritisk' },
  { code: 'medium', label: 'Medium' },
  { code: 'low', label: 'Låg' },
] as const satisfies readonly Code[];
export type RiskLevel = CodeOf<typeof riskLevels>;

export const riskCloseReasons = [
  { code: 'removed', label: 'Risken är undanröjd' },
  { code: 'operationEnded', label: 'Verksamheten har upphört' },
  { code: 'partOfAnother', label: 'Risken ingår i en annan risk' },
  { code: 'registeredByMistake', label: 'Risken antecknades av misstag' },
] as const satisfies readonly Code[];

export const riskStatuses = [
  { code: 'open', label: 'Öppen' },
  { code: 'accepted', label: 'Godtagen' },
  { code: 'closed', label: 'Avslutad' },
] as const satisfies readonly Code[];
