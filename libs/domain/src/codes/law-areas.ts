import type { Code, CodeOf } from './code.js';

/** The law an operation is under. */
export const lawAreas = [
  { code: 'SoL', label: 'Socialtjänstlagen (SoL)' },
  { code: 'LSS', label: 'Lagen om stöd och service till vissa funktionshindrade (LSS)' },
  { code: 'HSL', label: 'Hälso- och sjukvårdslagen (HSL)' },
  { code: 'LVU', label: 'Lagen om vård av unga (LVU)' },
  { code: 'LVM', label: 'Lagen om vård av missbrukare (LVM)' },
  { code: 'L2024_79', label: 'Lagen (2024:79) om placering av barn i skyddat boende' },
] as const satisfies readonly Code[];
export type LawArea = CodeOf<typeof lawAreas>;
