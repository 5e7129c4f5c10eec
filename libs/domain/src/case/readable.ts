import { elected, type Role } from '../codes/roles.js';
import type { Actor } from '../org/actor.js';
import { sameAs } from '../org/settings.js';
import type { Organisation } from '../org/units.js';
import { clausesAs, type Filter, handledBy } from './visible.js';
import { readers } from './who.js';

/** Roles by which nobody searches what others have said: they read none of it, or what is laid before them alone. */
const readsNothing = (role: Role): boolean => readers.includes(role) || elected.includes(role) || role === 'medarbetare';

/**
 * The cases in which a person may read what others have said, as data: `maySeeOthersWords` in the form of `visible`. Whoever has only reported a
 * case reads their own words, and a person with a conflict of interest none, also where they may take a single step.
 */
export function readable({ person, posts }: Actor, organisation: Organisation, today: string): Filter {
  if (person === null) return { clauses: [], carried: [], notBarred: null };
  const byPost = posts.flatMap((post) =>
    sameAs(organisation.settings, post.role)
      .filter((role) => !readsNothing(role))
      .flatMap((role) => clausesAs(role, post.unit, person, organisation, today)),
  );
  const clauses = [...byPost, handledBy(person)];
  return { clauses, carried: clauses, notBarred: person };
}
