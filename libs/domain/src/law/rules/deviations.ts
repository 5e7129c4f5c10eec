import { assumed, law, local, type Rule, sources } from './rule.js';

/** Whoever works there reports; the same duty in four wordings. */
const report = { id: 'RAPPORTERA', name: 'Rapportera det som har hänt', kinds: ['deviation', 'lexSarah'], note: 'den som fullgör uppgifter' } as const;
const reporting: readonly Rule[] = [
  law({
    ...report,
    ground: 'SoL',
    law: 'SoL (2001:453) 14 kap. 3 §',
    type: 'promptness',
    wording: 'genast',
    validFrom: '2011-07-01',
    validTo: '2025-07-01',
    source: sources.SOL01,
  }),
  law({
    ...report,
    version: 2,
    ground: 'SoL',
    law: 'SoL (2025:400) 27 kap. 2 §',
    type: 'promptness',
    wording: 'genast',
    validFrom: '2025-07-01',
    source: sources.SOL25,
  }),
  law({ ...report, version: 3, ground: 'LSS', law: 'LSS 24 b §', type: 'promptness', wording: 'genast', validFrom: '2011-07-01', source: sources.LSS }),
  law({
    ...report,
    version: 4,
    ground: 'HSL',
    law: 'PSL 6 kap. 4 §',
    type: 'dutyNoTime',
    wording: 'ska rapportera',
    validFrom: '2011-01-01',
    source: sources.PSL,
  }),
];

/** Deviations under SoL/LSS and HSL. */
export const deviationRules: readonly Rule[] = [
  ...reporting,

  law({
    id: 'HSL-UTRED',
    name: 'Utreda händelser som har medfört eller kunnat medföra vårdskada',
    law: 'PSL 3 kap. 3 §',
    type: 'dutyNoTime',
    wording: 'ska utreda',
    kinds: ['deviation', 'lexMaria'],
    validFrom: '2011-01-01',
    source: sources.PSL,
    note: 'lagen ger ingen tid; kommunens egna mål står som lokala regler',
  }),
  local({
    id: 'LOK-AVV-BEDOM',
    name: 'Bedöma avvikelsen',
    period: 'P5D',
    kinds: ['deviation'],
    source: sources.KRISTIANSTAD,
    verified: 'secondary',
    note: 'praxis (inom 5 dagar, annars påminnelse), en inställning',
  }),
  local({
    id: 'LOK-AVV-UTRED',
    name: 'Påbörja utredning av avvikelsen',
    period: 'P10D',
    kinds: ['deviation'],
    source: sources.KRISTIANSTAD,
    verified: 'secondary',
    note: 'praxis (inom 10 dagar, annars påminnelse till enhetschef), en inställning',
  }),
  assumed({ id: 'LOK-AVV-KLAR', name: 'Slutföra avvikelseutredningen', period: 'P30D', kinds: ['deviation'] }),
  assumed({ id: 'LOK-AVV-SAMMADAG', name: 'Avgöra samma dag om det är ett missförhållande', period: 'P0D', kinds: ['complaint', 'deviation'] }),
  assumed({ id: 'LOK-AVV-AVGOR', name: 'Bedöma och ta ställning till anmälan', period: 'P10D', kinds: ['deviation'] }),
  assumed({ id: 'LOK-AVV-ATERKOPPLA', name: 'Återkoppla till den som rapporterade', period: 'P10D', kinds: ['deviation'] }),
  assumed({
    id: 'LOK-HSL-NAMND',
    name: 'Se till att nämnden får veta om en allvarlig vårdskada eller risk för det',
    period: 'P5BD',
    kinds: ['deviation', 'lexMaria'],
  }),
  assumed({ id: 'LOK-AVV-FOLJUPP', name: 'Följa upp avvikelsen', period: 'P3M', kinds: ['deviation'] }),
];
