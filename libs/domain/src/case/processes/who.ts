import type { CommandType } from '../commands.schema.js';
import type { By, Process } from './process.js';

/** The work of an investigation, from the first entry to the last cause. */
export const investigation = ['MakeEntry', 'HearParty', 'FindCause', 'WithdrawCause', 'OpenInvestigation', 'CompleteInvestigation'] as const;
/** What passes between the municipality and IVO once it is decided. */
export const withIvo = ['NotifyIvo', 'SendToIvo', 'RecordIvoNumber', 'RecordIvoRequest', 'RecordIvoDecision', 'CloseIvoMatter'] as const;

/** The same people for several commands, as a process table lists them. */
export const each = <T extends CommandType>(commands: readonly T[], by: readonly By[]): { readonly [C in T]: readonly By[] } =>
  Object.fromEntries(commands.map((command) => [command, by])) as unknown as { readonly [C in T]: readonly By[] };

/** Those whom the process itself names for the decision on notification, beside those to whom the municipality has given it. */
export const ivoDecidersOf = ({ who }: Process): readonly By[] => who.DecideIvo ?? [];
