import type { Code, CodeOf } from './code.js';

/** Who runs the operation. */
export const providers = [
  { code: 'own', label: 'Egen regi' },
  { code: 'lov', label: 'Privat utförare, valfrihetssystem (LOV)' },
  { code: 'contract', label: 'Privat utförare, entreprenad eller ramavtal' },
  { code: 'placement', label: 'Enskild placering' },
  { code: 'sis', label: 'Statens institutionsstyrelse (SiS)' },
] as const satisfies readonly Code[];
export type ProviderForm = CodeOf<typeof providers>;
