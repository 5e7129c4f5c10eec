import type { Code, CodeOf } from './code.js';

/** What a unit, a division or a board owes in a year, in the order of its days. */
export const yearDuties = [
  { code: 'attestT1', label: 'Intyga statistiken för tertial 1' },
  { code: 'reportT1', label: 'Tertialrapport 1' },
  { code: 'attestT2', label: 'Intyga statistiken för tertial 2' },
  { code: 'reportT2', label: 'Tertialrapport 2' },
  { code: 'attestT3', label: 'Intyga statistiken för tertial 3' },
  { code: 'annualReport', label: 'Kvaliteten i verksamhetsberättelsen' },
  { code: 'managementReview', label: 'Ledningens genomgång' },
  { code: 'patientSafety', label: 'Patientsäkerhetsberättelse' },
] as const satisfies readonly Code[];
export type YearDuty = CodeOf<typeof yearDuties>;

export const yearStatuses = [
  { code: 'open', label: 'Pågår' },
  { code: 'done', label: 'Allt är klart' },
  { code: 'ended', label: 'Enheten har upphört' },
] as const satisfies readonly Code[];

export const yearDutyStates = [
  { code: 'waiting', label: 'Återstår' },
  { code: 'met', label: 'Klar' },
  { code: 'waived', label: 'Inte aktuell' },
] as const satisfies readonly Code[];
export type YearDutyState = CodeOf<typeof yearDutyStates>;

/** What an improvement that the management review decides on changes, and who takes it on: structure and responsibility are the board's, process and routine the management group's. */
export const improvementKinds = [
  { code: 'structure', label: 'Struktur och organisation' },
  { code: 'responsibility', label: 'Ansvar' },
  { code: 'process', label: 'Process' },
  { code: 'routine', label: 'Rutin' },
] as const satisfies readonly Code[];
export type ImprovementKind = CodeOf<typeof improvementKinds>;

export const improvementRoutes = [
  { code: 'board', label: 'Nämnden' },
  { code: 'managementGroup', label: 'Ledningsgruppen' },
] as const satisfies readonly Code[];
export type ImprovementRoute = CodeOf<typeof improvementRoutes>;
