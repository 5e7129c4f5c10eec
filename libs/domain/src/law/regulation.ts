import { isValidAt } from '../codes/code.js';
import type { DutyBasis, DutyType } from '../codes/duties.js';
import type { Kind } from '../codes/kinds.js';

/** How a rule came to us: read in the stored text, told by another stored source, or neither yet. */
export type Verified = 'read' | 'secondary' | 'unverified';

/**
 * One rule in one wording. A change of law is a new row with the same id, the next version and `validFrom` where the old `validTo` ends:
 * a duty keeps the id and version it was opened under.
 */
export interface Rule {
  readonly id: string;
  /** Swedish, as the handler reads it. */
  readonly name: string;
  /** The reference as printed; `lokal regel` for what no law says. */
  readonly law: string;
  readonly version: number;
  readonly basis: DutyBasis;
  readonly type: DutyType;
  /** The law's own words; null where no law speaks. */
  readonly wording: string | null;
  /** Only for `period`, as `addDuration` reads it. */
  readonly period: string | null;
  /** The internal target: a setting, never law. */
  readonly target: string | null;
  readonly kinds: readonly Kind[];
  readonly validFrom: string | null;
  /** Exclusive: the first day on which the row no longer holds. */
  readonly validTo: string | null;
  readonly source: string;
  readonly verified: Verified;
  readonly note: string;
}

const everyKind = ['complaint', 'deviation', 'lexSarah', 'lexMaria'] as const satisfies readonly Kind[];

type LocalRow = Pick<Rule, 'id' | 'name' | 'period' | 'kinds' | 'source' | 'verified' | 'note'>;

/** A rule of the municipality's own: always in force, with a date of its own, and said to be a setting. */
const local = (row: LocalRow): Rule => ({
  ...row,
  law: 'lokal regel',
  version: 1,
  basis: 'local',
  type: 'period',
  wording: null,
  target: null,
  validFrom: null,
  validTo: null,
});

const assumed = (row: Pick<LocalRow, 'id' | 'name' | 'period'>): Rule =>
  local({ ...row, kinds: ['complaint'], source: 'egen standard', verified: 'unverified', note: 'egen standard, en inställning' });

const PSL = 'github.com/se-lex/sfs 2010/sfs-2010-659.md (2025-09-01)';
const HSLF_2018_10 = 'https://lagen.nu/hslf-fs/2018:10';
const SOSFS_2011_9 =
  'https://www.socialstyrelsen.se/kunskapsstod-och-regler/regler-och-riktlinjer/foreskrifter-och-allmanna-rad/konsoliderade-foreskrifter/20119-om-ledningssystem-for-systematiskt-kvalitetsarbete/';
const BOTKYRKA = 'github.com/fabian-von-tiedemann/BoBot-Scrape (Botkyrka rutiner, converted/)';

export const regulation: readonly Rule[] = [
  {
    id: 'KLAG-MOTTA-SOL',
    name: 'Ta emot och utreda klagomål och synpunkter (SoL/LSS)',
    law: 'SOSFS 2011:9 5 kap. 3 § (lydelse HSLF-FS 2018:10)',
    version: 1,
    basis: 'law',
    type: 'dutyNoTime',
    wording: 'ska ta emot och utreda',
    period: null,
    target: null,
    kinds: ['complaint'],
    validFrom: '2018-06-01',
    validTo: null,
    source: HSLF_2018_10,
    verified: 'read',
    note: 'dagen för ikraftträdandet är ur minnet',
  },
  {
    id: 'KLAG-MOTTA-HSL',
    name: 'Ta emot och utreda klagomål (vårdgivare, ej patient)',
    law: 'SOSFS 2011:9 5 kap. 3 a §',
    version: 1,
    basis: 'law',
    type: 'dutyNoTime',
    wording: 'ska ta emot och utreda',
    period: null,
    target: null,
    kinds: ['complaint'],
    validFrom: '2018-06-01',
    validTo: null,
    source: HSLF_2018_10,
    verified: 'read',
    note: 'patientens och närståendes klagomål följer i stället PSL 3 kap. 8 a–8 b §§; dagen för ikraftträdandet är ur minnet',
  },
  {
    id: 'HSL-KLAG-SVAR',
    name: 'Besvara klagomål från patient eller närstående',
    law: 'PSL 3 kap. 8 a–8 b §§',
    version: 1,
    basis: 'law',
    type: 'promptness',
    wording: 'ska snarast besvara; förklaring alltid, åtgärder i förekommande fall',
    period: null,
    target: 'P20BD',
    kinds: ['complaint'],
    validFrom: '2018-01-01',
    validTo: null,
    source: PSL,
    verified: 'read',
    note: 'målet 20 arbetsdagar är en inställning; lagen ger inget tal. En åtgärd som saknas hindrar inte svaret.',
  },
  {
    id: 'RAPPORTER-UTRED',
    name: 'Utreda rapporter, klagomål och avvikelser',
    law: 'SOSFS 2011:9 5 kap. 4–5 §§',
    version: 1,
    basis: 'law',
    type: 'promptness',
    wording: 'ska tas emot och utredas',
    period: null,
    target: 'P10D',
    kinds: everyKind,
    validFrom: '2012-01-01',
    validTo: null,
    source: SOSFS_2011_9,
    verified: 'unverified',
    note: 'paragrafen är inte läst; ”skyndsamt” är nämndens eget ord (seed 002, R-167) och målet tio dagar en inställning',
  },
  local({
    id: 'LOK-KLAG-BEKRAFTA',
    name: 'Bekräfta mottaget klagomål',
    period: 'P2BD',
    kinds: ['complaint'],
    source: `Skövde, Halmstad, ${BOTKYRKA}`,
    verified: 'secondary',
    note: 'praxis, en inställning',
  }),
  local({
    id: 'LOK-KLAG-SVAR',
    name: 'Besvara klagomål',
    period: 'P10BD',
    kinds: ['complaint'],
    source: `Skövde, ${BOTKYRKA}, https://norrkoping.se/stod-och-omsorg/aldre-och-senior/synpunkter-och-klagomal`,
    verified: 'secondary',
    note: 'praxis, en inställning (14 dagar i Kil, 30 i Norrköping)',
  }),
  assumed({ id: 'LOK-KLAG-UTRED', name: 'Utreda klagomålet', period: 'P20D' }),
  assumed({ id: 'LOK-KLAG-BEDOM', name: 'Bedöma klagomålet', period: 'P5BD' }),
  assumed({ id: 'LOK-KLAG-IVO', name: 'Ta ställning till IVO', period: 'P5BD' }),
  assumed({ id: 'LOK-KLAG-FOLJUPP', name: 'Följa upp klagomålet', period: 'P3M' }),
  local({
    id: 'LOK-ATGARD-EFFEKT',
    name: 'Följa upp åtgärdens effekt',
    period: 'P3M',
    kinds: everyKind,
    source: 'https://www.kristianstad.se/.../avvikelser-lex-sarah/uppfoljning-och-egenkontroll/',
    verified: 'secondary',
    note: 'praxis, en inställning; tidpunkten bestäms med utredningen',
  }),
];

export class NoRuleError extends Error {
  override readonly name = 'NoRuleError';
  constructor(
    readonly id: string,
    readonly date: string,
  ) {
    super(`no rule ${id} holds on ${date}`);
  }
}

/** The wording in force on the date. */
export function ruleAt(id: string, date: string): Rule {
  const rule = regulation.find((row) => row.id === id && isValidAt(row, date));
  if (!rule) throw new NoRuleError(id, date);
  return rule;
}

export function rulesFor(kind: Kind, date: string): readonly Rule[] {
  return regulation.filter((row) => row.kinds.includes(kind) && isValidAt(row, date));
}
