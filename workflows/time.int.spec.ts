import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { caseStream } from '#domain/ids';
import { parked } from '#event-store/parked';
import { Temporal } from '#platform/temporal';
import { WORKFLOWS } from '#workflow-sync/trouble';
import { WorkflowNotifier } from '#workflow-sync/workflow-notifier';
import { caseSnapshotOf, startWorkers } from '../test/support/conducting.js';
import { freshCore } from '../test/support/core.js';
import { people } from '../test/support/scenario.js';
import { requireService } from '../test/support/services.js';
import { reported, walk } from '../test/support/walk.js';
import { searchKeys } from './messages.js';

/** A Monday far ahead, 09:00 in Stockholm: the platform's clock only moves forward, and the dates below are then always the same. */
const MONDAY = '2040-03-05T08:00:00.000Z';
const types = { KEYWORD: 2, DATETIME: 6 } as Record<string, number>;

let core: Awaited<ReturnType<typeof freshCore>>;
let environment: TestWorkflowEnvironment;
let temporal: Temporal;
let workers: { stop(): Promise<void> };

beforeAll(async () => {
  core = await freshCore();
  await core.clock.advance(Date.parse(MONDAY) - core.clock.now().getTime());
}, 60_000);

// A server for each: its time does not go back.
beforeEach(async () => {
  environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path: requireService('testServer') } } });
  const namespace = environment.namespace ?? 'default';
  await environment.connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(searchKeys.map((key) => [key.name, types[key.type] as number])),
  });
  temporal = Temporal.open({ address: environment.address, namespace, ui: undefined });
  workers = await startWorkers(core, environment.nativeConnection, namespace);
}, 60_000);

afterEach(async () => {
  await workers?.stop();
  await temporal?.close();
  await environment?.teardown();
}, 60_000);
afterAll(async () => core?.close(), 30_000);

/** What time did in the case: event, rule, level, day. Sorted by the day of the agenda item. */
async function doneByTime(caseId: string): Promise<string[]> {
  const state = await core.cases.load(caseId);
  if (!state.exists) throw new Error('no case');
  const rules = new Map(state.duties.map((duty) => [duty.id, duty.rule]));
  return (await core.store.load(`case/${caseId}`))
    .filter((event) => ['ReceiptDue', 'ReminderDue', 'Escalated', 'EffectAsked'].includes(event.type))
    .map((event) => `${event.at.slice(0, 10)} ${event.type} ${rules.get(event.open['duty'] as string)} ${event.open['level']} ${event.open['toRole']}`)
    .sort();
}

async function tell(caseId: string): Promise<void> {
  await new WorkflowNotifier(temporal).notify(await caseSnapshotOf(core, caseId));
}

describe('Time passes', () => {
  test('AC-36 thirty days without anybody: receipt, reminders and escalation come on their days, each once', async () => {
    const id = await reported(core, { answer: { by: 'email', to: 'nagon@example.org' } });
    await tell(id);
    await environment.sleep('30 days');
    expect(await doneByTime(id)).toEqual([
      '2040-03-05 ReceiptDue LOK-KLAG-BEKRAFTA 0 enhetschef',
      // No mail server has taken the confirmation here: the duty stays open, and is reminded of once that day.
      '2040-03-07 ReminderDue LOK-KLAG-BEKRAFTA 2 enhetschef',
      '2040-03-08 Escalated LOK-KLAG-BEKRAFTA 1 avdelningschef',
      '2040-03-13 ReminderDue RAPPORTER-UTRED 1 enhetschef',
      '2040-03-15 Escalated LOK-KLAG-BEKRAFTA 2 socialchef',
      '2040-03-15 ReminderDue RAPPORTER-UTRED 2 enhetschef',
      '2040-03-16 Escalated RAPPORTER-UTRED 1 avdelningschef',
      '2040-03-16 ReminderDue LOK-KLAG-SVAR 1 enhetschef',
      '2040-03-19 ReminderDue LOK-KLAG-SVAR 2 enhetschef',
      '2040-03-20 Escalated LOK-KLAG-SVAR 1 avdelningschef',
      '2040-03-23 Escalated RAPPORTER-UTRED 2 socialchef',
      '2040-03-27 Escalated LOK-KLAG-SVAR 2 socialchef',
    ]);
  }, 60_000);

  test('AC-41 ninety days of follow-up: the question of effect is put on its day, then raised, and the case stays', async () => {
    const id = await reported(core);
    await walk(core, id, 'followUp', '2040-05-25T10:00:00.000Z');
    await tell(id);
    await environment.sleep('90 days');
    expect(await doneByTime(id)).toEqual(['2040-05-25 EffectAsked LOK-ATGARD-EFFEKT 1 enhetschef', '2040-05-28 Escalated LOK-ATGARD-EFFEKT 1 avdelningschef']);
    expect((await temporal.call((client) => client.workflow.getHandle(`case/${id}`).describe())).status.name).toBe('RUNNING');
    await environment.sleep('7 days');
    expect((await doneByTime(id)).at(-1)).toBe('2040-06-04 Escalated LOK-ATGARD-EFFEKT 2 socialchef');
  }, 60_000);

  test('what the law demands is raised again and again after the ladder’s end, until it is met', async () => {
    const id = await reported(core, { kind: 'lexSarah', lawAreas: ['SoL'], immediateActions: 'Tillsyn.', source: 'staff' }, people.carer);
    await tell(id);
    await environment.sleep('120 days');
    const raised = (await doneByTime(id)).filter((line) => line.includes('Escalated LS-AVHJALP-SOL')).map((line) => Number(line.split(' ')[3]));
    expect(raised.length).toBeGreaterThan(4);
    expect(raised).toEqual(raised.map((_, n) => n + 1));
  }, 90_000);

  test('a step that the door refuses is tried once and reported, withholds no later step, and is tried again at the next message', async () => {
    const id = await reported(core);
    const snapshot = await caseSnapshotOf(core, id);
    const missing = randomUUID();
    // Of a case that the store has not: the door refuses every step.
    const nowhere = { ...snapshot, caseId: missing };
    const steps = nowhere.duties.flatMap((duty) => duty.steps);
    const notifier = new WorkflowNotifier(temporal);
    await notifier.notify(nowhere);
    await environment.sleep('60 days');
    const started = async () => {
      const { events } = await temporal.call((client) => client.workflow.getHandle(`case/${missing}`).fetchHistory());
      const names = (events ?? []).flatMap(({ activityTaskScheduledEventAttributes: attributes }) => attributes?.activityType?.name ?? []);
      return { tried: names.filter((name) => name !== 'reportTrouble').length, reported: names.filter((name) => name === 'reportTrouble').length };
    };
    expect((await started()).tried).toBe(steps.length);
    expect((await parked(core.database, WORKFLOWS)).filter(({ stream }) => stream === caseStream(missing)).map(({ errorCode }) => errorCode)).toEqual([
      expect.stringMatching(/^step /),
    ]);
    await notifier.notify(nowhere);
    await environment.sleep('1 hour');
    expect((await started()).tried).toBe(2 * steps.length);
  }, 90_000);

  test('a case that is answered in time is never reminded of it', async () => {
    const id = await reported(core);
    await walk(core, id, 'closed');
    expect((await caseSnapshotOf(core, id)).duties).toEqual([]);
    await tell(id);
    await environment.sleep('90 days');
    expect(await doneByTime(id)).toEqual([]);
  }, 60_000);
});
