import type { AnyCaseCommand } from '#domain/case/case-command';
import { publicCommands } from '#domain/case/commands/index';
import type { CommandText } from '#domain/records/command-text';

export type { CommandText } from '#domain/records/command-text';

/** The words of every command that has a form. */
export const commandTexts: Readonly<Record<string, CommandText>> = Object.fromEntries(
  publicCommands.flatMap(({ name, title, button, form }: AnyCaseCommand) =>
    title === undefined || button === undefined ? [] : [[name, { title, button, fields: form ?? {} }]],
  ),
);
