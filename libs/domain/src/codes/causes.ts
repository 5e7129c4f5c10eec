import type { Code, CodeOf } from './code.js';

/** The five of händelseanalys (Nitha). */
export const causeAreas = [
  { code: 'routines', label: 'Procedurer, rutiner och riktlinjer' },
  { code: 'communication', label: 'Kommunikation och information' },
  { code: 'competence', label: 'Utbildning och kompetens' },
  { code: 'environmentAndOrganisation', label: 'Omgivning och organisation' },
  { code: 'technology', label: 'Teknik, utrustning och apparatur' },
] as const satisfies readonly Code[];
export type CauseArea = CodeOf<typeof causeAreas>;

export const causeLevels = [
  { code: 'individual', label: 'Individ' },
  { code: 'group', label: 'Grupp' },
  { code: 'unit', label: 'Enhet' },
  { code: 'organisation', label: 'Organisation' },
] as const satisfies readonly Code[];
export type CauseLevel = CodeOf<typeof causeLevels>;
