import type { Actor } from '../org/actor.js';
import { sameAs } from '../org/settings.js';
import type { Organisation } from '../org/units.js';
import type { AnyCaseCommand } from './case-command.js';
import { processes } from './processes/index.js';
import type { Process } from './processes/process.js';

/** May this person give the command in any case? By its own list of roles and the processes' alone; each case is judged again when it is given. */
export function mayGiveSome({ name, who }: Pick<AnyCaseCommand, 'name' | 'who'>, { posts }: Pick<Actor, 'posts'>, organisation: Organisation): boolean {
  const held = posts.flatMap(({ role }) => sameAs(organisation.settings, role));
  const by = [who, ...processes.map((process) => process.who[name as keyof Process['who']] ?? [])];
  const some = by.flatMap((each) => (typeof each === 'object' ? [...each] : []));
  return held.some((role) => some.includes(role));
}
