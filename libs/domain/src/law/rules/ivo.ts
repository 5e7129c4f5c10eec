import { law, local, type Rule, sources } from './rule.js';

const kinds = ['lexSarah', 'lexMaria'] as const;
const SWITCH = '2025-07-01';
/** The day on which supervision passed to IVO. */
const IVO = '2013-06-01';

const supplement = {
  id: 'IVO-KOMPLETTERING',
  name: 'Svara på IVO:s begäran om komplettering',
  basis: 'authority',
  type: 'setByAuthority',
  wording: 'på begäran',
  kinds,
  source: 'https://www.ivo.se/tillsyn/anmalnings-och-underrattelseskyldighet/',
  note: 'dagen står i IVO:s brev',
} as const;
const requirement = {
  id: 'IVO-FORELAGGANDE',
  name: 'Uppfylla och redovisa IVO:s krav',
  basis: 'authority',
  type: 'setByAuthority',
  wording: 'förelägga',
  kinds,
  note: 'dagen står i IVO:s beslut',
} as const;
const statement = {
  id: 'IVO-KLAG-YTTRANDE',
  name: 'Yttra sig till IVO över klagomålet',
  basis: 'authority',
  type: 'setByAuthority',
  wording: 'ange inom vilken tid yttrandet ska komma in',
  kinds: ['complaint'],
  note: 'dagen står i IVO:s brev',
} as const;
/** Only the chapter of the old law is known. */
const OLD = 'dagen står i IVO:s brev; av den äldre lagen är bara kapitlet angivet';

/** Days that an authority's letter sets, by the law that the case stands on. */
export const ivoRules: readonly Rule[] = [
  law({ ...supplement, version: 2, ground: 'SoL', law: 'SoL (2001:453) 13 kap.', validFrom: IVO, validTo: SWITCH, verified: 'secondary', note: OLD }),
  law({ ...supplement, version: 3, ground: 'SoL', law: 'SoL (2025:400) 28 kap. 5 §', validFrom: SWITCH }),
  law({ ...supplement, version: 4, ground: 'LSS', law: 'LSS 26 c §', validFrom: IVO }),
  law({ ...supplement, version: 5, ground: 'HSL', law: 'PSL 7 kap. 20 §', validFrom: IVO }),
  law({
    ...requirement,
    version: 2,
    ground: 'SoL',
    law: 'SoL (2001:453) 13 kap.',
    source: sources.SOL01,
    validFrom: IVO,
    validTo: SWITCH,
    verified: 'secondary',
    note: OLD,
  }),
  law({ ...requirement, version: 3, ground: 'SoL', law: 'SoL (2025:400) 28 kap. 8–9 §§', source: sources.SOL25, validFrom: SWITCH }),
  law({ ...requirement, version: 4, ground: 'LSS', law: 'LSS 26 c, 26 f §§', source: sources.LSS, validFrom: IVO }),
  law({ ...requirement, version: 5, ground: 'HSL', law: 'PSL 7 kap. 20, 24–25 §§', source: sources.PSL, validFrom: IVO }),
  law({
    id: 'PN-BISTA',
    version: 2,
    name: 'Yttra sig till patientnämnden',
    law: 'PSL 3 kap. 8 d §; lag (2017:372) 2 §',
    basis: 'authority',
    type: 'setByAuthority',
    wording: 'skyldig att bistå',
    target: 'P4W',
    kinds: ['complaint'],
    validFrom: '2018-01-01',
    source: `${sources.PSL}; https://github.com/se-lex/sfs/blob/HEAD/2017/sfs-2017-372.md`,
    note: 'dagen i patientnämndens brev gäller. Lagen ger ingen tid: fyra veckor är praxis, och en inställning där brevet inte nämner någon dag',
  }),
  law({ ...statement, ground: 'HSL', law: 'PSL 7 kap. 10–18 §§', source: sources.PSL, validFrom: IVO }),
  // Of social services IVO does not review the answer to a complaint: it asks as the one that supervises (docs/law/complaints.md#where-else-to-turn).
  law({
    ...statement,
    version: 2,
    ground: 'SoL',
    law: 'SoL (2001:453) 13 kap.',
    source: sources.SOL01,
    validFrom: IVO,
    validTo: SWITCH,
    verified: 'secondary',
    note: OLD,
  }),
  law({ ...statement, version: 3, ground: 'SoL', law: 'SoL (2025:400) 28 kap. 5 §', source: sources.SOL25, validFrom: SWITCH }),
  law({ ...statement, version: 4, ground: 'LSS', law: 'LSS 26 c §', source: sources.LSS, validFrom: IVO }),
  law({
    id: 'MYND-SVAR',
    name: 'Svara myndigheten som har skrivit',
    law: 'FL 8 §',
    basis: 'authority',
    type: 'setByAuthority',
    wording: 'ska inom sitt verksamhetsområde samverka med andra myndigheter',
    kinds: ['complaint'],
    validFrom: '2018-07-01',
    source: sources.FL,
    note: 'dagen i myndighetens brev gäller; lagen ger ingen tid',
  }),
];

/** The citations of the same letters from before the law of the case was asked for. */
export const formerIvoRules: readonly Rule[] = [
  law({ ...supplement, law: 'SoL (2025:400) 28 kap. 5 §; PSL 7 kap.', wording: 'senast den dag IVO anger', validFrom: IVO }),
  law({
    ...requirement,
    law: 'SoL (2025:400) 28 kap. 8–9 §§; PSL 7 kap. 24–25 §§',
    wording: 'inom den tid som IVO anger',
    validFrom: '2011-01-01',
    source: sources.SOL25,
  }),
  local({
    id: 'PN-BISTA',
    name: 'Yttra sig till patientnämnden',
    period: 'P4W',
    kinds: ['complaint'],
    source: 'lag (2017:372); PSL 3 kap. 8 d §',
    verified: 'unverified',
    note: 'fyra veckor är praxis och en inställning',
  }),
];
