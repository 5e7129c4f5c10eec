import type { Kind } from '../codes/kinds.js';
import type { LawArea } from '../codes/law-areas.js';
import type { Role } from '../codes/roles.js';

/** One way in which a role sees cases within its part of the organisation; all of its conditions hold. null = any. */
export interface Sight {
  readonly kinds: readonly Kind[] | null;
  /** Any of these laws is stated; null among them: no law is stated yet. */
  readonly lawAreas: readonly (LawArea | null)[] | null;
  /** Held over the municipality's own board, also what has no unit yet. */
  readonly alsoWithoutUnit: boolean;
  /** Of which trees: any; only units in the municipality's tree that somebody else runs; only a provider's own tree. */
  readonly trees: 'any' | 'mirrored' | 'providers';
  /** Only what its holder is named to lead the investigation of. */
  readonly whereLead: boolean;
}

const everything: Sight = { kinds: null, lawAreas: null, alsoWithoutUnit: false, trees: 'any', whereLead: false };
const wholeBoard: Sight = { ...everything, alsoWithoutUnit: true };
/** Health care: what is under HSL, and lex Maria whether the law has been stated or not. */
const healthCare: readonly Sight[] = [
  { ...everything, lawAreas: ['HSL'] },
  { ...everything, kinds: ['lexMaria'] },
];
/** The laws whose missförhållanden are reported by lex Sarah (SoL 27 kap. 2 §, LSS 24 b §; docs/law/lex-sarah.md#law-areas). */
const socialLaws: readonly LawArea[] = ['SoL', 'LSS', 'LVU', 'LVM', 'L2024_79'];
/**
 * Cases that the law gives to the one who answers for social services: those under a social law, and those whose law nobody has stated
 * yet. A case of health care alone is kept from them (OSL 25 kap. 1 §, PDL 4 kap. 1 §).
 * Staff reports are theirs also before a unit has been stated: they are assessed the same day (docs/law/access.md#roles).
 */
const socialCare: readonly Sight[] = [
  { ...everything, kinds: ['complaint'], lawAreas: [...socialLaws, null] },
  { ...wholeBoard, kinds: ['deviation'], lawAreas: [...socialLaws, null] },
  { ...wholeBoard, kinds: ['lexSarah'] },
];
const toBeDecided: Sight = { ...wholeBoard, kinds: ['lexSarah', 'lexMaria'] };

/**
 * How far each role sees (docs/law/access.md#roles). Default deny: a role with nothing here sees what it has reported or handles.
 * The data protection officer reads the access log, not the cases.
 */
export const sights: Readonly<Record<Role, readonly Sight[]>> = {
  medarbetare: [],
  enhetschef: [everything],
  avdelningschef: [everything],
  verksamhetschef: [everything],
  socialchef: [wholeBoard],
  sas: socialCare,
  lexSarahUtredare: [
    { ...everything, kinds: ['lexSarah'] },
    { ...everything, kinds: ['deviation'], lawAreas: socialLaws },
  ],
  mas: healthCare,
  mar: healthCare,
  verksamhetschefHsl: healthCare,
  // Named case by case: who leads one analysis has no need of other patients' cases (docs/law/deviations.md#health-care; PDL 4 kap. 1 §).
  analysledare: healthCare.map((sight) => ({ ...sight, whereLead: true })),
  anmalningsansvarig: healthCare,
  utskott: [toBeDecided],
  namnd: [toBeDecided],
  controller: [wholeBoard],
  registrator: [wholeBoard],
  avtal: [{ ...everything, trees: 'mirrored' }],
  utforare: [{ ...everything, trees: 'providers' }],
  dso: [],
  // Changes the organisation; sees no case by it (docs/law/access.md#administration).
  systemforvaltare: [],
  system: [],
};
