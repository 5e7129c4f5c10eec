import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import type { Subscription } from '#event-store/subscription';
import { type CloudEvent, cloudEvent } from '#kafka/cloud-event.schema';
import { partitionOf } from '#kafka/topic';
import { projectionHealth } from '#read-model/health';
import { hashOfReadModel, rebuild } from '#read-model/rebuild/rebuild';
import { runReport } from '#read-model/reports/run';
import { startProjector } from '../../apps/projector/src/start.js';
import { startRelay } from '../../apps/relay/src/relay.js';
import { freshCore } from '../support/core.js';
import { crowd, dice } from '../support/crowd.js';
import { waitFor } from '../support/processes.js';
import { caughtUp, execute, type Fresh, reportComplaint } from '../support/read-side.js';
import { people } from '../support/scenario.js';
import { freshTopic } from '../support/services.js';

let core: Fresh;
let config: { readonly kafka: { readonly brokers: string[]; readonly topic: string }; readonly organisation: string; readonly feed: 'kafka' };
let relay: Subscription;
let feed: { stop(): Promise<void> };
let drop: () => Promise<void>;
let parked: string[] = [];
let unreadable: string[] = [];
const startFeed = () =>
  startProjector(core, {
    config,
    onError: () => undefined,
    onParked: (stream) => void parked.push(stream),
    onUnreadable: (partition, offset) => void unreadable.push(`${partition}/${offset}`),
  });
// Each test has a municipality and a topic of its own, since it counts all messages.
beforeEach(async () => {
  parked = [];
  unreadable = [];
  core = await freshCore();
  const fresh = await freshTopic();
  drop = fresh.drop;
  config = { kafka: { brokers: fresh.brokers.split(','), topic: fresh.topic }, organisation: 'test', feed: 'kafka' };
  relay = await startRelay(core, { config });
  feed = await startFeed();
}, 60_000);
afterEach(async () => {
  await feed?.stop();
  await relay?.stop();
  await core?.close();
  await drop?.();
  expect(parked).toEqual([]);
}, 60_000);

const kafka = () => new Kafka({ clientId: 'looking', brokers: config.kafka.brokers, logLevel: logLevel.NOTHING });

/** Every message on the topic, by partition, until there are this many. */
async function topic(atLeast: number): Promise<readonly { readonly partition: number; readonly key: string; readonly text: string }[]> {
  const found: { partition: number; key: string; text: string }[] = [];
  const consumer = kafka().consumer({ groupId: randomUUID() });
  await consumer.connect();
  await consumer.subscribe({ topic: config.kafka.topic, fromBeginning: true });
  await consumer.run({ eachMessage: async ({ partition, message }) => void found.push({ partition, key: String(message.key), text: String(message.value) }) });
  await waitFor(() => found.length >= atLeast, 30_000, `${atLeast} messages`);
  await consumer.disconnect();
  return found;
}

/** A complaint with words in it, which was then moved to another unit. */
async function movedComplaint(): Promise<void> {
  const { id } = await reportComplaint(core, { unit: 'afs-norra', what: 'Kanariefågel Ärtsson ringde 19121212-1212.' });
  await execute(core, id, { type: 'ClassifyCase', categories: ['treatment'], lawAreas: ['SoL'] });
  await execute(core, id, { type: 'MoveToUnit', unit: 'iof-barn', why: 'wrongUnit', reasons: 'Gällde dottern.' }, people.registrar);
  await caughtUp(core);
}

const tables = () => runReport(core, 'complaints-by-source', { from: '2025-01-01', to: '2027-01-01' }, core.clock.now().toISOString());

describe('From the log over Kafka to the table', () => {
  test('R-007 a complaint that is reported is counted where it came from, and the figure names its case', async () => {
    await movedComplaint();
    const table = await tables();
    expect(table.rows.find((row) => row.code === 'relative')?.values).toMatchObject({ count: 1, iof: 1 });
    expect(table.totals).toEqual({ count: 1, cases: 1 });
    expect(await projectionHealth(core.database)).toMatchObject({ lagEvents: 0, lagSeconds: 0, parked: 0, position: await core.store.position() });
  }, 60_000);

  test('R-449 each event is on the topic as a CloudEvent, in its case’s order, with the unit as it was and nobody’s words', async () => {
    await movedComplaint();
    const last = await core.store.position();
    const messages = await topic(last);
    expect(messages.map(({ text }) => text).join()).not.toMatch(/Kanarie|19121212|dottern/);
    const events = messages.map(({ text }) => cloudEvent.parse(JSON.parse(text)) as CloudEvent);
    expect(new Set(events.map(({ position }) => position)).size).toBe(last);
    expect(events.map(({ caseversion }) => caseversion)).toEqual([...events.keys()].map((n) => n + 1));
    expect(events.every(({ casekind, source }) => casekind === 'complaint' && source === '/gensvar/test')).toBe(true);
    const moved = events.findIndex(({ type }) => type.includes('CaseMoved'));
    expect([events[moved - 1]?.unit, events[moved]?.unit]).toEqual(['afs-norra', 'iof-barn']);
    expect(messages.every(({ partition, key }) => partition === partitionOf(key))).toBe(true);
  }, 60_000);

  test('a foreign message is reported and skipped; a repeated one is counted once', async () => {
    await reportComplaint(core);
    const [message] = await topic(1);
    const producer = kafka().producer();
    await producer.connect();
    await producer.send({
      topic: config.kafka.topic,
      messages: [
        { partition: 3, key: 'x', value: 'hej' },
        ...[1, 2, 3].map(() => ({ partition: message?.partition ?? 0, key: message?.key ?? '', value: message?.text ?? '' })),
      ],
    });
    await producer.disconnect();
    await reportComplaint(core);
    await caughtUp(core);
    await waitFor(() => unreadable.length === 1);
    expect((await tables()).totals.cases).toBe(2);
  }, 60_000);

  test('a relay that loses its checkpoint sends all again, and no row changes', async () => {
    await reportComplaint(core);
    await reportComplaint(core);
    const first = await caughtUp(core);
    await relay.stop();
    const hash = await hashOfReadModel(core.database);
    await core.database.query(`UPDATE store.subscriptions SET position = 0 WHERE name = 'relay'`);
    relay = await startRelay(core, { config });
    await caughtUp(core);
    await reportComplaint(core);
    await caughtUp(core);
    await topic(first + (await core.store.position()));
    expect(await core.database.query(`SELECT 1 FROM read.case_list`)).toHaveLength(3);
    expect(hash).not.toBe(await hashOfReadModel(core.database));
    expect((await tables()).totals.cases).toBe(3);
  }, 60_000);

  test('AC-22 rows that came over Kafka are the fold of the store, with the projector stopped and started on the way', async () => {
    const roll = dice(99);
    for (let n = 0; n < 3; n += 1) {
      await crowd(core, 8, roll);
      await feed.stop();
      await crowd(core, 4, roll);
      feed = await startFeed();
    }
    await caughtUp(core, 60_000);
    const hash = await hashOfReadModel(core.database);
    await rebuild(core);
    expect(await hashOfReadModel(core.database)).toBe(hash);
    await crowd(core, 3, roll);
    await caughtUp(core);
  }, 180_000);

  test('while the projector is away the table stays at its own earlier position and says so', async () => {
    await caughtUp(core);
    await feed.stop();
    const before = await tables();
    await reportComplaint(core);
    const last = await core.store.position();
    await waitFor(() => relay.checkpoint() >= last);
    const after = await tables();
    expect(after.totals).toEqual(before.totals);
    expect(after.scope.position).toBeLessThan(last);
    expect(await projectionHealth(core.database)).toMatchObject({ lagEvents: expect.any(Number), lagSeconds: expect.any(Number) });
    expect((await projectionHealth(core.database)).lagEvents).toBeGreaterThan(0);
    feed = await startFeed();
    await caughtUp(core, 60_000);
    expect((await tables()).totals.cases).toBe((before.totals.cases ?? 0) + 1);
  }, 120_000);
});
