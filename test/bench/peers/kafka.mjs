import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { unique } from '../database.mjs';
import { now, percentile, sleep } from '../measure.mjs';

/** One message to the broker and back by the bare client: no store, no rows. p50 in ms. */
export async function kafkaRoundTrip({ count }) {
  const topic = `bare.${unique('topic')}`;
  const kafka = new Kafka({ clientId: 'bench', brokers: process.env.KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING });
  const [admin, producer, consumer] = [
    kafka.admin(),
    kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner }),
    kafka.consumer({ groupId: topic, maxWaitTimeInMs: 50 }),
  ];
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: 1, replicationFactor: 1 }] });
  try {
    await Promise.all([producer.connect(), consumer.connect()]);
    const waiting = new Map();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => waiting.get(String(message.key))?.(now()) });
    const times = [];
    for (let n = 0; n < count + 10; n += 1) {
      const received = new Promise((resolve) => waiting.set(String(n), resolve));
      const sent = now();
      await producer.send({ topic, acks: -1, messages: [{ key: String(n), value: 'x'.repeat(600) }] });
      const at = await Promise.race([
        received,
        sleep(20_000).then(() => {
          throw new Error('a message did not come within 20 s');
        }),
      ]);
      if (n >= 10) times.push(at - sent);
    }
    return percentile(times, 0.5);
  } finally {
    await Promise.all([producer.disconnect(), consumer.disconnect()]);
    await admin.deleteTopics({ topics: [topic] });
    await admin.disconnect();
  }
}
