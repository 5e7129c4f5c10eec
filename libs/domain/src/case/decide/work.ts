import type { ExistingCase } from '../case.js';
import { actingRole } from '../roles-in.js';
import { type Context } from './context.js';

/*
 * The work on a case: who has it, what kind it is, what is found out. Each function turns one command into events.
 */

export const roleOf = (state: ExistingCase, context: Context) => actingRole(context.actor, state, context.organisation, context.today);
export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
