import { randomUUID } from 'node:crypto';
import { actionType } from '#domain/action/index';
import { figureReader } from '#domain/case/figure-reader';
import { visible } from '#domain/case/visible';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { type Actor, personActor } from '#domain/org/actor';
import { recordStream } from '#domain/record-types';
import type { AnyRecordType } from '#domain/records/record-type';
import { riskType } from '#domain/risk/index';
import { park } from '#event-store/parked';
import { reportCases, runReport } from '#read-model/reports/run';
import { freshCore } from '../support/core.js';
import { caughtUp, employ, type Fresh, followStore } from '../support/read-side.js';
import { people } from '../support/scenario.js';
import { does, reported, walk } from '../support/walk.js';

/*
 * Reports that count records: risks, and actions beside those of cases.
 */

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
// Each has its own, since time only moves forward.
beforeEach(async () => {
  core = await freshCore();
  await employ(core);
  feed = await followStore(core);
}, 60_000);
afterEach(async () => {
  expect(feed?.faults).toEqual([]);
  await feed?.stop();
  await core?.close();
}, 30_000);

const { controller, manager, otherManager, divisionHead, carer } = people;
const now = () => core.clock.now().toISOString();
const today = () => stockholmDate(now());
const year = () => ({ from: `${today().slice(0, 4)}-01-01`, to: `${Number(today().slice(0, 4)) + 1}-01-01` });
const as = (actor: Actor | null) => ({
  database: core.database,
  store: core.store,
  ...(actor === null ? {} : { reader: figureReader(actor, core.register.organisation, today()) }),
});
const run = async (id: string, actor: Actor | null = controller, query: object = {}) => {
  await caughtUp(core);
  return runReport(as(actor), id, { ...year(), ...query }, now());
};
const behind = (id: string, actor: Actor, query: object = {}) =>
  reportCases(as(actor), id, { ...year(), ...query }, visible(actor, core.register.organisation, today()), now());

async function made(type: AnyRecordType, body: object, actor: Actor = manager) {
  const { id, number } = await core.records.create(actor, type, type.creation.schema.parse(body) as never, { commandId: randomUUID() });
  const does = async (command: { readonly type: string } & Record<string, unknown>, by: Actor = actor) => {
    const parsed = type.commands.find(({ name }) => name === command.type)?.schema.parse(command);
    await core.records.execute(by, type, id, parsed as never, { commandId: randomUUID() });
  };
  return { id, number, does };
}
const risk = (probability: number, consequence: number, unit = 'afs-norra', actor: Actor = manager) =>
  made(
    riskType,
    {
      unit,
      activity: 'Ta emot',
      description: 'Anmälan blir liggande',
      probability: String(probability),
      consequence: String(consequence),
      nextReview: addDuration(today(), 'P20D'),
    },
    actor,
  );
const action = (unit = 'afs-norra', actor: Actor = manager) =>
  made(actionType, { unit, area: 'routines', what: 'Skriv en rutin', due: addDuration(today(), 'P20D') }, actor);

describe('The register of risks as a report (docs/contract.md#reports)', () => {
  test('R-233 R-234 is the grid with the number at each level and in all, each figure with the risks behind it', async () => {
    const twelve = await risk(4, 3);
    await risk(3, 4);
    const ten = await risk(2, 5);
    await risk(3, 3);
    await risk(1, 1);
    const table = await run('risks');
    expect(table.rows.map(({ code, label, values }) => [code, label, values['count'], values['consequence-3']])).toEqual([
      ['5', '5 Mycket sannolikt', 0, 0],
      ['4', '4 Sannolikt', 1, 1],
      ['3', '3 Möjlig', 2, 1],
      ['2', '2 Mindre sannolikt', 1, 0],
      ['1', '1 Osannolikt', 1, 0],
    ]);
    expect(table.columnTotals).toMatchObject({ count: 5, critical: 3, medium: 1, low: 1, late: 0 });
    expect([table.totals, table.scope.by]).toEqual([{ count: 5, cases: 5 }, 'registered']);
    const figure = async (query: object) => (await behind('risks', controller, query)).records.map(({ number }) => number);
    expect(await figure({ row: '4', column: 'consequence-3' })).toEqual([twelve.number]);
    expect(await figure({ row: '2' })).toEqual([ten.number]);
    expect(await behind('risks', controller)).toMatchObject({ total: 5, hidden: 0, items: [] });
    for (const row of table.rows)
      for (const { id: column } of table.columns)
        expect([row.code, column, (await behind('risks', controller, { row: row.code, column })).total]).toEqual([row.code, column, row.values[column]]);
  }, 60_000);

  test('R-216 INC-12 a critical risk is unanswered until it has an action that is not dropped, or is accepted with reasons', async () => {
    const [served, accepted] = [await risk(4, 3), await risk(2, 5)];
    await risk(3, 3);
    const unanswered = async () => {
      await caughtUp(core);
      return (await behind('risks', controller, { column: 'unanswered' })).records.map(({ number }) => number);
    };
    expect([(await run('risks')).columnTotals['unanswered'], await unanswered()]).toEqual([2, [served.number, accepted.number]]);
    const one = await made(actionType, {
      unit: 'afs-norra',
      area: 'routines',
      what: 'Skriv en rutin',
      due: addDuration(today(), 'P20D'),
      risk: served.id,
    });
    await accepted.does({ type: 'AcceptRisk', reasons: 'Det kostar mer än det ger.' });
    expect([(await run('risks')).columnTotals['unanswered'], await unanswered()]).toEqual([0, []]);
    await one.does({ type: 'DropAction', reasons: 'Den behövs inte.' });
    expect(await unanswered()).toEqual([served.number]);
  }, 60_000);

  test('counts what the reader sees in the list and nothing else, in the unit and below it', async () => {
    await risk(4, 3);
    await risk(4, 3, 'afs-sodra', otherManager);
    await risk(4, 3, 'iof-barn', people.sas);
    const counts = async (query: object = {}) =>
      Promise.all([carer, manager, divisionHead, controller, null].map(async (actor) => (await run('risks', actor, query)).totals.count));
    expect(await counts()).toEqual([1, 1, 2, 3, 3]);
    expect(await counts({ unit: 'afs' })).toEqual([1, 1, 2, 2, 2]);
    expect(await counts({ unit: 'afs-sodra' })).toEqual([null, null, 1, 1, 1]);
    expect(await behind('risks', manager, { unit: 'afs' })).toMatchObject({ total: 1, hidden: 0 });
    expect(await behind('risks', personActor(manager.person as string, []))).toMatchObject({ total: 0, records: [] });
  }, 60_000);

  test('R-238 is as it was known on a day: the assessment of then, and no risk that was noted later', async () => {
    const first = await risk(2, 2);
    const day = today();
    await core.clock.advance(30 * 86_400_000);
    await first.does({ type: 'AssessRisk', probability: '5', consequence: '4', nextReview: addDuration(today(), 'P90D') });
    await risk(1, 1);
    const levels = async (asOf?: string) => (await run('risks', controller, { from: '2020-01-01', to: '2040-01-01', ...(asOf ? { asOf } : {}) })).columnTotals;
    expect(await levels()).toMatchObject({ count: 2, critical: 1, low: 1 });
    expect(await levels(day)).toMatchObject({ count: 1, critical: 0, low: 1 });
    expect(await levels(addDuration(day, 'P25D'))).toMatchObject({ count: 1, late: 0 });
  }, 60_000);

  test('has a risk from the day it was noted to the day it was closed, and says which assessments are late', async () => {
    const noted = today();
    const one = await risk(2, 2);
    await risk(3, 3);
    await core.clock.advance(40 * 86_400_000);
    await one.does({ type: 'CloseRisk', reason: 'removed', reasons: 'Borta.' });
    const count = async (from: string, to: string) => (await run('risks', controller, { from, to })).columnTotals;
    expect(await count('2020-01-01', noted)).toMatchObject({ count: null });
    expect(await count(noted, addDuration(noted, 'P1D'))).toMatchObject({ count: 2 });
    expect(await count(today(), addDuration(today(), 'P1D'))).toMatchObject({ count: 2, late: 1 });
    expect(await count(addDuration(today(), 'P1D'), addDuration(today(), 'P2D'))).toMatchObject({ count: 1, medium: 1 });
  }, 60_000);

  test('names a risk that could not be read, to those who see it', async () => {
    const one = await risk(2, 2);
    await caughtUp(core);
    const parked = { subscription: 'projector', stream: recordStream(riskType, one.id), position: await core.store.position(), errorCode: 'Fault' };
    await park(core.database, parked);
    const says = `${one.number} kunde inte läsas helt och kan vara fel räknad i tabellen.`;
    expect((await runReport(as(controller), 'risks', year(), now())).notes).toContain(says);
    expect((await runReport(as(otherManager), 'risks', year(), now())).notes).not.toContain(says);
  }, 60_000);
});

describe('The report of actions', () => {
  test('R-228 counts those of cases and those that are records, by status and effect, with both behind each figure', async () => {
    const caseId = await reported(core);
    await walk(core, caseId, 'assessing');
    const plan = { area: 'routines', horizon: 'shortTerm', dueAt: `${addDuration(today(), 'P30D')}T12:00:00.000Z`, what: 'Ny rutin.', howJudged: 'Stickprov.' };
    await does(core, caseId, { type: 'PlanAction', ...plan } as never);
    await action();
    const decided = await action();
    await decided.does({ type: 'DecideAction', owner: carer.person, due: addDuration(today(), 'P5D'), effectDue: addDuration(today(), 'P60D') });
    const table = await run('actions');
    expect(table.columnTotals).toMatchObject({ count: 3, proposed: 1, planned: 2, ongoing: null, late: null });
    expect(table.rows.find(({ code }) => code === 'routines')?.values).toMatchObject({ count: 3, proposed: 1, planned: 2 });
    expect(table.notes).toEqual(expect.arrayContaining(['1 åtgärder i 1 ärenden.', '2 åtgärder utanför ärenden.']));
    const both = await behind('actions', controller, { row: 'routines', column: 'planned' });
    expect([both.total, both.items.map(({ id }) => id), both.records.map(({ number }) => number)]).toEqual([2, [caseId], [decided.number]]);
    await core.clock.advance(70 * 86_400_000);
    // What is late is judged at the last event.
    await risk(1, 1);
    expect((await run('actions', controller, { from: '2020-01-01', to: '2040-01-01' })).columnTotals).toMatchObject({ late: 2, judgementLate: 1 });
    await decided.does({ type: 'CompleteAction', doneOn: today() }, carer);
    await decided.does({ type: 'JudgeEffect', effect: 'yes', evidence: 'Inga fler.' });
    expect((await run('actions', controller, { from: '2020-01-01', to: '2040-01-01' })).columnTotals).toMatchObject({ done: 1, 'effect-yes': 1, late: 1 });
  }, 60_000);

  test('a record that the reader does not see is neither counted nor listed', async () => {
    await action('afs-sodra', otherManager);
    await action();
    expect((await run('actions', manager, { unit: 'afs-norra' })).totals.count).toBe(1);
    expect((await run('actions', manager, { unit: 'afs-sodra' })).totals.count).toBeNull();
    expect(await behind('actions', manager, { unit: 'afs' })).toMatchObject({ total: 1 });
    expect((await run('actions', divisionHead, { unit: 'afs' })).totals.count).toBe(2);
  }, 60_000);
});
