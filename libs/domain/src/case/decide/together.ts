import { Refusal, refuse } from '../../errors.js';
import { uuidOf } from '../../ids.js';
import { Lacking } from '../../lacks.js';
import type { ExistingCase } from '../case.js';
import type { Decision } from '../case-command.js';
import { type CaseCommand, commandNamed } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { Context } from './context.js';
import { foldNew } from './foresee.js';
import { decide } from './index.js';

/**
 * The commands of one form, in order, as one decision: each is decided on the case as those before it leave it, by its own rules, and either all
 * of them are made or none is. What several of them lack is said at once; a step forward is decided only when nothing before it lacks anything,
 * since it would name the same again.
 * @throws Refusal with everything that is missing, each named by its own command (`Command.field`)
 */
export function decideTogether(commands: readonly CaseCommand[], state: ExistingCase, context: Context): Decision {
  const lacking = new Lacking('');
  const events: NewCaseEvent[] = [];
  let now = state;
  for (const [n, command] of commands.entries()) {
    if (commandNamed[command.type].goesOn) lacking.orRefuse();
    try {
      const decision = decide(command, now, { ...context, commandId: uuidOf('command', context.commandId, String(n)) });
      // A command that makes a case, or writes in another, is sent by itself: the number is given where it is stored.
      if (decision.born.length > 0 || decision.beside !== undefined) refuse('badShape');
      events.push(...decision.events);
      now = foldNew(now, decision.events, context.now);
    } catch (error) {
      if (!(error instanceof Refusal) || error.missing.length === 0) throw error;
      lacking.add(error.missing, error.code);
    }
  }
  lacking.orRefuse();
  return { events, born: [] };
}
