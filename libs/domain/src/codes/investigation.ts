import type { Code, CodeOf } from './code.js';

/** How an event is investigated. */
export const investigationMethods = [
  { code: 'simple', label: 'Enkel utredning' },
  { code: 'irregularity', label: 'Lex Sarah-utredning' },
  { code: 'incidentAnalysis', label: 'Händelseanalys' },
] as const satisfies readonly Code[];
export type InvestigationMethod = CodeOf<typeof investigationMethods>;

/**
 * What an entry of an investigation is about. `whatHappened` to `decision` are the nine points of a lex Sarah investigation
 * (SOSFS 2011:5 5 kap. as municipal handbooks restate it; the paragraphs themselves are not verified).
 */
export const investigationPoints = [
  { code: 'general', label: 'Allmän uppgift' },
  { code: 'whatHappened', label: 'Vad som hände och vilka konsekvenser det fick eller kunde ha fått' },
  { code: 'noticed', label: 'När och hur det uppmärksammades' },
  { code: 'occurred', label: 'När det inträffade' },
  { code: 'causes', label: 'Orsaker' },
  { code: 'happenedBefore', label: 'Om något liknande har hänt förut, och varför det i så fall hände igen' },
  { code: 'mayHappenAgain', label: 'Om något liknande kan hända igen' },
  { code: 'measures', label: 'Åtgärder och när de gjordes' },
  { code: 'otherFindings', label: 'Vad som i övrigt har kommit fram' },
  { code: 'decision', label: 'Beslut eller ställningstagande' },
] as const satisfies readonly Code[];
export type InvestigationPoint = CodeOf<typeof investigationPoints>;
