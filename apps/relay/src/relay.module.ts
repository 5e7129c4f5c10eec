import { Inject, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Core, openCore } from '#case-service/core';
import type { Subscription } from '#event-store/subscription';
import { readConfig } from '#platform/config';
import { createLog, errorFields, type Log } from '#platform/log';
import { startRelay } from './relay.js';

const CORE = Symbol('core');
const LOG = Symbol('log');
const config = readConfig();

/** Starts with the process and ends with it; what is away is waited for. */
@Injectable()
class Relaying implements OnApplicationBootstrap, OnApplicationShutdown {
  #relay: Subscription | null = null;

  constructor(
    @Inject(CORE) private readonly core: Core,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.#relay = await startRelay(this.core, {
      config,
      onError: (error) => this.log.warn(errorFields(error), 'relay retries'),
      onParked: ({ stream, error }) => this.log.error({ stream, ...errorFields(error) }, 'stream parked: not sent to the topic'),
    });
    this.log.info({ topic: config.kafka.topic }, 'relaying');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#relay?.stop();
    await this.core.close();
  }
}

@Module({
  providers: [
    { provide: LOG, useFactory: () => createLog('relay', config) },
    { provide: CORE, useFactory: () => openCore(config, 'gensvar-relay', 5) },
    Relaying,
  ],
})
export class RelayModule {}
