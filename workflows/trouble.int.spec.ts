import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { CaseSnapshot, DutyStep, WatchedDuty } from '#domain/case/snapshot';
import type { RecordSnapshot } from '#domain/records/snapshot';
import { Temporal } from '#platform/temporal';
import { temporalSetup } from '#workflow-sync/temporal-setup';
import '../test/support/conducting.js';
import { waitFor } from '../test/support/processes.js';
import { freshNamespace } from '../test/support/services.js';
import { workflowBundle } from './bundle.js';
import { caseChanged, queues, recordChanged } from './messages.js';

const PAST = '2026-01-01T08:00:00.000Z';
const FUTURE = '2099-01-01T08:00:00.000Z';
/** What the activities were asked, by case or record: a step's id, or what was reported. */
const asked = new Map<string, string[]>();
const reportedOf = new Map<string, (string | null)[]>();
/** How each step is answered: by a snapshot, or not at all. */
const answers = new Map<string, CaseSnapshot | RecordSnapshot>();
const put = <T>(into: Map<string, T[]>, key: string, value: T) => into.set(key, [...(into.get(key) ?? []), value]);
const answer = async (about: string, step: string) => {
  put(asked, about, step);
  const found = answers.get(step);
  if (found === undefined) throw ApplicationFailure.create({ type: 'Refusal', message: 'notFound' });
  return found;
};
const stepOfCase = ({ caseId, item }: { caseId: string; item: string }) => answer(caseId, item);
const activities = {
  remind: stepOfCase,
  escalate: stepOfCase,
  takeRecordStep: ({ id, step }: { id: string; step: string }) => answer(id, step),
  reportTrouble: async ({ caseId, code }: { caseId: string; code: string | null }) => void put(reportedOf, caseId, code),
  reportRecordTrouble: async ({ id, code }: { id: string; code: string | null }) => void put(reportedOf, id, code),
};

let temporal: Temporal;
let connection: NativeConnection;
let worker: Worker;
let running: Promise<void>;
beforeAll(async () => {
  const at = await freshNamespace();
  temporal = Temporal.open({ ...at, ui: undefined });
  await temporalSetup(temporal);
  connection = await NativeConnection.connect({ address: at.address });
  worker = await Worker.create({ connection, namespace: at.namespace, workflowBundle: await workflowBundle(), taskQueue: queues.cases, activities });
  running = worker.run();
}, 90_000);
afterAll(async () => {
  worker?.shutdown();
  await running;
  await connection?.close();
  await temporal?.close();
}, 60_000);

const step = (what: DutyStep['do'], at = PAST): DutyStep => ({ id: randomUUID(), do: what, level: 1, toRole: 'enhetschef', at });
const duty = (...steps: DutyStep[]): WatchedDuty => ({ id: randomUUID(), rule: 'LOK-KLAG-SVAR', of: 'stage', stage: 'feedback', steps });
const caseOf = (duties: readonly WatchedDuty[]): CaseSnapshot => ({
  caseId: randomUUID(),
  version: 1,
  kind: 'complaint',
  number: 'S-2026-0001',
  unit: null,
  stage: 'feedback',
  duties,
  ivo: null,
  next: null,
  clockOffset: 0,
});
const withClient = <T>(use: (client: Client) => Promise<T>): Promise<T> => temporal.call(use, 20_000);
const tellCase = (caseId: string, message: unknown): Promise<WorkflowHandle> =>
  withClient((client) =>
    client.workflow.signalWithStart('complaint', {
      workflowId: `case/${caseId}`,
      taskQueue: queues.cases,
      args: [{ caseId }],
      signal: caseChanged,
      signalArgs: [message as CaseSnapshot],
    }),
  );
const tellRecord = (id: string, message: unknown): Promise<WorkflowHandle> =>
  withClient((client) =>
    client.workflow.signalWithStart('record', {
      workflowId: `risk/${id}`,
      taskQueue: queues.cases,
      args: [{ family: 'risk', id }],
      signal: recordChanged,
      signalArgs: [message as RecordSnapshot],
    }),
  );
const reports = (id: string, wanted: readonly (string | null)[]) =>
  waitFor(async () => JSON.stringify(reportedOf.get(id) ?? []) === JSON.stringify(wanted), 20_000, `reports ${JSON.stringify(wanted)}`);
const times = (id: string, what: string) => (asked.get(id) ?? []).filter((each) => each === what).length;
const isAsked = (id: string, what: string, count = 1) => waitFor(async () => times(id, what) >= count, 20_000, `${count} times ${what}`);
/** What would come at once has come by then. */
const aMoment = () => sleep(1_500);

describe('The workflow of a case that is in trouble', () => {
  test('stays in trouble as long as a step that failed is still to be taken, whatever other steps succeed', async () => {
    const [fails, succeeds, later] = [duty(step('remind')), duty(step('escalate', new Date(Date.now() + 4_000).toISOString())), duty(step('remind', FUTURE))];
    const snapshot = caseOf([fails, succeeds, later]);
    const id = snapshot.caseId;
    answers.set(succeeds.steps[0]?.id ?? '', { ...snapshot, version: 2, duties: [fails, later] });
    await tellCase(id, snapshot);
    await reports(id, ['step remind']);
    await isAsked(id, succeeds.steps[0]?.id ?? '');
    await aMoment();
    expect(reportedOf.get(id)).toEqual(['step remind']);
    // Somebody met the duty whose step had failed.
    await tellCase(id, { ...snapshot, version: 3, duties: [later] });
    await reports(id, ['step remind', null]);
    await tellCase(id, { ...snapshot, version: 4, stage: 'closed', duties: [] });
  }, 60_000);

  test('reports a step that changed nothing, and takes it again at the next message', async () => {
    const undone = duty(step('remind'));
    const snapshot = caseOf([undone]);
    const [id, stepId] = [snapshot.caseId, undone.steps[0]?.id ?? ''];
    answers.set(stepId, snapshot);
    await tellCase(id, snapshot);
    await reports(id, ['step remind']);
    expect(times(id, stepId)).toBe(1);
    answers.set(stepId, { ...snapshot, version: 2, duties: [duty(step('remind', FUTURE))] });
    await tellCase(id, snapshot);
    await reports(id, ['step remind', null]);
    expect(times(id, stepId)).toBe(2);
  }, 60_000);

  test('is out of trouble at the first good message, where the very first could not be used', async () => {
    const snapshot = caseOf([duty(step('remind', FUTURE))]);
    await tellCase(snapshot.caseId, null);
    await reports(snapshot.caseId, ['bad message']);
    await tellCase(snapshot.caseId, snapshot);
    await reports(snapshot.caseId, ['bad message', null]);
  }, 60_000);

  test('says in Temporal’s pages that the case is closed where something is still to be watched', async () => {
    const snapshot = caseOf([duty(step('remind', FUTURE))]);
    const handle = await tellCase(snapshot.caseId, snapshot);
    const details = async () => ((await handle.query('__temporal_workflow_metadata')) as { readonly currentDetails: string }).currentDetails;
    await waitFor(async () => (await details()).includes('Påminnelse om svaret'), 20_000, 'the text of the stage');
    await tellCase(snapshot.caseId, { ...snapshot, version: 2, stage: 'closed' });
    await waitFor(async () => (await details()).includes('**closed** Ärendet är avslutat'), 20_000, 'the text of a closed case');
  }, 60_000);
});

describe('The workflow of a record that is in trouble', () => {
  const recordOf = (...ats: string[]): RecordSnapshot => ({
    family: 'risk',
    id: randomUUID(),
    version: 1,
    number: 'R-2026-0001',
    steps: ats.map((at) => ({ id: randomUUID(), do: 'remind', about: 'review', at })),
    clockOffset: 0,
  });

  test('asks for each step that the door refuses once, reports it, and asks again at the next message that can be used', async () => {
    const snapshot = recordOf(PAST, PAST);
    const [first, second] = snapshot.steps.map((each) => each.id) as [string, string];
    const counts = () => [times(snapshot.id, first), times(snapshot.id, second)];
    const handle = await tellRecord(snapshot.id, snapshot);
    await isAsked(snapshot.id, second);
    await aMoment();
    expect(counts()).toEqual([1, 1]);
    await reports(snapshot.id, ['step remind']);
    await tellRecord(snapshot.id, { ...snapshot, steps: 'none' });
    await aMoment();
    expect(counts()).toEqual([1, 1]);
    await tellRecord(snapshot.id, snapshot);
    await isAsked(snapshot.id, second, 2);
    await aMoment();
    expect(counts()).toEqual([2, 2]);
    await tellRecord(snapshot.id, { ...snapshot, version: 2, steps: [] });
    await handle.result();
    expect(reportedOf.get(snapshot.id)).toEqual(['step remind', null]);
  }, 60_000);

  test('reports a message that can’t be used, and at the next good one that the trouble is over', async () => {
    const snapshot = recordOf(FUTURE);
    await tellRecord(snapshot.id, snapshot);
    await tellRecord(snapshot.id, { ...snapshot, id: randomUUID() });
    await reports(snapshot.id, ['bad message']);
    await tellRecord(snapshot.id, snapshot);
    await reports(snapshot.id, ['bad message', null]);
  }, 60_000);
});
