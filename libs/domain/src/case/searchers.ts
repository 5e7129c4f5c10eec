import type { Role } from '../codes/roles.js';
import type { Actor } from '../org/actor.js';
import { sights } from './sight.js';

/** The board reads what is laid before it, and looks for nothing else. */
const board: readonly Role[] = ['utskott', 'namnd'];

/** Who searches: staff who can open cases. What they find is what they see, and by its words what they may read. */
export const maySearch = ({ posts }: Pick<Actor, 'posts'>): boolean =>
  posts.some(({ role }) => !board.includes(role) && (role === 'medarbetare' || sights[role].length > 0));
