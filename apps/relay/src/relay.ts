import type { EventStore, RecordedEvent } from '#event-store/event-store';
import { type Failed, isPoison } from '#event-store/parked';
import { type Lease, type Subscription, subscribe } from '#event-store/subscription';
import { keyOf } from '#kafka/cloud-event';
import { isKafkaFault, isOfTheMessage } from '#kafka/faults';
import { TopicProducer } from '#kafka/producer';
import { type KafkaSettings, partitionOf } from '#kafka/topic';
import type { Config } from '#platform/config';
import type { Database, Tx } from '#platform/database';
import { Abouts } from './about.js';
import { messagesOf } from './messages.js';

export interface RelayOptions {
  readonly config: KafkaSettings & Pick<Config, 'organisation'>;
  readonly onError?: (error: unknown) => void;
  readonly onParked?: (failed: Failed) => void;
  readonly leaseMs?: number;
}

/**
 * Sends the log to the topic, in order, key = case. At least once: what was sent before a crash is sent again, and readers recognise
 * a repeat by its version. Checkpoint and each partition's last position are written together.
 */
export async function startRelay(core: { readonly database: Database; readonly store: EventStore }, options: RelayOptions): Promise<Subscription> {
  const { config, onError, onParked, leaseMs } = options;
  const producer = new TopicProducer(config, 'relay');
  const abouts = new Abouts(core.store);
  const carry = async (events: RecordedEvent[], lease: Lease): Promise<void> => {
    const messages = messagesOf(events, await abouts.of(events), config.organisation);
    // Checked just before what can't be undone: two leaders at once would mix the order.
    if (!lease.held()) throw lease.lose();
    await producer.send(messages);
    await core.database.transaction(async (tx) => {
      await sent(tx, events);
      await lease.checkpointIn(tx, (events.at(-1) as RecordedEvent).position);
    });
  };
  const subscription = await subscribe(core.store, core.database, {
    name: 'relay',
    handle: carry,
    isPoison: (error) => (isKafkaFault(error) ? isOfTheMessage(error) : isPoison(error)),
    ...(onParked === undefined ? {} : { onParked }),
    ...(onError === undefined ? {} : { onError }),
    ...(leaseMs === undefined ? {} : { leaseMs }),
  });
  return {
    checkpoint: () => subscription.checkpoint(),
    leading: () => subscription.leading(),
    stop: async () => {
      await subscription.stop();
      await producer.close();
    },
  };
}

async function sent(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  const last = new Map(events.map(({ stream, position }) => [partitionOf(keyOf(stream)), position]));
  await tx.query(
    `INSERT INTO store.relay_partition AS r (partition, position) SELECT * FROM unnest($1::int[], $2::bigint[])
     ON CONFLICT (partition) DO UPDATE SET position = greatest(r.position, excluded.position)`,
    [[...last.keys()], [...last.values()]],
  );
}
