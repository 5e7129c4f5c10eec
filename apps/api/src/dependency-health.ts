import { connect } from 'node:net';
import type { OnModuleDestroy } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Config } from '#platform/config';
import type { Temporal } from '#platform/temporal';
import { isRunning } from '#workflow-sync/running';

/** `off`: this installation does without it. */
export type PartState = 'up' | 'down' | 'off';

const KEEP_MS = 5_000;
const DEADLINE_MS = 1_000;

/** Whether Temporal and Kafka answer: asked at most every five seconds, and waited for two seconds at most. */
export class DependencyHealth implements OnModuleDestroy {
  readonly #known = new LRUCache<'temporal' | 'kafka', Promise<PartState>>({ max: 2, ttl: KEEP_MS });

  constructor(
    private readonly config: Pick<Config, 'kafka'>,
    private readonly client: Temporal | null,
  ) {}

  temporal(): Promise<PartState> {
    const { client } = this;
    return client === null ? Promise.resolve('off') : this.#cached('temporal', () => client.isUp());
  }

  /** Whether every one of the workflows runs just now; null where Temporal does not answer, false where this installation does without it. */
  async run(workflowIds: readonly string[]): Promise<boolean | null> {
    const { client } = this;
    if (client === null) return false;
    return Promise.all(workflowIds.map((id) => isRunning(client, id))).then(
      (running) => running.every(Boolean),
      () => null,
    );
  }

  kafka(): Promise<PartState> {
    const { brokers } = this.config.kafka;
    return brokers.length === 0 ? Promise.resolve('off') : this.#cached('kafka', async () => (await Promise.all(brokers.map(answers))).includes(true));
  }

  async onModuleDestroy(): Promise<void> {
    await this.client?.close();
  }

  #cached(part: 'temporal' | 'kafka', ask: () => Promise<boolean>): Promise<PartState> {
    const known = this.#known.get(part);
    if (known !== undefined) return known;
    const state = ask().then(
      (up): PartState => (up ? 'up' : 'down'),
      (): PartState => 'down',
    );
    this.#known.set(part, state);
    return state;
  }
}

/** Does something listen at host:port? */
function answers(broker: string): Promise<boolean> {
  const at = broker.lastIndexOf(':');
  return new Promise((resolve) => {
    const socket = connect({ host: broker.slice(0, at), port: Number(broker.slice(at + 1)), timeout: DEADLINE_MS });
    const done = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket
      .once('connect', () => done(true))
      .once('timeout', () => done(false))
      .once('error', () => done(false));
  });
}
