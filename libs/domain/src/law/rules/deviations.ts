import { assumed, law, local, type Rule, sources } from './rule.js';

/** Deviations under SoL/LSS and HSL. */
export const deviationRules: readonly Rule[] = [
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
  assumed({ id: 'LOK-AVV-SAMMADAG', name: 'Avgöra samma dag om det är ett missförhållande', period: 'P0D', kinds: ['deviation'] }),
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
