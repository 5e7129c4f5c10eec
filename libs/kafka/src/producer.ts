import type { Producer } from 'kafkajs';
import { connect, ensureTopic, type KafkaSettings, partitionOf } from './topic.js';

export interface Message {
  readonly key: string;
  readonly value: string;
}

/**
 * Sends to the topic in order. Not idempotent (kafkajs#598): readers tell a repeat by its version. After any fault the producer is
 * made anew at the next send, since an old one may go on failing after a broker has come back.
 */
export class TopicProducer {
  #producer: Promise<Producer> | null = null;

  constructor(
    private readonly settings: KafkaSettings,
    private readonly clientId: string,
  ) {}

  /** Returns when every replica in step has the messages. @throws KafkaJSError: nothing is known of what arrived, send again */
  async send(messages: readonly Message[]): Promise<void> {
    const producer = await (this.#producer ??= this.#connected());
    try {
      await producer.send({
        topic: this.settings.kafka.topic,
        acks: -1,
        timeout: 10_000,
        messages: messages.map(({ key, value }) => ({ key, value, partition: partitionOf(key) })),
      });
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
