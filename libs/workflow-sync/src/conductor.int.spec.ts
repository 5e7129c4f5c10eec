import { randomUUID } from 'node:crypto';
import type { CaseSnapshot } from '#domain/case/snapshot';
import { caseStream } from '#domain/ids';
import { subscriptionHealth } from '#event-store/lag';
import { parked } from '#event-store/parked';
import { Temporal } from '#platform/temporal';
import { snapshotQuery } from '#workflows/messages';
import { caseSnapshotOf, eventually, silent, startConducting, typesOf } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { waitFor } from '../../../test/support/processes.js';
import { people } from '../../../test/support/scenario.js';
import { freshNamespace } from '../../../test/support/services.js';
import { does, reported, stateOf, walk } from '../../../test/support/walk.js';
import { Conductor } from './conductor.js';
import { WORKFLOWS } from './trouble.js';
import { allWaiting, waitingSince } from './waiting.js';
import { WorkflowNotifier } from './workflow-notifier.js';

let core: Awaited<ReturnType<typeof freshCore>>;
let running: Awaited<ReturnType<typeof startConducting>>;
beforeAll(async () => {
  core = await freshCore();
  running = await startConducting(core, await freshNamespace(), { clockEveryMs: 50 });
}, 90_000);
afterAll(async () => {
  await running?.stop();
  await core?.close();
}, 60_000);

const byEmail = { answer: { by: 'email', to: 'nagon@example.org' } };
/** A busy machine answers later than the two seconds that a program gives a call. */
const PATIENCE_MS = 20_000;
const describe_ = (id: string) => running.temporal.call((client) => client.workflow.getHandle(`case/${id}`).describe(), PATIENCE_MS);
const statusIs = (id: string, status: string) => waitFor(async () => (await describe_(id)).status.name === status, 20_000, `${id} ${status}`);
const known = (id: string): Promise<CaseSnapshot | null> =>
  running.temporal.call((client) => client.workflow.getHandle(`case/${id}`).query(snapshotQuery), PATIENCE_MS);

describe('The conductor and the workflow of a case', () => {
  test('AC-01 a report with an address gets its receipt by the workflow, once', async () => {
    const id = await reported(core, byEmail);
    await eventually(core, id, 'ReceiptDue');
    const types = await typesOf(core, id);
    expect(types.filter((type) => type === 'ReceiptDue')).toHaveLength(1);
    expect(types).toContain('MailDue');
  }, 30_000);

  test('Temporal’s pages tell the story in codes: type, number and kind, stage, unit and next date', async () => {
    const id = await reported(core);
    await walk(core, id, 'investigating');
    const state = await waitFor(async () => ((await known(id))?.stage === 'investigating' ? await known(id) : undefined));
    const seen = await waitFor(async () => {
      const described = await describe_(id);
      return described.searchAttributes['Stage']?.[0] === 'investigating' ? described : undefined;
    });
    expect(seen.type).toBe('complaint');
    expect(await seen.staticSummary()).toMatch(/^KLA-\d{4}-\d{4} complaint$/);
    expect(seen.searchAttributes).toMatchObject({ CaseKind: ['complaint'], Unit: ['afs-norra'], NextDue: [new Date(state.next?.dueAt as string)] });
    const listed = await waitFor(async () => {
      const found: string[] = [];
      for await (const each of running.temporal.list("Stage = 'investigating'")) found.push(each.workflowId);
      return found.includes(`case/${id}`);
    });
    expect(listed).toBe(true);
  }, 30_000);

  test('the workflow ends when the case is closed, and starts again when it is reopened (AC-23)', async () => {
    const id = await reported(core);
    await walk(core, id, 'closed');
    await statusIs(id, 'COMPLETED');
    expect(await waitFor(async () => !(await allWaiting(core.database)).includes(id))).toBe(true);
    await does(core, id, { type: 'ReopenCase', reason: 'happenedAgain', text: 'Det hände igen.' }, people.divisionHead);
    await statusIs(id, 'RUNNING');
    expect((await known(id))?.stage).toBe('investigating');
    await walk(core, id, 'closed');
    await statusIs(id, 'COMPLETED');
  }, 60_000);

  test('a case that is sent back is followed back', async () => {
    const id = await reported(core);
    await walk(core, id, 'assessing');
    await does(core, id, { type: 'SendBack', to: 'investigating', reasons: 'Mer behöver utredas.' });
    expect(await waitFor(async () => (await known(id))?.stage === 'investigating' && (await known(id))?.next?.rule)).toBeTruthy();
  }, 30_000);

  test('a message older than what is known is ignored', async () => {
    const id = await reported(core);
    const old = await caseSnapshotOf(core, id);
    await walk(core, id, 'investigating');
    const latest = await waitFor(async () => ((await known(id))?.stage === 'investigating' ? known(id) : undefined));
    await running.notifier.notify(old);
    await running.notifier.notify({ ...old, clockOffset: -1 });
    expect(await known(id)).toEqual(latest);
  }, 30_000);

  test('a message that the workflow can’t use is dropped, shown in health and at the case, and blocks nothing', async () => {
    const id = await reported(core);
    const good = (await waitFor(() => known(id))) as CaseSnapshot;
    const [duty] = good.duties;
    const newer = { ...good, version: good.version + 1 };
    const bad: unknown[] = [
      null,
      'x',
      [],
      {},
      { ...newer, caseId: randomUUID() },
      { ...newer, version: '7' },
      { ...newer, stage: 'archived' },
      { ...newer, stage: 'toString' },
      { ...newer, ivo: 'appealed' },
      { ...newer, duties: null },
      { ...newer, duties: [{ ...duty, steps: [] }] },
      { ...newer, duties: [{ ...duty, steps: [{ ...duty?.steps[0], do: 'phone' }] }] },
      { ...newer, duties: [{ ...duty, steps: [{ ...duty?.steps[0], at: 'soon' }] }] },
      { ...newer, next: { rule: 'x', dueAt: 'soon' } },
      { ...newer, clockOffset: null },
    ];
    const handle = () => running.temporal.call(async (client) => client.workflow.getHandle(`case/${id}`));
    for (const message of bad) await (await handle()).signal('caseChanged', message);
    const inTrouble = async () => (await parked(core.database, WORKFLOWS)).find((row) => row.stream === caseStream(id));
    expect(await waitFor(inTrouble, 20_000)).toMatchObject({ errorCode: 'bad message' });
    expect(await known(id)).toEqual(good);
    expect((await subscriptionHealth(core.database, [WORKFLOWS]))[WORKFLOWS]?.parked).toBe(1);
    await running.conductor.notifyLate();
    await waitFor(async () => (await inTrouble()) === undefined, 20_000, 'the trouble to be over');
    await walk(core, id, 'investigating');
    await waitFor(async () => (await known(id))?.stage === 'investigating');
    const { events } = await (await handle()).fetchHistory();
    expect((events ?? []).filter((event) => event.workflowTaskFailedEventAttributes != null)).toEqual([]);
  }, 60_000);

  test('R-167 when the demo’s clock jumps eleven days, reminders and escalation come at once, each once', async () => {
    const id = await reported(core);
    await waitFor(async () => (await known(id)) !== null);
    await core.clock.advance(11 * 86_400_000);
    await eventually(core, id, 'Escalated');
    const performed = await waitFor(async () => {
      const state = await core.cases.load(id);
      const items = state.exists ? state.duties.flatMap((duty) => duty.performed) : [];
      return items.length > 2 ? items : undefined;
    });
    expect(new Set(performed).size).toBe(performed.length);
    expect((await known(id))?.clockOffset).toBe(core.clock.offsetMs());
  }, 30_000);

  test('what is late without a workflow is told again: a lost workflow comes back and does it once', async () => {
    const id = await reported(core, byEmail);
    await eventually(core, id, 'ReceiptDue');
    await running.temporal.call((client) => client.workflow.getHandle(`case/${id}`).terminate('lost'), PATIENCE_MS);
    const { version } = await stateOf(core, id);
    const past = `UPDATE store.waiting SET next_at = now() - interval '16 minutes' WHERE case_id = $1 AND version = $2 RETURNING case_id`;
    await waitFor(async () => (await core.database.query(past, [id, version])).length > 0);
    expect(await waitingSince(core.database, core.clock.now().toISOString())).toContain(id);
    await running.conductor.notifyLate();
    await statusIs(id, 'RUNNING');
    expect((await typesOf(core, id)).filter((type) => type === 'ReceiptDue')).toHaveLength(1);
  }, 30_000);
});

describe('When Temporal is away', () => {
  test('the batch waits, nothing is lost, and the checkpoint stays where it was', async () => {
    const own = await freshCore();
    const id = await reported(own, byEmail);
    const away = Temporal.open({ address: '127.0.0.1:1', namespace: 'default', ui: undefined });
    const waiting = new Conductor(own, new WorkflowNotifier(away), silent);
    await waiting.start();
    await expect(waiting.notifyAgain([id])).rejects.toThrow();
    await waiting.stop();
    await away.close();
    const [row] = await own.database.query<{ position: number }>(`SELECT position FROM store.subscriptions WHERE name = 'conductor'`);
    expect(row?.position).toBe(0);
    expect(await parked(own.database, 'conductor')).toEqual([]);
    const back = await startConducting(own, await freshNamespace());
    await eventually(own, id, 'ReceiptDue');
    await back.stop();
    await own.close();
  }, 60_000);
});

describe('A case that cannot be told', () => {
  test('is put aside and named, the others go on, and it is taken back in when it can be told again', async () => {
    const bad = randomUUID();
    await core.store.append({
      command: { id: randomUUID(), actor: 'test', bodyHash: Buffer.alloc(32) },
      build: () => ({
        streams: [
          {
            stream: caseStream(bad),
            expectedVersion: 0,
            events: [{ type: 'CaseReceived', v: 1, at: core.clock.now().toISOString(), open: { nothing: true } }],
          },
        ],
        answer: {},
      }),
    });
    const good = await reported(core, byEmail);
    await eventually(core, good, 'ReceiptDue');
    expect((await waitFor(async () => (await parked(core.database, 'conductor')).find((row) => row.stream === caseStream(bad)))).errorCode).toMatch(/Error$/);
  }, 30_000);
});
