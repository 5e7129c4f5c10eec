import type { Code, CodeOf } from './code.js';

/** Texts that state figures of their own beside the tables. */
export const statedSources = [
  { code: 'qualityReport', label: 'Kvalitetsberättelsen' },
  { code: 'patientSafetyReport', label: 'Patientsäkerhetsberättelsen' },
] as const satisfies readonly Code[];
export type StatedSource = CodeOf<typeof statedSources>;
