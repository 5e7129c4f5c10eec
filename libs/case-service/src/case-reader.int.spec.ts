import { randomUUID } from 'node:crypto';
import { reportCase } from '#domain/case/commands.schema';
import { wordingOf } from '#domain/law/regulation';
import { freshCore } from '../../../test/support/core.js';
import { people } from '../../../test/support/scenario.js';
import { CaseReader } from './case-reader.js';

let core: Awaited<ReturnType<typeof freshCore>>;
beforeAll(async () => {
  core = await freshCore();
}, 60_000);
afterAll(async () => {
  await core?.close();
});

test('whoever opens a case that has been idle since before a change of law reads the law of today, and its version as it is stored', async () => {
  const body = reportCase.parse({ kind: 'lexSarah', unit: 'afs-norra', lawAreas: ['SoL'], what: 'Larmet togs bort.', immediateActions: 'Satt tillbaka.' });
  const { id, version } = await core.cases.report(people.carer, body, { commandId: randomUUID(), now: '2025-06-20T08:00:00.000Z' });
  const stored = await core.cases.load(id);
  const lawOf = (state: { duties: readonly { rule: string; ruleVersion: number }[] }) =>
    wordingOf('LS-AVHJALP-SOL', state.duties.find(({ rule }) => rule === 'LS-AVHJALP-SOL')?.ruleVersion ?? null)?.law;
  expect(stored.exists && lawOf(stored)).toContain('14 kap. 6 §');
  const { state } = await new CaseReader(core.database, core.store, core.register, core.clock).open(people.sas, id, 'spec');
  expect([lawOf(state), state.version]).toEqual([expect.stringContaining('27 kap. 5 §'), version]);
});
