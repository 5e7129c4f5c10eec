import { Kafka, logLevel } from 'kafkajs';
import type { Subscription } from '#event-store/subscription';
import { PARTITIONS, topicEnds } from '#kafka/topic';
import { errorFields } from '#platform/log';
import { startRelay } from '../../apps/relay/src/relay.js';
import { freshCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';
import { type Fresh, reportComplaint } from '../support/read-side.js';
import { freshTopic } from '../support/services.js';

let core: Fresh;
let relay: Subscription | undefined;
const open: { drop(): Promise<void> }[] = [];
beforeEach(async () => {
  core = await freshCore();
});
afterEach(async () => {
  await relay?.stop();
  relay = undefined;
  await core.close();
});
afterAll(async () => {
  for (const topic of open) await topic.drop();
});

interface Relayed {
  readonly config: { readonly kafka: { readonly brokers: string[]; readonly topic: string }; readonly organisation: string };
  readonly faults: { readonly error: string; readonly said?: string }[];
  readonly parked: string[];
}

async function relayTo(partitions: number): Promise<Relayed> {
  const topic = await freshTopic(partitions);
  open.push(topic);
  const relayed: Relayed = { config: { kafka: { brokers: topic.brokers.split(','), topic: topic.topic }, organisation: 'test' }, faults: [], parked: [] };
  relay = await startRelay(core, {
    config: relayed.config,
    onError: (error) => void relayed.faults.push(errorFields(error)),
    onParked: ({ stream }) => void relayed.parked.push(stream),
  });
  return relayed;
}

/** The number of messages; a broker answers for a new topic only when each partition has its leader. */
const onTopic = async ({ config }: Relayed) =>
  (await waitFor(async () => ({ kept: (await topicEnds(config)).reduce((sum, { end }) => sum + end, 0) }), 20_000, 'the ends of the topic')).kept;

async function withAdmin(config: Relayed['config'], work: (admin: ReturnType<Kafka['admin']>) => Promise<unknown>): Promise<void> {
  const admin = new Kafka({ clientId: 'tests', brokers: config.kafka.brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await work(admin).finally(() => admin.disconnect());
}

/** Enough cases that every partition has some. */
async function cases(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await reportComplaint(core, { unit: 'afs-norra', what: `Ärende ${n}` });
}

describe('A topic with another number of partitions than ours', () => {
  test.each([1, 3, 12])(
    'R-449 %d partitions: nothing is sent, the checkpoint stays, no case is put aside, and the log says what to do',
    async (partitions) => {
      await cases(2);
      const relayed = await relayTo(partitions);
      const said = await waitFor(() => relayed.faults.find((fault) => fault.said)?.said, 30_000, 'the fault');
      expect(said).toMatch(new RegExp(`har ${partitions} partitioner men ska ha ${PARTITIONS}`));
      expect(await relay?.checkpoint()).toBe(0);
      expect(await onTopic(relayed)).toBe(0);
      expect(relayed.parked).toEqual([]);
    },
    60_000,
  );

  test('R-449 a topic made again with fewer while the relay runs: nothing counts as sent that Kafka has not stored, and everything comes once the topic is right', async () => {
    await cases(30);
    const relayed = await relayTo(PARTITIONS);
    const { topic } = relayed.config.kafka;
    const first = await core.store.position();
    await waitFor(async () => (await relay?.checkpoint()) === first, 30_000, 'the first events on the topic');
    const remake = (numPartitions: number) =>
      withAdmin(relayed.config, async (admin) => {
        await admin.deleteTopics({ topics: [topic] });
        await waitFor(async () => !(await admin.listTopics()).includes(topic), 20_000, 'the topic gone');
        await admin.createTopics({ waitForLeaders: false, topics: [{ topic, numPartitions, replicationFactor: 1 }] });
        await waitFor(async () => (await admin.fetchTopicOffsets(topic)).length === numPartitions, 20_000, 'the topic anew');
      });
    await remake(2);
    await cases(30);
    await waitFor(() => relayed.faults.some(({ said, error }) => said !== undefined || error === 'NotDelivered'), 60_000, 'the fault');
    const kept = await onTopic(relayed);
    expect((await relay?.checkpoint()) ?? 0).toBeLessThanOrEqual(first + kept);
    await remake(PARTITIONS);
    const last = await core.store.position();
    await waitFor(async () => (await relay?.checkpoint()) === last, 60_000, 'the rest on the topic');
    expect(relayed.parked).toEqual([]);
  }, 180_000);
});
