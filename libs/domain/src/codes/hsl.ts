import type { Code, CodeOf } from './code.js';

/** From none to serious; the last two shall be notified to IVO (PSL 3 kap. 5 §). */
export const hslOutcomes = [
  { code: 'noCareInjury', label: 'Ingen vårdskada' },
  { code: 'couldHaveCausedCareInjury', label: 'Hade kunnat medföra vårdskada' },
  { code: 'careInjury', label: 'Vårdskada' },
  { code: 'couldHaveCausedSeriousCareInjury', label: 'Hade kunnat medföra allvarlig vårdskada' },
  { code: 'seriousCareInjury', label: 'Allvarlig vårdskada' },
] as const satisfies readonly Code[];
export type HslOutcome = CodeOf<typeof hslOutcomes>;
