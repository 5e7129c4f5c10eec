import type { Role } from '#domain/codes/roles';

/*
 * Who sees which case, and whose words, by the law: written from docs/law/access.md and docs/law/decisions.md, not from
 * the code's tables. `sight-matrix.e2e.spec.ts` holds every route against it. Units are told by their codes alone: `afs-x` is below `afs`.
 */

/** What the law asks about a case. */
export interface CaseFacts {
  readonly kind: 'complaint' | 'deviation' | 'lexSarah' | 'lexMaria';
  readonly laws: readonly string[] | null;
  readonly unit: string | null;
  /** Logins. */
  readonly reporter: string | null;
  readonly handler: string | null;
  /** Who is named to lead the investigation. */
  readonly lead: string | null;
  readonly barred: readonly string[];
  /** What the first assessment says, where it says that it is, or may be, more than it was reported as. */
  readonly suspected: { readonly irregularity: boolean; readonly careInjury: boolean; readonly danger: boolean } | null;
  /** Somebody decided to tell the board of it. */
  readonly laid: boolean;
  /** What it was raised to or has become; never a sibling. */
  readonly became: readonly CaseFacts[];
}
export interface Person {
  readonly login: string;
  readonly posts: readonly { readonly role: Role; readonly unit: string }[];
}
/** Nothing: it is told that no such case exists. */
export type Sees = 'nothing' | 'codes' | 'own words' | 'all words';

const isCare = ({ kind, laws }: CaseFacts) => kind === 'lexMaria' || (laws ?? []).includes('HSL');
/** Social law is stated, or no law yet: who learns of it is to act at once (SoL 27:2), so it is not left with nobody. */
const isSocial = ({ kind, laws }: CaseFacts) => kind !== 'lexMaria' && (laws === null || laws.some((law) => law !== 'HSL'));
/** The investigator of lex Sarah in the demo municipality has it (a setting of that municipality). */
const isTakenOver = ({ kind, handler }: CaseFacts) => kind === 'lexSarah' && handler === 'viktor';
const run = (others: readonly string[]) => (one: CaseFacts) => others.includes(one.unit ?? '');

const cases = {
  any: () => true,
  'of care': isCare,
  'of care, once it is a report': (one: CaseFacts) => isCare(one) && one.kind !== 'complaint',
  'of social services': isSocial,
  'reports of social services': (one: CaseFacts) => isSocial(one) && one.kind !== 'complaint',
  'lex Sarah, and deviations under social law': (one: CaseFacts) => one.kind === 'lexSarah' || (one.kind === 'deviation' && one.laws !== null && isSocial(one)),
  'to be notified': ({ kind }: CaseFacts) => kind === 'lexSarah' || kind === 'lexMaria',
  'at units that others run': run(['afs-hemtjanst-sodra', 'afs-vardboende-glantan']),
  'a provider’s own': run(['glantan', 'glantan-boende']),
} as const;

interface Row {
  readonly role: Role;
  readonly cases: keyof typeof cases;
  readonly words: 'all words' | 'codes';
  /** Only those that the holder is named to lead the investigation of. */
  readonly onlyAsLead?: true;
  /** The words only of what has been laid before the board; of the rest, codes. */
  readonly onlyIfLaid?: true;
  /** Which of them also before anybody has said which unit they concern. */
  readonly withoutUnit?: keyof typeof cases;
  readonly law: string;
}

/** By a post, at its unit and below. A role that is not here sees nothing by its post. */
export const byPost: readonly Row[] = [
  { role: 'enhetschef', cases: 'any', words: 'all words', law: '6.2, 8.1–8.3: assesses, investigates, acts, at the own unit' },
  { role: 'avdelningschef', cases: 'any', words: 'all words', law: '6.2: serious deviations, escalation' },
  { role: 'verksamhetschef', cases: 'any', words: 'all words', law: '6.2: serious deviations, escalation' },
  { role: 'socialchef', cases: 'any', words: 'all words', withoutUnit: 'any', law: '6.2: decides on lex Sarah, is told of lex Maria' },
  { role: 'registrator', cases: 'any', words: 'all words', withoutUnit: 'any', law: 'OSL 5:1, 5:5: registers, marks, sends' },
  { role: 'controller', cases: 'any', words: 'codes', withoutUnit: 'any', law: '6.2: figures and codes, no free text' },
  {
    role: 'sas',
    cases: 'of social services',
    words: 'all words',
    // Also one taken in as a deviation for want of a name (docs/law/lex-sarah.md#reports-without-a-name).
    withoutUnit: 'reports of social services',
    law: '8.4: receives, and triage the same day; not care alone: OSL 25:1, PDL 4:1',
  },
  { role: 'lexSarahUtredare', cases: 'lex Sarah, and deviations under social law', words: 'all words', law: '6.2, 8.4; a complaint is raised by others first' },
  { role: 'mas', cases: 'of care', words: 'all words', law: '6.2, AC-35; not social services alone: OSL 26:1, PDL 4:1' },
  { role: 'mar', cases: 'of care', words: 'all words', law: '6.2; OSL 26:1, PDL 4:1' },
  { role: 'verksamhetschefHsl', cases: 'of care', words: 'all words', law: '6.2, PSL 3:8 b; OSL 26:1, PDL 4:1' },
  { role: 'analysledare', cases: 'of care', words: 'all words', onlyAsLead: true, law: '6.2, 8.3: named case by case; PDL 4:1' },
  { role: 'anmalningsansvarig', cases: 'of care, once it is a report', words: 'all words', law: '8.3 S4: decides on lex Maria; PDL 4:1: what the work needs' },
  { role: 'utskott', cases: 'to be notified', words: 'all words', onlyIfLaid: true, withoutUnit: 'to be notified', law: '6.2, 8.4: is told; OSL 26:1, 8:2' },
  { role: 'namnd', cases: 'to be notified', words: 'all words', onlyIfLaid: true, withoutUnit: 'to be notified', law: '6.2, 8.4: is told; OSL 26:1, 8:2' },
  { role: 'avtal', cases: 'at units that others run', words: 'all words', law: 'KL 10:8: follows up (docs/law/lex-sarah.md#private-providers)' },
  { role: 'utforare', cases: 'a provider’s own', words: 'all words', law: '6.2, 9 no. 19: own cases only' },
];
/** Not here: medarbetare (own reports alone), dso (the access log; docs/law/access.md#roles). */

/**
 * Whom the first assessment calls for: who learns of an irregularity acts at once, and SAS triages it the same day (SoL 27:2, 27:5, LSS 24 b,
 * 24 e; docs/law/complaints.md#the-two-questions); every event that may have caused a care injury is MAS's to see looked into (PSL 3:3; AC-35). A danger is met by who
 * answers for the case's law, by both while none is stated. What is needed for that duty is not kept from them (OSL 26:1 and 25:1 give way to
 * a duty in law, OSL 10:2), wherever it was registered, as long as it is said.
 */
function isCalled(role: Role, { kind, laws, suspected }: CaseFacts): boolean {
  if (suspected === null || (kind !== 'complaint' && kind !== 'deviation')) return false;
  const unstated = laws === null || laws.length === 0;
  if (role === 'sas') return suspected.irregularity || (suspected.danger && (unstated || laws.some((law) => law !== 'HSL')));
  if (role === 'mas') return suspected.careInjury || (suspected.danger && (unstated || laws.includes('HSL')));
  return false;
}

/** Where the code does otherwise on purpose, and why. The spec fails when one is no longer so. */
export interface Difference {
  readonly name: string;
  readonly role: Role;
  readonly when: (one: CaseFacts) => boolean;
  readonly does: Sees;
  readonly why: string;
}
export const differences: readonly Difference[] = [
  {
    name: 'the unit’s manager still sees a lex Sarah that its investigator has taken over',
    role: 'enhetschef',
    when: isTakenOver,
    does: 'all words',
    why: 'one municipality’s practice; feedback and actions are the manager’s. A manager who is concerned is barred.',
  },
  {
    name: 'who is to notify a lex Maria sees complaints of care too',
    role: 'anmalningsansvarig',
    when: (one) => one.kind === 'complaint' && isCare(one),
    does: 'all words',
    why: 'In most municipalities the MAS holds both posts; no source names a role of its own for complaints.',
  },
];

/** KL 6:30 before all else; then the widest of what the posts, the parts in the case, and what it has become give. */
export function seesByLaw(person: Person | null, one: CaseFacts, asBuilt: readonly Difference[] = []): Sees {
  if (person === null || one.barred.includes(person.login)) return 'nothing'; // KL 6 kap. 28–30 §§ (docs/law/decisions.md#conflict-of-interest)
  const ways: Sees[] = [takesPart(person, one, asBuilt)];
  if (one.reporter === person.login) ways.push('own words'); // docs/law/access.md#roles, AC-39
  // Investigated from its words (docs/law/conversions.md), also a complaint of care alone: who raised it judged that social services need them.
  // By a sibling nothing goes over: OSL 25:1, 26:1.
  for (const child of one.became) if (!child.barred.includes(person.login)) ways.push(takesPart(person, child, asBuilt));
  return widest(ways);
}

/** As one who works with it: by post, or as its handler. */
function takesPart(person: Person, one: CaseFacts, asBuilt: readonly Difference[]): Sees {
  const ways = person.posts.map(({ role, unit }): Sees => {
    if (isCalled(role, one) && isOver(unit, one, 'any')) return 'all words';
    if (!isOver(unit, one, byPost.find((row) => row.role === role)?.withoutUnit)) return 'nothing';
    const other = asBuilt.find((row) => row.role === role && row.when(one));
    const row = byPost.find((each) => each.role === role && cases[each.cases](one) && (each.onlyAsLead !== true || one.lead === person.login));
    const lost = role === 'enhetschef' && isTakenOver(one); // as above: one municipality’s practice
    return other?.does ?? (row === undefined || lost ? 'nothing' : row.onlyIfLaid && !one.laid ? 'codes' : row.words);
  });
  return widest([...ways, one.handler === person.login ? 'all words' : 'nothing']);
}

/** A provider's tree and the municipality's see nothing of each other (OSL 8:1–2, SoL 17:11; docs/law/lex-sarah.md#private-providers). */
function isOver(post: string, one: CaseFacts, withoutUnit: keyof typeof cases | undefined): boolean {
  if (one.unit === null) return post === 'namnd' && withoutUnit !== undefined && cases[withoutUnit](one);
  return post === one.unit || one.unit.startsWith(`${post}-`) || (post === 'namnd' && !one.unit.startsWith('glantan'));
}

const order: readonly Sees[] = ['nothing', 'codes', 'own words', 'all words'];
const widest = (ways: readonly Sees[]): Sees => order[Math.max(0, ...ways.map((way) => order.indexOf(way)))] as Sees;
