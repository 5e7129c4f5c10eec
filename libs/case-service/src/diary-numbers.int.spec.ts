import { randomUUID } from 'node:crypto';
import { commandSchemas, reportCase } from '#domain/case/commands.schema';
import { caseStream } from '#domain/ids';
import { freshCore } from '../../../test/support/core.js';
import { people } from '../../../test/support/scenario.js';

type Fresh = Awaited<ReturnType<typeof freshCore>>;
let core: Fresh;
beforeAll(async () => {
  core = await freshCore();
}, 60_000);
afterAll(async () => {
  await core?.close();
});

const body = reportCase.parse({ kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen kom.' });
const reported = (more: Partial<typeof body> = {}) => core.cases.report(people.registrar, { ...body, ...more }, { commandId: randomUUID() });
const diarises = (id: string, diaryNumber: string, more: { sharedWith?: string; ifMatch?: number } = {}) => {
  const { ifMatch, sharedWith = null } = more;
  const command = commandSchemas.Diarise.parse({ type: 'Diarise', diaryNumber, sharedWith });
  return core.cases.execute(people.registrar, id, command, { commandId: randomUUID(), ...(ifMatch === undefined ? {} : { ifMatch }) });
};
const outcomes = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled.map((one) => (one.status === 'fulfilled' ? 'stored' : `${one.reason.code} ${one.reason.missing?.[0]?.text ?? one.reason.detail}`));
const holding = async (ids: readonly string[]) => (await Promise.all(ids.map((id) => core.cases.load(id)))).map((state) => state.exists && state.diary.number);

describe('Two matters never have one diary number without a recorded sharing, whatever the order of commands', () => {
  test('of several at once one is stored, and the others are refused with an explanation', async () => {
    for (let n = 0; n < 10; n += 1) {
      const cases = await Promise.all([reported(), reported(), reported()]);
      const spellings = [`KS 2026/${n}1`, `ks2026-${n}1`, `Dnr KS 2026/0${n}1`];
      const said = outcomes(
        await Promise.allSettled(cases.map(({ id, version }, i) => diarises(id, spellings[i] as string, n % 2 === 0 ? {} : { ifMatch: version }))),
      );
      expect(said.filter((one) => one === 'stored')).toHaveLength(1);
      const winner = cases[said.indexOf('stored')];
      for (const one of said.filter((text) => text !== 'stored')) expect(one).toContain(`alreadyExists Diarienumret hör redan till ärendet ${winner?.number}`);
      expect((await holding(cases.map(({ id }) => id))).filter((held) => held !== null)).toHaveLength(1);
    }
  }, 60_000);

  test('the same holds for reports with a number', async () => {
    const said = outcomes(await Promise.allSettled([1, 2, 3].map(() => reported({ diaryNumber: 'SN 2026/5' }))));
    expect(said.map((one) => one.split(' ')[0]).sort()).toEqual(['alreadyExists', 'alreadyExists', 'stored']);
  });

  test('a mistyped number that was corrected is free again, and can be given again', async () => {
    const [one, two] = [await reported(), await reported()];
    await diarises(one.id, 'KS 2025/77');
    await diarises(one.id, 'KS 2025/78');
    await diarises(two.id, 'KS 2025/77');
    await expect(diarises(one.id, 'KS 2025/77')).rejects.toMatchObject({ code: 'alreadyExists' });
    await diarises(two.id, 'KS 2025/79');
    await diarises(one.id, 'KS 2025/77');
    await expect(diarises(two.id, 'KS 2025/77')).rejects.toMatchObject({ code: 'alreadyExists' });
    expect(await holding([one.id, two.id])).toEqual(['KS 2025/77', 'KS 2025/79']);
  });

  test('a shared number is still refused to a third case, also when the first has given it up', async () => {
    const [one, two, three] = [await reported(), await reported(), await reported()];
    await diarises(one.id, 'KS 2024/5');
    await diarises(two.id, 'KS 2024/5', { sharedWith: one.number });
    await diarises(one.id, 'KS 2024/6');
    await expect(diarises(three.id, 'KS 2024/5')).rejects.toMatchObject({ missing: [{ text: expect.stringContaining(two.number) }] });
  });

  test('a number that was stored before this rule is found, and its case can go on', async () => {
    const [one, two, three] = [await reported(), await reported(), await reported()];
    // As version 1 stored it: without a key, twice.
    for (const { id, version } of [one, two]) {
      const event = { type: 'Diarised', v: 1, at: core.clock.now().toISOString(), open: { diaryNumber: 'SN2023-15', secrecy: true } };
      const command = { id: randomUUID(), actor: 'person:x', bodyHash: Buffer.alloc(32) };
      await core.store.append({ command, build: () => ({ streams: [{ stream: caseStream(id), expectedVersion: version, events: [event] }], answer: {} }) });
    }
    await expect(diarises(three.id, 'SN 2023-15')).rejects.toMatchObject({ code: 'alreadyExists' });
    await diarises(two.id, 'SN2023-15');
    expect(await holding([one.id, two.id, three.id])).toEqual(['SN2023-15', 'SN2023-15', null]);
  });

  test('a version that has moved on is refused as that, with or without a race', async () => {
    const { id, version } = await reported();
    const said = outcomes(await Promise.allSettled([1, 2].map((n) => diarises(id, `KS 2022/${n}`, { ifMatch: version }))));
    expect(said.map((one) => one.split(' ')[0]).sort()).toEqual(['movedOn', 'stored']);
  });
});
