import type { Role } from '../codes/roles.js';
import type { Actor, Post } from '../org/actor.js';
import { sameAs } from '../org/settings.js';
import type { Organisation } from '../org/units.js';
import { calledIn } from './called.js';
import { type ExistingCase, mergedInto } from './case.js';
import { shutOut } from './seconds.js';
import { type Sight, sights } from './sight.js';

/** What of a case decides who sees it. The list projection holds the same columns. */
export interface Seen {
  readonly kind: string;
  readonly unit: string | null;
  readonly lawAreas: readonly string[] | null;
  readonly handler: string | null;
  /** Who is named to lead the investigation. */
  readonly lead: string | null;
  readonly reporter: string | null;
  readonly barred: readonly string[];
  /** Roles that are alerted, or owe something in it (`calledIn`). */
  readonly called: readonly string[];
  /** The cases that carry it on (`carriedOnBy`), and those that carry them on: what it was raised to or has become. */
  readonly became: readonly Omit<Seen, 'became'>[];
}

/** One clause of sight: all of its conditions hold, and null is no condition. */
export interface Clause {
  /** Codes of the units; `withoutUnit` says whether cases without a unit are included. */
  readonly units: readonly string[] | null;
  readonly withoutUnit: boolean;
  readonly kinds: readonly string[] | null;
  /** Any of these laws is stated; null among them: none is. */
  readonly lawAreas: readonly (string | null)[] | null;
  readonly handler: string | null;
  readonly lead: string | null;
  readonly reporter: string | null;
  /** A role that the case needs. */
  readonly called: string | null;
}

/** A person sees a case when any clause holds for it, or any of `carried` for what it became, and the person is not barred from it. */
export interface Filter {
  readonly clauses: readonly Clause[];
  /** Whoever takes part in what a case became reads what it came of; otherwise the investigator would have only the converter's reasons. */
  readonly carried: readonly Clause[];
  readonly notBarred: string | null;
}

const anyCase: Clause = { units: null, withoutUnit: false, kinds: null, lawAreas: null, handler: null, lead: null, reporter: null, called: null };

/** The cases that a person handles. */
export const handledBy = (handler: string): Clause => ({ ...anyCase, handler });

/**
 * What a person may see, as data: evaluated here by `sees` and turned into SQL by read-model, so that lists, counts,
 * the cases behind a figure and the live stream all use one rule. A test proves the two equal for every person × case.
 * A unit that has ended is seen by those over its successor, so that no case is hidden by a reorganisation. A provider's own
 * tree and the municipality's see nothing of each other. Default deny. A person with a conflict of interest sees nothing of
 * the case (KL 6 kap. 30 §).
 */
export function visible(actor: Actor, organisation: Organisation, today: string): Filter {
  const byPost = actor.posts.flatMap((post) => clausesOf(post, actor.person, organisation, today));
  if (actor.person === null) return { clauses: byPost, carried: byPost, notBarred: null };
  const carried = [...byPost, handledBy(actor.person)];
  return { clauses: [...carried, { ...anyCase, reporter: actor.person }], carried, notBarred: actor.person };
}

/** What a post alone lets its holder see. */
export function clausesOf(post: Post, holder: string | null, organisation: Organisation, today: string): readonly Clause[] {
  return sameAs(organisation.settings, post.role).flatMap((role) => clausesAs(role, post.unit, holder, organisation, today));
}

/** What one role at a unit lets its holder see. */
export const clausesAs = (role: Role, unit: string, holder: string | null, organisation: Organisation, today: string): readonly Clause[] => [
  ...sights[role].filter(({ whereLead }) => !whereLead || holder !== null).map((sight) => clauseOf(sight, unit, holder, organisation, today)),
  ...(isNarrowed(role) ? [{ ...clauseOf({ ...unnarrowed, alsoWithoutUnit: true }, unit, holder, organisation, today), called: role }] : []),
];

const unnarrowed: Sight = { kinds: null, lawAreas: null, alsoWithoutUnit: false, trees: 'any', whereLead: false };
/** Roles that see by kind or law alone also see cases that need them. Others see all at their units already, or what they are named in. */
const isNarrowed = (role: Role): boolean =>
  sights[role].length > 0 && sights[role].every(({ kinds, lawAreas, whereLead }) => !whereLead && (kinds !== null || lawAreas !== null));

function clauseOf(
  { kinds, lawAreas, alsoWithoutUnit, trees, whereLead }: Sight,
  at: string,
  holder: string | null,
  organisation: Organisation,
  today: string,
): Clause {
  const codes = organisation.carriedBy(at, today);
  const units =
    trees === 'any'
      ? codes
      : trees === 'mirrored'
        ? codes.filter((code) => organisation.isMirrored(code, today))
        : organisation.rootOf(at, today)?.provider === 'own'
          ? []
          : codes;
  const withoutUnit = alsoWithoutUnit && organisation.ownBoards(today).some(({ code }) => code === at);
  return { ...anyCase, units, withoutUnit, kinds, lawAreas, lead: whereLead ? holder : null };
}

/** Whether the role's sight reaches the case. Staff of the unit see nothing by their post, but act by it in what they have reported. */
export function reaches(role: Role, post: Post, holder: string | null, seen: Seen, organisation: Organisation, today: string): boolean {
  return role === 'medarbetare' || clausesAs(role, post.unit, holder, organisation, today).some((clause) => holds(clause, seen));
}

/** Does the filter let this case through? */
export function sees(filter: Filter, seen: Seen): boolean {
  const lets = (clauses: readonly Clause[], row: Omit<Seen, 'became'>) =>
    (filter.notBarred === null || !row.barred.includes(filter.notBarred)) && clauses.some((clause) => holds(clause, row));
  const isBarred = filter.notBarred !== null && seen.barred.includes(filter.notBarred);
  return !isBarred && (lets(filter.clauses, seen) || seen.became.some((child) => lets(filter.carried, child)));
}

function holds(clause: Clause, seen: Omit<Seen, 'became'>): boolean {
  return (
    (clause.units === null || (seen.unit === null ? clause.withoutUnit : clause.units.includes(seen.unit))) &&
    (clause.kinds === null || clause.kinds.includes(seen.kind)) &&
    (clause.lawAreas === null || isUnder(clause.lawAreas, seen.lawAreas ?? [])) &&
    (clause.handler === null || clause.handler === seen.handler) &&
    (clause.lead === null || clause.lead === seen.lead) &&
    (clause.reporter === null || clause.reporter === seen.reporter) &&
    (clause.called === null || seen.called.includes(clause.called))
  );
}

const isUnder = (wanted: readonly (string | null)[], stated: readonly string[]): boolean =>
  wanted.some((law) => (law === null ? stated.length === 0 : stated.includes(law)));

/**
 * The cases that continue this one: what it was raised to, put down to, has become or is a duplicate of. A sibling judges the same event under another law
 * and reads its own words alone: between health care and social services there is secrecy (OSL 25 kap. 1 §, 26 kap. 1 §).
 */
export const carriedOnBy = (state: ExistingCase): readonly string[] => [
  ...state.lineage.convertedTo.filter(({ link }) => link !== 'sibling').map(({ child }) => child),
  ...[mergedInto(state)].filter((id) => id !== null),
];

/** The columns of a case that decide who sees it. `became`: all cases that continue it; without it the sight is by the case alone. */
export const seenOf = (state: ExistingCase, became: readonly ExistingCase[] = []): Seen => ({ ...ownSeen(state), became: became.map(ownSeen) });

const ownSeen = (state: ExistingCase): Omit<Seen, 'became'> => ({
  kind: state.desc.kind,
  unit: state.desc.unit,
  lawAreas: state.desc.lawAreas,
  handler: state.handler?.person ?? null,
  lead: state.investigation.opened?.lead ?? null,
  reporter: state.receipt.reporter,
  barred: shutOut(state),
  called: calledIn(state),
});
