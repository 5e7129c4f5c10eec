import type { CaseCommand } from './commands.schema.js';

/** Fields that a command has got since it was first used, which are null where nobody gives them. */
const added: { readonly [T in CaseCommand['type']]?: readonly string[] } = {
  AnswerTriage: ['otherWays'],
  Diarise: ['sharedWith'],
  MoveToUnit: ['diaryNumber', 'withoutNumber'],
  OverrideConflict: ['step'],
};

/**
 * The command as it was told before its later fields were there, where none of them is given. A command that was sent before an upgrade and is
 * sent again after it has the same key and must be known as the same.
 */
export function asFirstSent(command: CaseCommand): object {
  const later = added[command.type];
  if (later === undefined) return command;
  return Object.fromEntries(Object.entries(command).filter(([name, value]) => value !== null || !later.includes(name)));
}
