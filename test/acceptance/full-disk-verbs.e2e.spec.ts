import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Attaching } from '#attachments/attaching';
import { Attachments } from '#event-store/attachments';
import { freshCore } from '../support/core.js';
import { reportComplaint } from '../support/read-side.js';
import { people } from '../support/scenario.js';
import { hasSmallDisks, runVerbOnGrowingDisk } from './verbs.js';

jest.setTimeout(120_000);

const place = mkdtempSync(join(tmpdir(), 'gensvar-disk-'));
const onSmallDisk = hasSmallDisks(place) ? test : test.skip;
const words = 'Ingen kom till frukosten den fjärde.';
let core: Awaited<ReturnType<typeof freshCore>>;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  core = await freshCore();
  env = { DATABASE_URL: core.appUrl, DATABASE_ADMIN_URL: core.adminUrl, GENSVAR_MASTER_KEY: core.masterKey };
  const { id } = await reportComplaint(core, { what: words });
  const attaching = new Attaching(core, new Attachments(core.database, core.seal), (error) => {
    throw error;
  });
  const letter = { name: 'brev.txt', bytes: Buffer.from(randomBytes(2_000_000).toString('base64')) };
  expect(await attaching.add(people.registrar, [id], [letter])).toEqual([]);
});
afterAll(async () => {
  await core?.close();
  rmSync(place, { recursive: true, force: true });
});

describe('A verb that fills the disk', () => {
  onSmallDisk.each(['export', 'backup'])(
    '%s says so in words, ends with status 1, and is done in the same folder when there is room (skipped where a process may not mount a file system)',
    async (verb) => {
      const [full, roomy] = await runVerbOnGrowingDisk(place, ['1m', '64m'], env, verb, join(place, 'ut'));
      expect([full?.status, full?.error]).toEqual([1, `Disken är full: gensvar ${verb} blev inte färdigt. Frigör plats och kör igen.\n`]);
      expect(full?.lines.join('')).not.toContain(words);
      expect([roomy?.status, roomy?.error]).toEqual([0, '']);
    },
  );
});
