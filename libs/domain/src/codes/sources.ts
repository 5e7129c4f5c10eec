import type { Code, CodeOf } from './code.js';

/** From whom a complaint came: the fixed rows of document 002 in its words. A division's own row is `local`, named by `sourceName`. */
export const sources = [
  { code: 'serviceUserOrGuardian', label: 'Brukare eller vårdnadshavare' },
  { code: 'relative', label: 'Närstående (anhörig, god man etc.)' },
  { code: 'resident', label: 'Invånare' },
  { code: 'otherOrUnknown', label: 'Annan (t.ex. okänd)' },
  { code: 'viaIvo', label: 'Inkommit via IVO' },
  { code: 'staff', label: 'Medarbetare' },
  { code: 'officialOrAuthority', label: 'Tjänsteperson/annan myndighet' },
  { code: 'local', label: 'Verksamhetens egen' },
] as const satisfies readonly Code[];
export type Source = CodeOf<typeof sources>;
