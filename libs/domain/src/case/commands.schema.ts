import { z } from 'zod';
import { kinds } from '../codes/kinds.js';
import { date, oneOf, several, unitCode } from '../shapes.schema.js';
import type { AnyCaseCommand } from './case-command.js';
import { otherCommands, publicCommands } from './commands/index.js';

export { described } from './commands/described.schema.js';
export { type ReportCase, reportCase } from './commands/report.schema.js';

type PublicDefinition = (typeof publicCommands)[number];
type Definition = PublicDefinition | (typeof otherCommands)[number];
type ValueOfDefinition<D extends Definition> = D extends Definition ? z.infer<D['schema']> : never;

export type PublicCommand = ValueOfDefinition<PublicDefinition>;
export type CaseCommand = ValueOfDefinition<Definition>;
export type CommandType = CaseCommand['type'];
export type CommandOf<T extends CommandType> = Extract<CaseCommand, { type: T }>;

/** Every command on a case that exists, by name. */
export const commandNamed: Readonly<Record<CommandType, AnyCaseCommand>> = Object.fromEntries(
  [...publicCommands, ...otherCommands].map((command): [string, AnyCaseCommand] => [command.name, command]),
) as unknown as Readonly<Record<CommandType, AnyCaseCommand>>;

/** Commands on a case that exists, one schema each (body of POST /api/cases/{id}/commands). */
export const commandSchemas = Object.fromEntries(publicCommands.map(({ name, schema }) => [name, schema])) as unknown as {
  readonly [N in PublicDefinition['name']]: Extract<PublicDefinition, { readonly name: N }>['schema'];
};

export const caseCommand = z.discriminatedUnion(
  'type',
  publicCommands.map(({ schema }) => schema) as unknown as [PublicDefinition['schema'], ...PublicDefinition['schema'][]],
);

/** Statistics of a unit for a period are complete: a zero is a zero. `to` is exclusive. */
export const attestStatistics = z
  .object({ unit: unitCode, from: date, to: date, kinds: several(oneOf(kinds)).nullable().default(null) })
  .strict()
  .meta({ id: 'AttestStatistics' });
export type AttestStatistics = z.infer<typeof attestStatistics>;
