import type { Code, CodeOf } from './code.js';

export const affectedGenders = [
  { code: 'woman', label: 'Kvinna' },
  { code: 'man', label: 'Man' },
  { code: 'other', label: 'Annat' },
  { code: 'mixed', label: 'Flera, olika kön' },
] as const satisfies readonly Code[];
export type AffectedGender = CodeOf<typeof affectedGenders>;

export const affectedAgeBands = [
  { code: '0-17', label: '0–17 år' },
  { code: '18-64', label: '18–64 år' },
  { code: '65-79', label: '65–79 år' },
  { code: '80+', label: '80 år eller äldre' },
] as const satisfies readonly Code[];
export type AffectedAgeBand = CodeOf<typeof affectedAgeBands>;

export const affects = [
  { code: 'individual', label: 'En enskild' },
  { code: 'group', label: 'En grupp' },
  { code: 'notLinkedToPerson', label: 'Ingen särskild person' },
] as const satisfies readonly Code[];
export type Affects = CodeOf<typeof affects>;

/** Whom a consequence affects. */
export const hits = [
  { code: 'serviceUser', label: 'Brukaren' },
  { code: 'staff', label: 'Personalen' },
  { code: 'economy', label: 'Ekonomin' },
] as const satisfies readonly Code[];
export type Hit = CodeOf<typeof hits>;
