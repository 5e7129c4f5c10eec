import { elected } from '../codes/roles.js';
import type { Actor } from '../org/actor.js';
import { sights } from './sight.js';

/** Who searches: staff who can open cases. What they find is what they see, and by its words what they may read. The board reads what is laid before it, and looks for nothing else. */
export const maySearch = ({ posts }: Pick<Actor, 'posts'>): boolean =>
  posts.some(({ role }) => !elected.includes(role) && (role === 'medarbetare' || sights[role].length > 0));
