import type { Code, CodeOf } from './code.js';

/** What a part of a process map is, from the whole to what is done. */
export const processParts = [
  { code: 'process', label: 'Process' },
  { code: 'subprocess', label: 'Delprocess' },
  { code: 'activity', label: 'Aktivitet' },
] as const satisfies readonly Code[];
export type ProcessPartKind = CodeOf<typeof processParts>;

/** The two series of processes, each with its own numbers. */
export const processSeries = [
  { code: 'main', label: 'Huvudprocess' },
  { code: 'support', label: 'Stödprocess' },
] as const satisfies readonly Code[];
export type ProcessSeries = CodeOf<typeof processSeries>;

/** The level that answers for a part. */
export const answeringLevels = [
  { code: 'avdelningschef', label: 'Avdelningschef' },
  { code: 'enhetschef', label: 'Enhetschef' },
  { code: 'medarbetare', label: 'Medarbetare' },
  { code: 'other', label: 'Annan' },
] as const satisfies readonly Code[];
export type AnsweringLevel = CodeOf<typeof answeringLevels>;

export const processMapStatuses = [
  { code: 'current', label: 'Gäller' },
  { code: 'ended', label: 'Gäller inte längre' },
] as const satisfies readonly Code[];
