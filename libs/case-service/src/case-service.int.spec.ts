import { randomUUID } from 'node:crypto';
import { commandSchemas, reportCase } from '#domain/case/commands.schema';
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

const body = reportCase.parse({ kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen kom på kvällen.' });

describe('The command service', () => {
  test('AC-01 a report is stored and answered with number and receipt code; a repeat gets the same answer', async () => {
    const commandId = randomUUID();
    const first = await core.cases.report(people.registrar, body, { commandId });
    expect(first.number).toMatch(/^KLA-\d{4}-\d{4}$/);
    expect(first.receiptCode).toMatch(/^[A-Z2-7]{16}$/);
    const again = await core.cases.report(people.registrar, body, { commandId });
    expect(again).toEqual(first);
    expect((await core.cases.byReceiptCode(first.receiptCode))?.id).toBe(first.id);
    await expect(core.cases.report(people.registrar, { ...body, what: 'Annat.' }, { commandId })).rejects.toMatchObject({ code: 'idempotencyKeyReused' });
  });

  test('ten equal reports at once make one case', async () => {
    const commandId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => core.cases.report(people.registrar, body, { commandId })));
    expect(new Set(answers.map((answer) => answer.number)).size).toBe(1);
  });

  test('a version that has moved on is refused with the current version', async () => {
    const { id, version } = await core.cases.report(people.registrar, body, { commandId: randomUUID() });
    const command = {
      type: 'ClassifyCase',
      categories: ['treatment'],
      categoryOther: null,
      lexSarahKinds: null,
      lexSarahKindOther: null,
      deviationType: null,
      deviationSubtype: null,
      affects: null,
      concernsChild: null,
      eventClass: null,
      lawAreas: ['SoL'],
      activity: null,
      area: null,
      operation: null,
      arose: null,
      aspects: null,
      hit: null,
    } as const;
    await core.cases.execute(people.manager, id, { ...command, categories: ['treatment'], lawAreas: ['SoL'] }, { commandId: randomUUID(), ifMatch: version });
    await expect(
      core.cases.execute(people.manager, id, { ...command, categories: ['information'], lawAreas: ['SoL'] }, { commandId: randomUUID(), ifMatch: version }),
    ).rejects.toMatchObject({ code: 'movedOn' });
    await expect(core.cases.execute(people.otherManager, id, { type: 'SendMessage', text: 'Hej' }, { commandId: randomUUID() })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('a repeat that arrives while the first is being stored gets the answer of the first, and is not judged on the state that it made', async () => {
    const command = commandSchemas.CloseAtOnce.parse({ type: 'CloseAtOnce', toldOnTheSpot: true, categories: ['treatment'], whatWasDone: 'Bad om ursäkt.' });
    for (let n = 0; n < 25; n += 1) {
      const { id } = await core.cases.report(people.registrar, body, { commandId: randomUUID() });
      const commandId = randomUUID();
      const twins = Array.from({ length: 6 }, async (_, k) => {
        await new Promise((resolve) => setTimeout(resolve, k));
        return core.cases.execute(people.manager, id, command, { commandId });
      });
      expect(new Set((await Promise.all(twins)).map((answer) => JSON.stringify(answer))).size).toBe(1);
    }
  }, 60_000);
});
