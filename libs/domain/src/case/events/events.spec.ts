import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseEventList } from './index.js';

const kebab = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

/** What is no event: the registry and shared parts. */
const others = ['index.ts', 'shared.ts', 'shape.schema.ts', 'stated.schema.ts'];

describe('Events of a case', () => {
  test('each has a file of its own name, and each file is in the registry once', () => {
    const files = readdirSync(dirname(fileURLToPath(import.meta.url))).filter((file) => !file.endsWith('.spec.ts') && !others.includes(file));
    expect(caseEventList.map(({ name }) => `${kebab(name)}.ts`).sort()).toEqual(files.sort());
  });

  test('each has a sentence for the history', () => {
    expect(caseEventList.filter(({ label }) => label.trim() === '').map(({ name }) => name)).toEqual([]);
  });
});
