import { type Received, receivedOf } from '#kafka/cloud-event';
import { TopicConsumer } from '#kafka/consumer';
import type { KafkaSettings } from '#kafka/topic';
import type { Projector } from '#read-model/projections/projector';
import type { Feed, FeedOptions } from './feed.js';
import { applied } from './feed.js';

/** Reads the topic: how the projector works where there is a Kafka. */
export function startKafkaFeed(projector: Projector, settings: KafkaSettings, { onError, onUnreadable, group }: FeedOptions): Feed {
  const consumer = new TopicConsumer(settings, {
    groupId: group ?? `gensvar-projector-${settings.kafka.topic}`,
    onError,
    handle: async (partition, messages) => {
      const events: Received[] = [];
      for (const { value, offset } of messages) {
        const event = receivedOf(value);
        if (event === null) onUnreadable(partition, offset);
        else events.push(event);
      }
      const last = events.reduce((most, { position }) => Math.max(most, position), 0);
      await projector.apply(events, (tx) => applied(tx, 'kafka', partition, last));
    },
  });
  return { stop: () => consumer.stop() };
}
