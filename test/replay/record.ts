// Records the histories that replay.int.spec.ts replays, from real runs. Not a part of `npm test`: run it when a workflow has been
// changed on purpose (`patched()` keeps the old ones replaying), with the services up:
//
//   eval "$(node infra/boot.mjs services --test)"
//   node --experimental-vm-modules node_modules/jest/bin/jest.js --testMatch '**/test/replay/record.ts'
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { CaseSnapshot, DutyStep, WatchedDuty } from '#domain/case/snapshot';
import type { RecordSnapshot } from '#domain/records/snapshot';
import { caseChanged, queues, snapshotQuery } from '#workflows/messages';
import { carry } from '../support/carry.js';
import { caseSnapshotOf, eventually, startConducting } from '../support/conducting.js';
import { freshCore } from '../support/core.js';
import { ownHome, ownTemporal, waitFor } from '../support/processes.js';
import { people } from '../support/scenario.js';
import { does, reported, stateOf, walk } from '../support/walk.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'histories');
const home = ownHome();
let core: Awaited<ReturnType<typeof freshCore>>;
let program: string;
let server: TestWorkflowEnvironment;
let running: Awaited<ReturnType<typeof startConducting>>;

beforeAll(async () => {
  const own = await ownTemporal(home);
  program = own.program;
  await own.stop();
  core = await freshCore();
}, 90_000);
afterEach(async () => {
  await running?.stop();
  await server?.teardown();
}, 60_000);
afterAll(async () => {
  await core?.close();
  await home.remove();
}, 60_000);

async function begin(...extraArgs: string[]): Promise<void> {
  server = await TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'existing-path', path: program }, extraArgs } });
  running = await startConducting(core, { address: server.address, namespace: server.namespace ?? 'default' }, { clockEveryMs: 50 });
}

const handle = (id: string, runId?: string) => server.client.workflow.getHandle(`case/${id}`, runId);
const known = async (id: string): Promise<CaseSnapshot | null> => handle(id).query(snapshotQuery);
const status = (id: string, name: string) => waitFor(async () => (await handle(id).describe()).status.name === name, 30_000, name);
const told = (id: string, stage: string) => waitFor(async () => (await known(id))?.stage === stage, 30_000, stage);

async function keep(name: string, id: string, runId?: string): Promise<void> {
  write(name, await handle(id, runId).fetchHistory());
}

/** Where it was recorded is removed, and where in the code an activity failed. */
function write(name: string, history: Parameters<typeof historyToJSON>[0]): void {
  const json = historyToJSON(history)
    .replaceAll(/"\d+@[\w.-]+"/g, '"recorded"')
    .replaceAll(/"stackTrace": "(?:[^"\\]|\\.)*"/g, '"stackTrace": ""');
  writeFileSync(join(folder, `${name}.json`), `${json}\n`);
}

const byEmail = { answer: { by: 'email', to: 'nagon@example.org' } };

test('the whole way, sent back once, with receipt, reminders and the question of effect', async () => {
  await begin();
  const id = await reported(core, byEmail);
  await eventually(core, id, 'ReceiptDue');
  for (const stage of ['investigating', 'assessing'] as const) {
    await walk(core, id, stage);
    await told(id, stage);
  }
  await does(core, id, { type: 'SendBack', to: 'investigating', reasons: 'Mer behöver utredas.' });
  await told(id, 'investigating');
  await core.clock.advance(16 * 86_400_000);
  await eventually(core, id, 'Escalated');
  for (const stage of ['assessing', 'ivoDecision', 'feedback', 'followUp'] as const) {
    await walk(core, id, stage);
    await told(id, stage);
  }
  await core.clock.advance(120 * 86_400_000);
  await eventually(core, id, 'EffectAsked');
  await walk(core, id, 'closed');
  await status(id, 'COMPLETED');
  await keep('complaint-whole-way', id);

  await does(core, id, { type: 'ReopenCase', reason: 'happenedAgain', text: 'Det hände igen.' }, people.divisionHead);
  await status(id, 'RUNNING');
  await told(id, 'investigating');
  await walk(core, id, 'closed');
  await status(id, 'COMPLETED');
  await keep('complaint-reopened', id);
}, 120_000);

test('a deviation under SoL, the whole way', async () => {
  await begin();
  const id = await reported(core, { kind: 'deviation', lawAreas: ['SoL'], eventClass: 'nearMiss', deviationType: 'other' }, people.carer);
  await core.clock.advance(9 * 86_400_000);
  await eventually(core, id, 'Escalated');
  for (const stage of ['investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp'] as const) {
    await carry(core, id, stage);
    await told(id, stage);
  }
  await core.clock.advance(120 * 86_400_000);
  await eventually(core, id, 'EffectAsked');
  await carry(core, id, 'closed');
  await status(id, 'COMPLETED');
  await keep('deviation-whole-way', id);
}, 120_000);

test('a lex Sarah that is notified, supplemented and ended by IVO', async () => {
  await begin();
  const id = await reported(core, { kind: 'lexSarah', lawAreas: ['SoL'], immediateActions: 'Tillsyn.', source: 'staff' }, people.carer);
  for (const stage of ['investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp'] as const) {
    await carry(core, id, stage);
    await told(id, stage);
  }
  const dueOn = new Date(core.clock.now().getTime() + 14 * 86_400_000).toISOString().slice(0, 10);
  await does(core, id, { type: 'RecordIvoNumber', ivoNumber: '3.1-1-2026' }, people.registrar);
  await does(core, id, { type: 'RecordIvoRequest', dueOn, text: 'Mer behövs.' }, people.registrar);
  await core.clock.advance(12 * 86_400_000);
  await eventually(core, id, 'ReminderDue');
  await does(core, id, { type: 'SendToIvo', what: 'supplement' }, people.registrar);
  await carry(core, id, 'closed');
  await status(id, 'COMPLETED');
  await keep('lexSarah-whole-way', id);
  const notification = server.client.workflow.getHandle(`ivo/${id}`);
  await notification.result();
  write('ivo-notification-whole-way', await notification.fetchHistory());
}, 120_000);

test('a lex Sarah that nobody touches: late, and raised again past the ladder', async () => {
  await begin();
  const id = await reported(core, { kind: 'lexSarah', lawAreas: ['SoL'], immediateActions: 'Tillsyn.', source: 'staff' }, people.carer);
  await waitFor(async () => (await known(id)) !== null);
  const raised = async () => (await core.store.load(`case/${id}`)).filter((event) => event.type === 'Escalated' && Number(event.open['level']) > 2).length;
  // A month at a time: the next is counted from the last.
  for (const escalated of [3, 6, 7, 8]) {
    await core.clock.advance(45 * 86_400_000);
    await eventually(core, id, 'Escalated', escalated);
  }
  expect(await raised()).toBeGreaterThan(1);
  // `lexSarah-raised-again` is of the code before `patched('raise-again')` and can't be recorded any more: it is kept as long as the patch.
  await keep('lexSarah-raised-again-patched', id);
}, 120_000);

test('a deviation under HSL that becomes a lex Maria: the parent goes on to its feedback, the child all the way', async () => {
  await begin();
  const parent = await reported(core, { kind: 'deviation', lawAreas: ['HSL'], eventClass: 'adverseEvent', deviationType: 'fall' }, people.carer);
  await told(parent, 'received');
  await does(core, parent, { type: 'ConvertCase', to: 'lexMaria', reasons: 'Höftfraktur.' }, people.mas);
  await told(parent, 'feedback');
  const child = (await stateOf(core, parent)).lineage.convertedTo[0]?.child as string;
  for (const stage of ['investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp'] as const) {
    await carry(core, child, stage);
    await told(child, stage);
  }
  await carry(core, child, 'closed');
  await status(child, 'COMPLETED');
  await keep('lexMaria-whole-way', child);
  await carry(core, parent, 'closed');
  await status(parent, 'COMPLETED');
  await keep('deviation-became-lexMaria', parent);
}, 120_000);

test('a history that grew long, and the run that went on from it', async () => {
  // So few events that a case continues as new at once.
  await begin('--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=30');
  const id = await reported(core);
  await waitFor(async () => (await known(id)) !== null);
  const first = (await handle(id).describe()).runId;
  const snapshot = await caseSnapshotOf(core, id);
  for (let n = 0; (await handle(id).describe()).runId === first && n < 200; n += 1) {
    await running.notifier.notify(snapshot);
  }
  const described = await handle(id).describe();
  expect(described.runId).not.toBe(first);
  expect((await known(id))?.version).toBe(snapshot.version);
  await keep('complaint-continued-1', id, first);
  await core.clock.advance(9 * 86_400_000);
  await eventually(core, id, 'ReminderDue');
  await keep('complaint-continued-2', id);
}, 120_000);

test('a case whose first message can’t be used, with a step that the door refuses and that is not to be taken any more', async () => {
  await begin();
  const received = await caseSnapshotOf(core, await reported(core));
  const id = randomUUID();
  // Of a case that the store has not: the door refuses every step.
  const snapshot = { ...received, caseId: id };
  const dutyAt = (at: string) => {
    const duty = snapshot.duties[0] as WatchedDuty;
    return { ...duty, id: randomUUID(), steps: [{ ...(duty.steps[0] as DutyStep), id: randomUUID(), at }] };
  };
  const [refused, later] = [dutyAt('2026-01-01T08:00:00.000Z'), dutyAt('2099-01-01T08:00:00.000Z')];
  const reports = (count: number) =>
    waitFor(async () => (JSON.stringify(await handle(id).fetchHistory()).match(/"name":"reportTrouble"/g) ?? []).length >= count, 30_000, `${count} reports`);
  await server.client.workflow.signalWithStart('complaint', {
    workflowId: `case/${id}`,
    taskQueue: queues.cases,
    args: [{ caseId: id }],
    signal: caseChanged,
    signalArgs: [null as never],
  });
  await reports(1);
  await running.notifier.notify({ ...snapshot, duties: [refused, later] });
  await reports(2);
  await sleep(2_000);
  await running.notifier.notify({ ...snapshot, duties: [later] });
  await sleep(2_000);
  await running.notifier.notify({ ...snapshot, stage: 'closed', duties: [] });
  await status(id, 'COMPLETED');
  // `complaint-in-trouble` is of the code before `patched('trouble-until-none-is-left')`: kept as long as the patch.
  await keep('complaint-in-trouble-patched', id);
}, 60_000);

test('a record: a message that can’t be used, two steps that the door refuses, and the message that ends it', async () => {
  await begin();
  const id = randomUUID();
  const record = () => server.client.workflow.getHandle(`risk/${id}`);
  // Of a risk that the store has not: the door refuses every step.
  const steps = ['remind', 'escalate'].map((what) => ({ id: randomUUID(), do: what, about: 'review', at: '2026-01-01T08:00:00.000Z' }));
  const snapshot = { family: 'risk', id, version: 1, number: 'R-2026-0001', steps, clockOffset: 0 } as RecordSnapshot;
  await running.notifier.notify({ ...snapshot, steps: snapshot.steps.map((step) => ({ ...step, at: '2099-01-01T08:00:00.000Z' })) });
  const count = async (type: string) => (JSON.stringify(await record().fetchHistory()).match(new RegExp(`"${type}":`, 'g')) ?? []).length;
  await waitFor(async () => (await count('timerStartedEventAttributes')) > 0, 30_000, 'a timer');
  await record().signal('recordChanged', null);
  await sleep(1_000);
  await running.notifier.notify(snapshot);
  await waitFor(async () => (await count('activityTaskFailedEventAttributes')) >= 2, 30_000, 'steps that fail');
  await running.notifier.notify({ ...snapshot, version: 2, steps: [] });
  await waitFor(async () => (await record().describe()).status.name === 'COMPLETED', 30_000, 'COMPLETED');
  // `record-in-trouble` is of the code before `patched('trouble-until-none-is-left')`: kept as long as the patch.
  write('record-in-trouble-patched', await record().fetchHistory());
}, 60_000);

test('a mail that can’t wait, and the mail of a day', async () => {
  await begin();
  await running.notifier.sendDigestNow('recorded');
  const digest = server.client.workflow.getHandle('dailyDigest/recorded');
  await digest.result();
  write('daily-digest', await digest.fetchHistory());
  await running.notifier.wakeMail();
  const urgent = server.client.workflow.getHandle('urgentMail');
  await urgent.result();
  write('urgent-mail', await urgent.fetchHistory());
}, 60_000);
