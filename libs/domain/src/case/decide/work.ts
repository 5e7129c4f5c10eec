import type { ExistingCase } from '../case.js';
import { actingRole } from '../roles-in.js';
import type { Context } from './context.js';

/** The role by which the actor gives the command. */
export const roleOf = (state: ExistingCase, context: Context) => actingRole(context.actor, state, context.organisation, context.today);
/** The same value, lists and objects by what is in them. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
