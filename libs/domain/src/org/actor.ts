import type { Post } from './holders.js';

export type { Post } from './holders.js';

/** The actor of a command. `person` is an opaque id, never a name; null for the public, the system and imports. */
export interface Actor {
  /** As in the event's envelope: `person:<id>`, `anonymous`, `system`, `import`. */
  readonly id: string;
  readonly person: string | null;
  readonly posts: readonly Post[];
}

export const anonymous: Actor = { id: 'anonymous', person: null, posts: [] };
export const system: Actor = { id: 'system', person: null, posts: [] };
export const importer: Actor = { id: 'import', person: null, posts: [] };
export const personActor = (person: string, posts: readonly Post[]): Actor => ({ id: `person:${person}`, person, posts });

export const isLoggedIn = (actor: Actor): boolean => actor.person !== null;
