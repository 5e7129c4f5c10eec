import { elected } from '../codes/roles.js';
import { decidersOf } from '../org/settings.js';
import type { Organisation } from '../org/units.js';
import type { ExistingCase } from './case.js';
import { processOf } from './processes/index.js';

/**
 * Whether the case has been laid before the board: somebody decided to tell the board of it, or nobody else may decide on its notification and it
 * stands there. Until then a politician sees that it exists, by its codes, and reads no word of it (OSL 26 kap. 1 §, 8 kap. 2 §; docs/law/access.md#the-board).
 */
export function laidBeforeBoard(state: ExistingCase, { settings }: Organisation): boolean {
  if (state.contact.feedback.some(({ to, given }) => to === 'board' && given)) return true;
  const { ivo } = processOf(state.desc.process);
  const deciders = ivo.deciders ?? decidersOf(settings, state.desc.kind);
  return ivo.position === 'decides' && state.stage === 'ivoDecision' && deciders.every((role) => elected.includes(role));
}
