import type { Producer, RecordMetadata } from 'kafkajs';
import { NotDelivered } from './faults.js';
import { connect, ensureTopic, type KafkaSettings, partitionOf } from './topic.js';

export interface Message {
  readonly key: string;
  readonly value: string;
}

/**
 * Sends to the topic in order. Not idempotent (kafkajs#598): readers recognise a repeat by its version. After any fault the producer is
 * replaced at the next send, since an old one may go on failing after a broker has come back.
 */
export class TopicProducer {
  #producer: Promise<Producer> | null = null;

  constructor(
    private readonly settings: KafkaSettings,
    private readonly clientId: string,
  ) {}

  /**
   * Returns when every in-sync replica has the messages.
   *
   * @throws KafkaJSError, NotDelivered: unknown what arrived, send again; SettingFault for a topic with another number of partitions
   */
  async send(messages: readonly Message[]): Promise<void> {
    const producer = await (this.#producer ??= this.#connected());
    try {
      const placed = messages.map(({ key, value }) => ({ key, value, partition: partitionOf(key) }));
      const answers = await producer.send({ topic: this.settings.kafka.topic, acks: -1, timeout: 10_000, messages: placed });
      mustHaveArrived(placed, answers);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const producer = this.#producer;
    this.#producer = null;
    await producer?.then((open) => open.disconnect()).catch(() => undefined);
  }

  async #connected(): Promise<Producer> {
    const producer = connect(this.settings, this.clientId).producer({
      maxInFlightRequests: 1,
      idempotent: false,
      allowAutoTopicCreation: false,
      createPartitioner:
        () =>
        ({ message }) =>
          partitionOf(String(message.key)),
    });
    try {
      await ensureTopic(this.settings);
      await producer.connect();
      return producer;
    } catch (error) {
      this.#producer = null;
      await producer.disconnect().catch(() => undefined);
      throw error;
    }
  }
}

/** kafkajs silently drops messages for a partition that the topic no longer has, so each must have been confirmed. */
function mustHaveArrived(placed: readonly { readonly partition: number }[], answers: readonly RecordMetadata[]): void {
  const kept = new Set(answers.filter(({ errorCode }) => errorCode === 0).map(({ partition }) => partition));
  const missing = [...new Set(placed.map(({ partition }) => partition))].filter((partition) => !kept.has(partition));
  if (missing.length > 0) throw new NotDelivered(`no answer from partition ${missing.join(', ')}`);
}
