import type { DutyBasis, DutyType } from '../../codes/duties.js';
import type { Kind } from '../../codes/kinds.js';

/** How a rule was checked: read in the stored text, told by another stored source, or neither yet. */
export type Verified = 'read' | 'secondary' | 'unverified';

/**
 * The law that a case stands on, where the same duty is written in several: SoL (and LVU, LVM, lag 2024:79 beside it), LSS, or PSL for
 * what is under HSL.
 */
export type Ground = 'SoL' | 'LSS' | 'HSL';

/**
 * One rule in one wording. A change of law is a new row with the same id, the next version and `validFrom` where the old `validTo` ends:
 * a duty keeps the id and version it was opened under.
 */
export interface Rule {
  readonly id: string;
  /** The Swedish name, as the handler reads it. */
  readonly name: string;
  /** The reference as printed; `lokal regel` for what no law says. */
  readonly law: string;
  readonly version: number;
  /** The law whose cases this wording is for; missing where one wording is for all. */
  readonly ground?: Ground;
  readonly basis: DutyBasis;
  readonly type: DutyType;
  /** The law's own words; null where no law speaks. */
  readonly wording: string | null;
  /** Only for `period`, as `addDuration` reads it. */
  readonly period: string | null;
  /** The internal target: a setting, never law. */
  readonly target: string | null;
  /**
   * A setting that follows a statute whose text nobody here has read. If the time is the statute's own, it ends on the next
   * working day when its last is a day off (lag 1930:173, 2 §). Both days are shown; the computed one is kept.
   */
  readonly perhapsStatute?: true;
  readonly kinds: readonly Kind[];
  readonly validFrom: string | null;
  /** Exclusive: the first day on which the row no longer holds. */
  readonly validTo: string | null;
  readonly source: string;
  readonly verified: Verified;
  readonly note: string;
}

export const everyKind = ['complaint', 'deviation', 'lexSarah', 'lexMaria'] as const satisfies readonly Kind[];

/** A rule of law; what most rows share is filled in. */
export const law = (row: Pick<Rule, 'id' | 'name' | 'law' | 'type' | 'wording' | 'kinds' | 'validFrom' | 'source' | 'note'> & Partial<Rule>): Rule => ({
  version: 1,
  basis: 'law',
  period: null,
  target: null,
  validTo: null,
  verified: 'read',
  ...row,
});

type LocalRow = Pick<Rule, 'id' | 'name' | 'period' | 'kinds' | 'source' | 'verified' | 'note' | 'perhapsStatute'>;

/** A rule of the municipality's own: always in force, with a date, and shown as a setting. */
export const local = (row: LocalRow): Rule => ({
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

/** A setting of our own without a source. */
export const assumed = (row: Pick<LocalRow, 'id' | 'name' | 'period' | 'kinds'>): Rule =>
  local({ ...row, source: 'egen standard', verified: 'unverified', note: 'egen standard, en inställning' });

/** The day on which the rules were last compared with their sources. */
export const checkedOn = '2026-11-21';

/** Where the texts were read: addresses on the web, nothing that is kept here. */
export const sources = {
  FL: 'https://github.com/se-lex/sfs/blob/HEAD/2017/sfs-2017-900.md (t.o.m. SFS 2025:582)',
  PSL: 'https://github.com/se-lex/sfs/blob/HEAD/2010/sfs-2010-659.md (2025-09-01)',
  SOL25: 'https://data.riksdagen.se/dokument/sfs-2025-400.html (t.o.m. SFS 2025:1501)',
  SOL01: 'https://github.com/mttias/swedish-laws/blob/HEAD/cache/2635.xml (2024)',
  LSS: 'https://github.com/se-lex/sfs/blob/HEAD/1993/sfs-1993-387.md (2025-09-01)',
  HSLF_2018_10: 'https://lagen.nu/hslf-fs/2018:10',
  SOSFS_2011_9:
    'https://www.socialstyrelsen.se/kunskapsstod-och-regler/regler-och-riktlinjer/foreskrifter-och-allmanna-rad/konsoliderade-foreskrifter/20119-om-ledningssystem-for-systematiskt-kvalitetsarbete/',
  BOTKYRKA: 'https://github.com/fabian-von-tiedemann/BoBot-Scrape/tree/HEAD/converted (rutiner i Botkyrka)',
  KRISTIANSTAD: 'https://www.kristianstad.se/.../avvikelser-lex-sarah/utredning/',
} as const;
