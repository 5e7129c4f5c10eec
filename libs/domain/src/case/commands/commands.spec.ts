import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnyCaseCommand } from '../case-command.js';
import { otherCommands, publicCommands } from './index.js';

const kebab = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
const all: readonly AnyCaseCommand[] = [...publicCommands, ...otherCommands];

/** What is no command: the registry, shared fields, the report that begins a case. */
const others = ['index.ts', 'shared.ts', 'report.schema.ts', 'described.schema.ts'];

describe('Commands on a case', () => {
  test('each has a file of its own name, and each file is in the registry once', () => {
    const files = readdirSync(dirname(fileURLToPath(import.meta.url))).filter((file) => !file.endsWith('.spec.ts') && !others.includes(file));
    expect(all.map(({ name }) => `${kebab(name)}.ts`).sort()).toEqual(files.sort());
  });

  test('R-026 each that is offered has a heading, a button and the words of what it asks; the step forward has a form of its own', () => {
    const offered = publicCommands.filter((command: AnyCaseCommand) => command.offered !== undefined);
    expect(offered.filter((command: AnyCaseCommand) => !command.title || !command.button || Object.keys(command.form ?? {}).length === 0)).toEqual([]);
    const unlabelled = all.flatMap(({ name, form }) => Object.entries(form ?? {}).flatMap(([field, { label }]) => (label === '' ? [`${name}.${field}`] : [])));
    expect(unlabelled).toEqual([]);
  });

  test('what is offered is somebody’s to give, and what the platform gives itself is never offered', () => {
    expect(publicCommands.filter(({ who }: AnyCaseCommand) => who === 'system' || who === 'code').map(({ name }) => name)).toEqual([]);
    expect(otherCommands.filter((command: AnyCaseCommand) => command.offered !== undefined).map(({ name }) => name)).toEqual([]);
  });
});
