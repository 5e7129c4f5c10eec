import type { Consumer, EachBatchPayload } from 'kafkajs';
import { keepRunning } from '#platform/keep-running';
import { connect, ensureTopic, type KafkaSettings } from './topic.js';

export interface Read {
  readonly value: string | null;
  readonly offset: string;
}

export interface ConsumerOptions {
  readonly groupId: string;
  /** At least once, in order within a partition. Offsets are committed when it has returned; if it throws, the same messages come again. */
  readonly handle: (partition: number, messages: readonly Read[]) => Promise<void>;
  /** Called for every fault: log its name and code, never its message. */
  readonly onError: (error: unknown) => void;
}

/** Reads the topic from the offset of its group, or from the beginning where the group is new. A consumer that breaks is replaced. */
export class TopicConsumer {
  readonly #stopping = new AbortController();
  #consumer: Consumer | null = null;
  #wake: () => void = () => undefined;
  readonly #running: Promise<void>;

  constructor(
    private readonly settings: KafkaSettings,
    private readonly options: ConsumerOptions,
  ) {
    const { signal } = this.#stopping;
    this.#running = keepRunning(() => this.#run(), { firstMs: 250, longestMs: 5_000, calmMs: 60_000, signal, onFault: options.onError });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      await this.#consume();
    } finally {
      await this.#consumer?.disconnect().catch(() => undefined);
      this.#consumer = null;
    }
  }

  /** Runs one consumer until it crashes or is stopped. */
  async #consume(): Promise<void> {
    const consumer = connect(this.settings, this.options.groupId).consumer({
      groupId: this.options.groupId,
      maxWaitTimeInMs: 50,
      sessionTimeout: 10_000,
      heartbeatInterval: 1000,
      rebalanceTimeout: 10_000,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 8, restartOnFailure: async () => false },
    });
    this.#consumer = consumer;
    const ended = new Promise<void>((resolve, reject) => {
      this.#wake = resolve;
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    ended.catch(() => undefined);
    await ensureTopic(this.settings);
    await consumer.connect();
    await consumer.subscribe({ topic: this.settings.kafka.topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 2,
      eachBatch: (payload) => this.#batch(consumer, payload),
    });
    if (!this.#stopping.signal.aborted) await ended;
  }

  async #batch(consumer: Consumer, { batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload): Promise<void> {
    for (let from = 0; from < batch.messages.length; from += CHUNK) {
      if (!isRunning() || isStale()) return;
      const messages = batch.messages.slice(from, from + CHUNK);
      const last = messages.at(-1)?.offset as string;
      await this.options.handle(
        batch.partition,
        messages.map(({ value, offset }) => ({ value: value?.toString('utf8') ?? null, offset })),
      );
      resolveOffset(last);
      await consumer.commitOffsets([{ topic: batch.topic, partition: batch.partition, offset: String(BigInt(last) + 1n) }]);
      await heartbeat();
    }
  }
}

/** Work in pieces, each followed by a heartbeat, so that a long backlog does not cost the consumer its place in the group. */
const CHUNK = 500;
