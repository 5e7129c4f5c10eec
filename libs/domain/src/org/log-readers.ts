import type { Role } from '../codes/roles.js';
import type { Actor } from './actor.js';

/** Who reads the access log, and so controls it (lag 2001:454, 10 §; docs/law/access.md#roles). It shows staff and numbers, no case's content. */
export const logReaders: readonly Role[] = ['dso'];

export const readsAccessLog = (actor: Actor): boolean => actor.posts.some(({ role }) => logReaders.includes(role));
