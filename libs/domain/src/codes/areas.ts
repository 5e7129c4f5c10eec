import type { Code, CodeOf } from './code.js';

/** Verksamhetsområde. */
export const areas = [
  { code: 'elderlyCare', label: 'Äldreomsorg' },
  { code: 'disabilityLss', label: 'Funktionsnedsättning LSS' },
  { code: 'disabilitySol', label: 'Funktionsnedsättning SoL' },
  { code: 'socialPsychiatry', label: 'Socialpsykiatri' },
  { code: 'childrenAndYouth', label: 'Barn och unga' },
  { code: 'adultsAndAddiction', label: 'Vuxna och missbruk' },
  { code: 'financialAssistance', label: 'Ekonomiskt bistånd' },
  { code: 'familyLaw', label: 'Familjerätt' },
  { code: 'municipalHealthCare', label: 'Kommunal hälso- och sjukvård' },
  { code: 'violenceInCloseRelations', label: 'Våld i nära relation' },
  { code: 'other', label: 'Annat' },
] as const satisfies readonly Code[];
export type Area = CodeOf<typeof areas>;
