import { everyKind, law, type Rule, sources } from './rule.js';

/** What the law handles outside the case (codes/other-ways). */
export const otherWayRules: readonly Rule[] = [
  law({
    id: 'FL-OVERLAMNA',
    name: 'Lämna överklagandet vidare till den som meddelade beslutet',
    law: 'FL 43–46 §§',
    type: 'promptness',
    wording: 'ska skyndsamt överlämna överklagandet och övriga handlingar i ärendet',
    target: 'P1BD',
    kinds: everyKind,
    validFrom: '2018-07-01',
    source: sources.FL,
    note: 'ordet gäller beslutsmyndighetens överlämnande till domstolen (46 §); målet en arbetsdag för vägen dit är en inställning',
  }),
  law({
    id: 'OROSANMALAN',
    name: 'Anmäl oro för ett barn till socialnämnden',
    law: 'SoL (2025:400) 19 kap. 1 §',
    type: 'promptness',
    wording: 'genast',
    target: 'P0D',
    kinds: everyKind,
    validFrom: '2025-07-01',
    source: sources.SOL25,
    note: 'lydelsen ändrades 2026-01-15; paragraf och ord är desamma. SoL (2001:453) är inte läst: det som är äldre räknas från 2025-07-01. Målet samma dag är en inställning',
  }),
];
