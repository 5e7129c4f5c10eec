import { type Admin, Kafka, logLevel, Partitioners } from 'kafkajs';
import type { Config } from '#platform/config';
import { SettingFault } from '#platform/log';

/** The settings for Kafka; part of Config. */
export type KafkaSettings = Pick<Config, 'kafka'>;

export const PARTITIONS = 6;

const hash = Partitioners.DefaultPartitioner();
const partitions = Array.from({ length: PARTITIONS }, (_, partitionId) => ({ partitionId, leader: 0, partitionErrorCode: 0, replicas: [], isr: [] }));

/** The partition of a key: murmur2, as in every Kafka client, so that other programs find a case too. */
export const partitionOf = (key: string): number => hash({ topic: '', partitionMetadata: partitions, message: { key, value: null } });

/** kafkajs quotes messages in its logs, so its log is off, and faults are logged by name and code. */
export const connect = ({ kafka }: KafkaSettings, clientId: string): Kafka =>
  new Kafka({
    clientId: `gensvar-${clientId}`,
    brokers: [...kafka.brokers],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 2000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 3 },
  });

/**
 * Makes the topic where it is missing; two at once make one. An existing topic must have our number of partitions: otherwise a case's
 * events would be in partitions where no other client looks, and kafkajs drops messages for a partition that does not exist.
 *
 * @throws SettingFault for another number of partitions; KafkaJSError where Kafka is away
 */
export async function ensureTopic(settings: KafkaSettings): Promise<void> {
  await withAdmin(settings, async (admin) => {
    const { topic } = settings.kafka;
    if ((await admin.listTopics()).includes(topic)) {
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      return mustHaveOurPartitions(topic, topics[0]?.partitions.length ?? 0);
    }
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: PARTITIONS, configEntries: [{ name: 'retention.ms', value: '-1' }] }] });
  });
}

function mustHaveOurPartitions(topic: string, found: number): void {
  if (found === PARTITIONS) return;
  throw new SettingFault(
    `Kafkas topic ${topic} har ${found} partitioner men ska ha ${PARTITIONS}. Inget sänds och inget läses förrän det är rättat, och inget går förlorat. ` +
      `Gör om topicen med ${PARTITIONS} partitioner, eller ge namnet på en ny i KAFKA_TOPIC: den skapas då.`,
  );
}

/** How many messages the topic holds, for `status` and health. @throws KafkaJSError where Kafka is away */
export async function topicEnds(settings: KafkaSettings): Promise<readonly { readonly partition: number; readonly end: number }[]> {
  return withAdmin(settings, async (admin) =>
    (await admin.fetchTopicOffsets(settings.kafka.topic)).map(({ partition, high }) => ({ partition, end: Number(high) })),
  );
}

async function withAdmin<T>(settings: KafkaSettings, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = connect(settings, 'admin').admin();
  try {
    await admin.connect();
    return await work(admin);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
