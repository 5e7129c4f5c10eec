import type { ExistingCase } from '../case.js';
import type { Asking } from '../case-command.js';
import { type CommandType, commandNamed } from '../commands.schema.js';
import type { Process } from '../processes/process.js';

/*
 * What a command asks of the stage and of the person, whatever is filled in. `decide` asks it first and refuses with it alone; what a person
 * is told that they may do now is the policy and this. What the values lack is each command's own to say.
 */

/** @throws Refusal where stage or person stand in the way of the command, whatever it holds */
export function mustStand(type: CommandType, state: ExistingCase, process: Process, asking: Asking): void {
  commandNamed[type].mustStand?.(state, process, asking);
}
