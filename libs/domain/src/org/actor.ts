import type { Post } from './holders.js';

export type { Post } from './holders.js';

/** The actor of a command. `person` is an opaque id, never a name; null for the public, the system and imports. */
export interface Actor {
  /** As in the event's envelope: `person:<id>`, `anonymous`, `system`, `import`. */
  readonly id: string;
  readonly person: string | null;
  readonly posts: readonly Post[];
  /** The log-in was longer ago than a decision of weight allows; not set for one who has logged in recently, and for those who do not log in. */
  readonly loggedInLongAgo?: true;
}

export const anonymous: Actor = { id: 'anonymous', person: null, posts: [] };
export const system: Actor = { id: 'system', person: null, posts: [] };
export const importer: Actor = { id: 'import', person: null, posts: [] };
export const personActor = (person: string, posts: readonly Post[], isRecent = true): Actor => ({
  id: `person:${person}`,
  person,
  posts,
  ...(isRecent ? {} : { loggedInLongAgo: true }),
});

export const isLoggedIn = (actor: Actor): boolean => actor.person !== null;
