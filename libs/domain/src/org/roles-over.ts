import type { Role } from '../codes/roles.js';
import type { Actor, Post } from './actor.js';
import { sameAs } from './settings.js';
import type { Organisation } from './units.js';

/**
 * The roles that the actor holds over the unit, or over the one that carries it on when it has ended; without either,
 * those held over the board whose it then is.
 */
export function rolesOver(actor: Actor, unit: string | null, organisation: Organisation, today: string): readonly Role[] {
  return postsOver(actor, unit, organisation, today).flatMap((post) => sameAs(organisation.settings, post.role));
}

export function postsOver(actor: Actor, unit: string | null, organisation: Organisation, today: string): readonly Post[] {
  const answering = organisation.answering(unit, today).map(({ code }) => code);
  return actor.posts.filter((post) => answering.includes(post.unit));
}
