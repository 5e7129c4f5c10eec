import type { Code } from './code.js';

/** Why somebody who should have been heard was not. A child's own voice has reasons of its own (SoL 3 kap. 1–3 §§). */
export const notHeardReasons = [
  { code: 'notReached', label: 'Har sökts men inte gått att nå' },
  { code: 'health', label: 'Hälsan eller förmågan hindrar' },
  { code: 'childAgeAndMaturity', label: 'Barnets ålder och mognad' },
  { code: 'custodianDeclined', label: 'Vårdnadshavaren motsätter sig' },
  { code: 'wouldHarm', label: 'Samtalet skulle skada personen eller utredningen' },
  { code: 'deceased', label: 'Personen är avliden' },
  { code: 'declined', label: 'Ville inte, eller gav ingen förklaring' },
] as const satisfies readonly Code[];
