import { assumed, law, local, type Rule, sources } from './rule.js';

const kinds = ['lexSarah'] as const;
const SWITCH = '2025-07-01';

const toldOfReport = {
  id: 'LS-PRIVAT-INFO-RAPPORT',
  name: 'Informera nämnden om den mottagna rapporten',
  type: 'dutyNoTime',
  wording: 'ska informera',
  target: 'P1BD',
  kinds,
  note: 'den som bedriver enskild verksamhet; målet en arbetsdag är en inställning, lagen ger ingen tid',
} as const;
const toldOfNotification = {
  ...toldOfReport,
  id: 'LS-PRIVAT-INFO-ANMALAN',
  name: 'Informera nämnden om anmälan till IVO',
} as const;
const shortcomings = {
  id: 'KOMMUN-ANMALAN',
  name: 'Anmäla brister i tillståndspliktig verksamhet till IVO',
  type: 'dutyNoTime',
  wording: 'ska anmäla',
  target: 'P2BD',
  kinds,
  validFrom: '2026-01-01',
} as const;

/** What a private provider owes the board, and what the municipality does about a provider. */
const provider: readonly Rule[] = [
  law({ ...toldOfReport, ground: 'SoL', law: 'SoL (2001:453) 14 kap. 5 §', validFrom: '2011-07-01', validTo: SWITCH, source: sources.SOL01 }),
  law({ ...toldOfReport, version: 2, ground: 'SoL', law: 'SoL (2025:400) 27 kap. 4 §', validFrom: SWITCH, source: sources.SOL25 }),
  law({ ...toldOfReport, version: 3, ground: 'LSS', law: 'LSS 24 d §', validFrom: '2011-07-01', source: sources.LSS }),
  law({ ...toldOfNotification, ground: 'SoL', law: 'SoL (2001:453) 14 kap. 7 §', validFrom: '2011-07-01', validTo: SWITCH, source: sources.SOL01 }),
  law({ ...toldOfNotification, version: 2, ground: 'SoL', law: 'SoL (2025:400) 27 kap. 6 § tredje stycket', validFrom: SWITCH, source: sources.SOL25 }),
  law({ ...toldOfNotification, version: 3, ground: 'LSS', law: 'LSS 24 f §', validFrom: '2011-07-01', source: sources.LSS }),
  law({
    ...shortcomings,
    ground: 'SoL',
    law: 'SoL (2025:400) 27 kap. 7 §',
    source: sources.SOL25,
    note: 'Lag (2025:1299). Misstanke räcker; målet två arbetsdagar är en inställning, lagen ger ingen tid',
  }),
  law({
    ...shortcomings,
    version: 2,
    ground: 'LSS',
    law: 'LSS 15 § 11',
    source: sources.SOL25,
    verified: 'secondary',
    note: 'Lag (2025:1298). Punkten c är inte läst, och dagen antas vara samma som för SoL; målet två arbetsdagar är en inställning',
  }),
];

/**
 * Lex Sarah. SoL (2025:400) has no transition rule. A duty opens under the law of its trigger; one that is unfinished when the law changes
 * rests on the new wording from then, by an event (docs/law/README.md#the-law-on-a-day).
 */
export const lexSarahRules: readonly Rule[] = [
  law({
    id: 'LS-AVHJALP-SOL',
    name: 'Dokumentera, utreda och avhjälpa eller undanröja',
    law: 'SoL (2001:453) 14 kap. 6 §',
    type: 'promptness',
    wording: 'utan dröjsmål',
    target: 'P30D',
    kinds,
    validFrom: '2011-07-01',
    validTo: SWITCH,
    source: sources.SOL01,
    note: 'målet 30 dagar är en inställning; lagen ger inget tal',
  }),
  law({
    id: 'LS-AVHJALP-SOL',
    name: 'Dokumentera, utreda och avhjälpa eller undanröja',
    law: 'SoL (2025:400) 27 kap. 5 §',
    version: 2,
    type: 'promptness',
    wording: 'genast',
    target: 'P30D',
    kinds,
    validFrom: SWITCH,
    source: sources.SOL25,
    note: 'målet 30 dagar är en inställning; lagen ger inget tal. Skärpt från ”utan dröjsmål” till ”genast”',
  }),
  law({
    id: 'LS-AVHJALP-LSS',
    name: 'Dokumentera, utreda och avhjälpa eller undanröja',
    law: 'LSS 24 e §',
    type: 'promptness',
    wording: 'utan dröjsmål',
    target: 'P30D',
    kinds,
    validFrom: '2011-07-01',
    source: sources.LSS,
    note: 'målet 30 dagar är en inställning; LSS säger alltjämt ”utan dröjsmål”',
  }),
  law({
    id: 'LS-ANMALAN-SOL',
    name: 'Anmäla allvarligt missförhållande eller påtaglig risk för det till IVO',
    law: 'SoL (2001:453) 14 kap. 7 §',
    type: 'promptness',
    wording: 'snarast',
    target: 'P1BD',
    kinds,
    validFrom: '2011-07-01',
    validTo: SWITCH,
    source: sources.SOL01,
    note: 'räknas från den stund saken bedöms som allvarlig; målet en arbetsdag är en inställning',
  }),
  law({
    id: 'LS-ANMALAN-SOL',
    name: 'Anmäla allvarligt missförhållande eller påtaglig risk för det till IVO',
    law: 'SoL (2025:400) 27 kap. 6 §',
    version: 2,
    type: 'promptness',
    wording: 'snarast',
    target: 'P1BD',
    kinds,
    validFrom: SWITCH,
    source: sources.SOL25,
    note: 'räknas från den stund saken bedöms som allvarlig; målet en arbetsdag är en inställning',
  }),
  law({
    id: 'LS-ANMALAN-LSS',
    name: 'Anmäla allvarligt missförhållande eller påtaglig risk för det till IVO',
    law: 'LSS 24 f §',
    type: 'promptness',
    wording: 'snarast',
    target: 'P1BD',
    kinds,
    validFrom: '2013-06-01',
    source: sources.LSS,
    note: 'räknas från den stund saken bedöms som allvarlig; målet en arbetsdag är en inställning',
  }),
  ...provider,
  local({
    id: 'LS-UTREDNING-2MAN',
    name: 'Sända den färdiga utredningen till IVO',
    period: 'P2M',
    perhapsStatute: true,
    kinds,
    source: 'Kristianstads och Malmös handböcker',
    verified: 'secondary',
    note: 'två kommunala handböcker säger att SOSFS 2011:5 kräver ”så snart den är klar, senast två månader efter anmälan”. Föreskriftens text är inte läst: därför en inställning. Sikta på den dag som två månader ger, också när den är en helgdag',
  }),
  assumed({ id: 'LOK-LS-BEDOM', name: 'Göra en första bedömning av lex Sarah-rapporten', period: 'P1BD', kinds }),
  assumed({ id: 'LOK-LS-KLAR', name: 'Slutföra lex Sarah-utredningen', period: 'P2M', kinds }),
  assumed({ id: 'LOK-LS-BESLUT', name: 'Besluta om bedömning och anmälan', period: 'P5BD', kinds }),
  assumed({ id: 'LOK-LS-ATERKOPPLA', name: 'Återkoppla till rapportören och den enskilde', period: 'P10D', kinds }),
  assumed({ id: 'LOK-LS-FOLJUPP', name: 'Följa upp lex Sarah-ärendet', period: 'P3M', kinds }),
  assumed({ id: 'LOK-LS-UTFORARE', name: 'Följa utförarens utredning', period: 'P2M', kinds }),
];
