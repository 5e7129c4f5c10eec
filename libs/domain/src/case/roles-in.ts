import type { Role } from '../codes/roles.js';
import type { Actor } from '../org/actor.js';
import { postsOver } from '../org/roles-over.js';
import { decidersOf, sameAs } from '../org/settings.js';
import type { Organisation } from '../org/units.js';
import type { ExistingCase } from './case.js';
import { processOf } from './processes/index.js';
import type { By } from './processes/process.js';
import { reaches, seenOf } from './visible.js';
import { chiefs } from './who.js';

/** The roles by which the actor takes part in the case: those over its unit whose sight reaches it (a MAS is nobody in a matter of SoL). */
export function rolesIn(actor: Actor, state: ExistingCase, organisation: Organisation, today: string): readonly Role[] {
  const seen = seenOf(state);
  return postsOver(actor, seen.unit, organisation, today).flatMap((post) =>
    sameAs(organisation.settings, post.role).filter((role) => reaches(role, post, actor.person, seen, organisation, today)),
  );
}

/** The role that the actor acts by in the case: a chief's before others, the handler's where no role is held over the unit. */
export function actingRole(actor: Actor, state: ExistingCase, organisation: Organisation, today: string): Role {
  const held = rolesIn(actor, state, organisation, today);
  const asHandler = state.handler !== null && state.handler.person === actor.person ? state.handler.as : undefined;
  return chiefs.find((role) => held.includes(role)) ?? asHandler ?? held[0] ?? 'medarbetare';
}

/** The roles that decide on notification in this case: those whom the municipality has named, or a private provider's own. */
export const decidersIn = (state: ExistingCase, organisation: Organisation): readonly Role[] =>
  processOf(state.desc.process).ivo.deciders ?? decidersOf(organisation.settings, state.desc.kind);

/** The role by which the actor decides on notification; null for one who may not. What is decided by delegation comes before the board's own. */
export function decidingRole(actor: Actor, state: ExistingCase, organisation: Organisation, today: string): Role | null {
  const held = rolesIn(actor, state, organisation, today);
  return decidersIn(state, organisation).find((role) => held.includes(role)) ?? null;
}

/** Whose post it is, where the actor acts by it in another's place alone; null for one who holds it as their own. */
export function insteadOf(actor: Actor, role: Role, state: ExistingCase, organisation: Organisation, today: string): string | null {
  const posts = postsOver(actor, state.desc.unit, organisation, today).filter((post) => sameAs(organisation.settings, post.role).includes(role));
  return posts.every(({ instead }) => instead !== undefined) ? (posts[0]?.instead ?? null) : null;
}

/** Does any of these apply to the actor in this case? */
export function isOneOf(by: readonly By[], actor: Actor, state: ExistingCase, organisation: Organisation, today: string): boolean {
  const held = rolesIn(actor, state, organisation, today);
  return by.some((who) => {
    if (who === 'handler') return actor.person !== null && state.handler?.person === actor.person;
    if (who === 'decider') return decidingRole(actor, state, organisation, today) !== null;
    return held.includes(who);
  });
}
