import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { freshCore } from '../support/core.js';
import { runVerb } from './verbs.js';

// Real processes on a machine that others use too.
jest.setTimeout(120_000);

let core: Awaited<ReturnType<typeof freshCore>>;
const folder = mkdtempSync(join(tmpdir(), 'gensvar-organisation-'));
const path = join(folder, 'changes.json');
const verb = (content: unknown) => {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return runVerb({ DATABASE_URL: core.appUrl, GENSVAR_MASTER_KEY: core.masterKey }, 'organisation', path);
};
beforeAll(async () => {
  core = await freshCore();
}, 60_000);
afterAll(async () => {
  await core?.close();
});

describe('gensvar organisation', () => {
  test('changes by a file, once; a running process reads the change', async () => {
    const file = { changes: [{ do: 'moveUnit', unit: 'afs-norra', to: 'iof', from: '2026-05-01' }] };
    const { status, lines } = await verb(file);
    expect([status, lines]).toEqual([0, ['1 ändringar, position 1.']]);
    expect((await verb(file)).lines).toEqual(['1 ändringar, position 1.']);
    await core.register.refresh();
    expect(core.register.organisation.ancestors('afs-norra', '2026-05-01')[0]?.code).toBe('iof');
  });

  test('says what is wrong, in Swedish, and changes nothing', async () => {
    const before = await core.store.position();
    const told = async (content: unknown) => {
      const { status, lines, error } = await verb(content);
      return [status, ...lines, error.trim()];
    };
    expect(await told({ changes: [{ do: 'moveUnit', unit: 'nowhere', to: 'iof', from: '2026-05-01' }] })).toEqual([
      1,
      'unit: nowhere gäller inte 2026-05-01, eller ändras redan senare',
      '',
    ]);
    expect(await told({ changes: [{ do: 'moveUnit', unit: 'afs', to: 'iof', from: 'i morgon' }] })).toEqual([
      1,
      'changes.0.from: Skriv dagen som åååå-mm-dd, till exempel 2026-09-03',
      '',
    ]);
    expect((await verb('{')).error).toContain('Filen är inte JSON.');
    expect(await core.store.position()).toBe(before);
  });
});
