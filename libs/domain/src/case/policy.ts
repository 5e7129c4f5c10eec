import { elected, type Role } from '../codes/roles.js';
import { refuse } from '../errors.js';
import type { Actor } from '../org/actor.js';
import type { Organisation } from '../org/units.js';
import type { ExistingCase } from './case.js';
import { type CaseCommand, commandNamed } from './commands.schema.js';
import { laidBeforeBoard } from './laid-before.js';
import type { Process } from './processes/process.js';
import { isOneOf, rolesIn } from './roles-in.js';
import { exceptionOf, isExcepted } from './seconds.js';
import { seenOf, sees, visible } from './visible.js';
import { readers } from './who.js';

/** Does the actor only count and read codes? Then colleagues are roles to them, not names (docs/law/access.md#roles). */
export const worksWithCodes = (actor: Actor): boolean => actor.posts.length > 0 && actor.posts.every(({ role }) => readers.includes(role));

/** May the actor read a person's words in this case? Controllers work with codes (docs/law/access.md#roles). */
export function maySeeWords(actor: Actor, state: ExistingCase, organisation: Organisation, today: string, became: readonly ExistingCase[] = []): boolean {
  return (
    (actor.person !== null && state.receipt.reporter === actor.person && !state.conflict.barred.includes(actor.person)) ||
    maySeeOthersWords(actor, state, organisation, today, became)
  );
}

/**
 * May the actor also read what others have said? One who has only reported reads their own words, and outcome and actions by code (AC-39).
 * One who reads what the case became reads the case too: it is investigated there, from the words that were said here.
 */
export function maySeeOthersWords(actor: Actor, state: ExistingCase, organisation: Organisation, today: string, became: readonly ExistingCase[] = []): boolean {
  const { person } = actor;
  // One who is let take a single step in spite of a conflict of interest gets no word of the case by it (KL 6 kap. 30 §).
  if (person === null || state.conflict.barred.includes(person)) return false;
  const takesPart = (one: ExistingCase) =>
    one.handler?.person === person || rolesIn(actor, one, organisation, today).some((role) => readsWords(role, one, organisation));
  return takesPart(state) || became.some((one) => !one.conflict.barred.includes(person) && takesPart(one));
}

/** A politician reads what has been laid before the board. */
const readsWords = (role: Role, state: ExistingCase, organisation: Organisation): boolean =>
  elected.includes(role) ? laidBeforeBoard(state, organisation) : !readers.includes(role) && role !== 'medarbetare';

/**
 * Lets the command through, or turns it down: 404 for a case that the actor doesn't see, 403 for what is not theirs. Who may is said by each
 * command (`who`), and by the case's process where that differs. The system is let through for its own commands alone, the receipt code for
 * the dialogue alone: messages, what is sent along, and whether the answer was one.
 */
export function may(actor: Actor, command: CaseCommand, state: ExistingCase, process: Process, organisation: Organisation, today: string): void {
  const definition = commandNamed[command.type];
  const { who, byCode } = definition;
  if (who === 'system' || who === 'code') {
    if (actor.id !== (who === 'system' ? 'system' : 'anonymous')) refuse('notYours');
    return;
  }
  if (byCode && actor.id === 'anonymous') return;
  if (!sees(visible(actor, organisation, today), seenOf(state))) refuse('notFound');
  const exception = exceptionOf(state, actor.person);
  if (exception !== null && !isExcepted(exception, definition)) refuse('notYours');
  if (!isAllowed(actor, command, state, process, organisation, today)) refuse('notYours');
}

function isAllowed(actor: Actor, command: CaseCommand, state: ExistingCase, process: Process, organisation: Organisation, today: string): boolean {
  const definition = commandNamed[command.type];
  if (definition.unless?.(command as never, actor, state, process, organisation, today)) return false;
  const rule = process.who[command.type] ?? definition.who;
  if (rule === 'anyone') return actor.posts.some((post) => !readers.includes(post.role));
  if (rule === 'reporter') return actor.person !== null && state.receipt.reporter === actor.person;
  if (typeof rule === 'string') return false;
  return isOneOf(typeof rule === 'function' ? rule(process, state, command as { readonly to?: unknown }) : rule, actor, state, organisation, today);
}
