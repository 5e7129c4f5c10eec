import { law, local, type Rule, sources } from './rule.js';

/** Days that an authority's letter sets. */
export const ivoRules: readonly Rule[] = [
  law({
    id: 'IVO-KOMPLETTERING',
    name: 'Svara på IVO:s begäran om komplettering',
    law: 'SoL (2025:400) 28 kap. 5 §; PSL 7 kap.',
    basis: 'authority',
    type: 'setByAuthority',
    wording: 'senast den dag IVO anger',
    kinds: ['lexSarah', 'lexMaria'],
    validFrom: '2013-06-01',
    source: 'https://www.ivo.se/tillsyn/anmalnings-och-underrattelseskyldighet/',
    note: 'dagen står i IVO:s brev',
  }),
  law({
    id: 'IVO-FORELAGGANDE',
    name: 'Uppfylla och redovisa IVO:s krav',
    law: 'SoL (2025:400) 28 kap. 8–9 §§; PSL 7 kap. 24–25 §§',
    basis: 'authority',
    type: 'setByAuthority',
    wording: 'inom den tid som IVO anger',
    kinds: ['lexSarah', 'lexMaria'],
    validFrom: '2011-01-01',
    source: sources.SOL25,
    note: 'dagen står i IVO:s beslut; före 2025-07-01 gällde SoL (2001:453) 13 kap.',
  }),
  local({
    id: 'PN-BISTA',
    name: 'Yttra sig till patientnämnden',
    period: 'P4W',
    kinds: ['complaint'],
    source: 'lag (2017:372); PSL 3 kap. 8 d §',
    verified: 'unverified',
    note: 'skyldigheten att bistå står i lag, men ingen tid: fyra veckor är praxis och en inställning. Dagen i patientnämndens brev går före',
  }),
];
