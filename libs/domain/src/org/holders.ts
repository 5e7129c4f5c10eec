import type { Role } from '../codes/roles.js';
import { sameAs } from './settings.js';
import type { Organisation } from './units.js';

/** A role that a person holds over a part of the organisation. */
export interface Post {
  readonly role: Role;
  /** Code of the unit, division or board that the role covers, everything below included. */
  readonly unit: string;
  /** Id of the person whose post it is, when it is held in their place for some days. */
  readonly instead?: string;
}

/** A person and the posts held on a day, by id alone. */
export interface Holder {
  readonly id: string;
  readonly posts: readonly Post[];
}

/** The managers of a place, the nearest to the work first. */
const managers: readonly Role[] = ['enhetschef', 'verksamhetschef', 'avdelningschef', 'socialchef'];

/**
 * The holders of a role over a unit: those at the unit that answers for its matters, otherwise at the nearest level above. One who
 * is away is passed over for the one who stands in (docs/law/access.md#stand-ins).
 */
export function holdersOf<H extends Holder>(people: readonly H[], role: Role, unit: string | null, organisation: Organisation, today: string): readonly H[] {
  const same = sameAs(organisation.settings, role);
  for (const level of organisation.answering(unit, today)) {
    const holders = people.filter((person) => person.posts.some((post) => same.includes(post.role) && post.unit === level.code));
    if (holders.length > 0) return present(holders, same, level.code);
  }
  return [];
}

/** Holders whose post is not held by another in their place. */
function present<H extends Holder>(holders: readonly H[], same: readonly Role[], unit: string): readonly H[] {
  const away = holders.flatMap(({ posts }) => posts.filter((post) => post.unit === unit && same.includes(post.role)).flatMap(({ instead }) => instead ?? []));
  const left = holders.filter(({ id }) => !away.includes(id));
  return left.length > 0 ? left : holders;
}

/**
 * Ids of the managers of a unit, at the nearest level where there is one. Stand-ins are left out: what a report
 * says of “the chief” concerns the one whose post it is.
 */
export function managersOf(people: readonly Holder[], unit: string, organisation: Organisation, today: string): readonly string[] {
  for (const { code } of organisation.answering(unit, today)) {
    for (const role of managers) {
      const own = people.filter(({ posts }) => posts.some((post) => post.role === role && post.unit === code && post.instead === undefined));
      if (own.length > 0) return own.map(({ id }) => id);
    }
  }
  return [];
}
