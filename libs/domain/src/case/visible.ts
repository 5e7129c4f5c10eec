import type { Role } from '../org/roles.js';
import type { Organisation } from '../org/units.js';
import type { Actor } from './actor.js';
import type { ExistingCase } from './case.js';

/** What of a case decides who sees it. The list projection holds the same columns. */
export interface Seen {
  readonly unit: string | null;
  readonly lawAreas: readonly string[] | null;
  readonly handler: string | null;
  readonly reporter: string | null;
  readonly barred: readonly string[];
}

/** One way to see a case: all of its conditions hold. `units` null = any, also none. */
export interface Clause {
  readonly units: readonly string[] | null;
  readonly lawArea: string | null;
  readonly handler: string | null;
  readonly reporter: string | null;
}

/** A person sees a case when any clause holds and the person is not barred from it. No clause = sees nothing. */
export interface Filter {
  readonly clauses: readonly Clause[];
  readonly notBarred: string | null;
}

/** How far a role sees: all kinds of case within its part of the organisation, or only some. Roles not named see what is their own. */
const sight: Partial<Record<Role, { readonly lawArea: string | null; readonly alsoWithoutUnit: boolean }>> = {
  enhetschef: { lawArea: null, alsoWithoutUnit: false },
  avdelningschef: { lawArea: null, alsoWithoutUnit: false },
  verksamhetschef: { lawArea: null, alsoWithoutUnit: false },
  socialchef: { lawArea: null, alsoWithoutUnit: true },
  sas: { lawArea: null, alsoWithoutUnit: false },
  mas: { lawArea: 'HSL', alsoWithoutUnit: false },
  mar: { lawArea: 'HSL', alsoWithoutUnit: false },
  controller: { lawArea: null, alsoWithoutUnit: true },
  registrator: { lawArea: null, alsoWithoutUnit: true },
};

/**
 * What a person may see, as data: evaluated here by `sees` and turned into SQL by read-model, so that lists, counts,
 * the cases behind a figure and the live stream all pass one rule. A test proves the two equal for every person × case.
 * A unit that has ended is seen by those over its successor, so that a reorganisation hides no case. Default deny. A person with a conflict of interest sees nothing of the case (KL 6 kap. 30 §).
 */
export function visible(actor: Actor, organisation: Organisation, today: string): Filter {
  const clauses: Clause[] = [];
  for (const post of actor.posts) {
    const how = sight[post.role];
    if (how === undefined) continue;
    const board = organisation.unit(post.unit, today)?.level === 'board';
    const units = board && how.alsoWithoutUnit ? null : organisation.carriedBy(post.unit, today);
    clauses.push({ units, lawArea: how.lawArea, handler: null, reporter: null });
  }
  if (actor.person !== null) {
    clauses.push({ units: null, lawArea: null, handler: actor.person, reporter: null });
    clauses.push({ units: null, lawArea: null, handler: null, reporter: actor.person });
  }
  return { clauses, notBarred: actor.person };
}

/** Does the filter let this case through? */
export function sees(filter: Filter, seen: Seen): boolean {
  if (filter.notBarred !== null && seen.barred.includes(filter.notBarred)) return false;
  return filter.clauses.some(
    (clause) =>
      (clause.units === null || (seen.unit !== null && clause.units.includes(seen.unit))) &&
      (clause.lawArea === null || (seen.lawAreas ?? []).includes(clause.lawArea)) &&
      (clause.handler === null || clause.handler === seen.handler) &&
      (clause.reporter === null || clause.reporter === seen.reporter),
  );
}

/** The columns of a case that decide who sees it. */
export const seenOf = (state: ExistingCase): Seen => ({
  unit: state.desc.unit,
  lawAreas: state.desc.lawAreas,
  handler: state.handler?.person ?? null,
  reporter: state.reporter,
  barred: state.barred,
});
