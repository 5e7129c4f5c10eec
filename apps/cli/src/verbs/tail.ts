import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { TopicConsumer } from '#kafka/consumer';
import { type KafkaSettings, topicEnds } from '#kafka/topic';
import { config, say, VerbFault } from '../parts/verb.js';

/** Prints the topic's messages, one a line, and goes on with those that come until it is stopped; `--once` ends at the last there is. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { once: { type: 'boolean', default: false } } });
  const settings = config();
  if (settings.kafka.brokers.length === 0) throw new VerbFault('KAFKA_BROKERS saknas: här kör ingen Kafka, så det finns inget ämne att läsa.');
  // A reader that has seen enough (head) closes the pipe.
  const closed = once(process.stdout, 'error').then(() => undefined);
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), closed]);
  const end = await endOf(settings, values.once);
  const consumer = new TopicConsumer(settings, {
    groupId: `gensvar-tail-${randomUUID()}`,
    onError: () => undefined,
    handle: async (partition, messages) => {
      for (const { value, offset } of messages) {
        if (value !== null) say(value);
        end.passed(partition, Number(offset));
      }
    },
  });
  await Promise.race([stopped, end.reached]);
  await consumer.stop();
  return 0;
}

/** When the last message that there was at the start has been read; never, unless it is asked for. */
async function endOf(settings: KafkaSettings, wanted: boolean): Promise<{ readonly reached: Promise<void>; passed(partition: number, offset: number): void }> {
  if (!wanted) return { reached: new Promise(() => undefined), passed: () => undefined };
  const left = new Map((await topicEnds(settings)).filter(({ end }) => end > 0).map(({ partition, end }) => [partition, end]));
  let done: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (done = resolve));
  if (left.size === 0) done();
  return {
    reached,
    passed: (partition, offset) => {
      if (offset + 1 >= (left.get(partition) ?? Number.POSITIVE_INFINITY)) left.delete(partition);
      if (left.size === 0) done();
    },
  };
}
