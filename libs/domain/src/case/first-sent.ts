import { type CaseCommand, commandNamed } from './commands.schema.js';

/**
 * The command as it was told before its later fields (`addedFields`) were there, where none of them is given. A command that was sent before an
 * upgrade and is sent again after it has the same key and must be known as the same.
 */
export function asFirstSent(command: CaseCommand): object {
  const added: readonly string[] = commandNamed[command.type].addedFields ?? [];
  if (added.length === 0) return command;
  return Object.fromEntries(Object.entries(command).filter(([name, value]) => value !== null || !added.includes(name)));
}
