import type { CommandText } from '#domain/records/command-text';
import { answering } from './commands/answering.js';
import { withAuthorities } from './commands/authorities.js';
import { deciding } from './commands/deciding.js';
import { describing } from './commands/describing.js';
import { elsewhere } from './commands/elsewhere.js';
import { ending } from './commands/ending.js';
import { investigating } from './commands/investigating.js';

export type { CommandText } from '#domain/records/command-text';

/** The words of every command; which of its fields are asked, and when, is said in case-view/asked. */
export const commandTexts: Readonly<Record<string, CommandText>> = {
  ...describing,
  ...investigating,
  ...deciding,
  ...withAuthorities,
  ...answering,
  ...elsewhere,
  ...ending,
};
