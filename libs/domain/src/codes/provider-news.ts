import type { Code, CodeOf } from './code.js';

/** What a private provider has told the board of (SoL 27 kap. 4 § and 6 § third paragraph, LSS 24 d and 24 f §§). */
export const providerNews = [
  { code: 'report', label: 'Rapport mottagen' },
  { code: 'notification', label: 'Anmält till IVO' },
] as const satisfies readonly Code[];
export type ProviderNews = CodeOf<typeof providerNews>;
