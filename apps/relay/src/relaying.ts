import type { Service, Surroundings } from '#case-service/program';
import type { Subscription } from '#event-store/subscription';
import { errorFields } from '#platform/log';
import { startRelay } from './relay.js';

/** Sends every event to the topic. */
export class Relaying implements Service {
  #relay: Subscription | null = null;

  constructor(private readonly given: Surroundings) {}

  async start(): Promise<void> {
    const { core, config, log } = this.given;
    this.#relay = await startRelay(core, {
      config,
      onError: (error) => log.warn(errorFields(error), 'relay retries'),
      onParked: ({ stream, error }) => log.error({ stream, ...errorFields(error) }, 'stream parked: not sent to the topic'),
    });
    log.info({ topic: config.kafka.topic }, 'relaying');
  }

  async stop(): Promise<void> {
    await this.#relay?.stop();
  }
}
