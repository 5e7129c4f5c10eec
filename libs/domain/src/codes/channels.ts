import type { Code, CodeOf } from './code.js';

/** The way it came in. */
export const channels = [
  { code: 'web', label: 'Webbformulär' },
  { code: 'email', label: 'E-post' },
  { code: 'letter', label: 'Brev' },
  { code: 'paperForm', label: 'Pappersblankett' },
  { code: 'phone', label: 'Telefon' },
  { code: 'spoken', label: 'Muntligt på plats' },
  { code: 'staffPhone', label: 'Mobil rapport (personal)' },
  { code: 'viaIvo', label: 'Via IVO' },
  { code: 'viaPatientsCommittee', label: 'Via patientnämnden' },
  { code: 'contactCentre', label: 'Via kontaktcenter' },
  { code: 'lateRegistered', label: 'Efterregistrerad pappersrapport' },
] as const satisfies readonly Code[];
export type Channel = CodeOf<typeof channels>;
