import { Inject, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Core, openCore } from '#case-service/core';
import { readConfig } from '#platform/config';
import { createLog, errorFields, type Log } from '#platform/log';
import type { Feed } from './feed.js';
import { startProjector } from './start.js';

const CORE = Symbol('core');
const LOG = Symbol('log');
const config = readConfig();

/** Starts with the process and ends with it; what is away is waited for. */
@Injectable()
class Projecting implements OnApplicationBootstrap, OnApplicationShutdown {
  #feed: Feed | null = null;

  constructor(
    @Inject(CORE) private readonly core: Core,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { log } = this;
    this.#feed = await startProjector(this.core, {
      config,
      onError: (error) => log.warn(errorFields(error), 'projector retries'),
      onParked: (stream, error) => log.error({ stream, ...errorFields(error) }, 'stream parked: it cannot be folded'),
      onUnreadable: (partition, offset) => log.error({ partition, offset }, 'unreadable message on the topic'),
      onRebuilt: (rebuilt) => log.info({ ...rebuilt }, 'rows rebuilt from the store'),
    });
    log.info({ feed: config.feed }, 'projecting');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#feed?.stop();
    await this.core.close();
  }
}

@Module({
  providers: [
    { provide: LOG, useFactory: () => createLog('projector', config) },
    { provide: CORE, useFactory: () => openCore(config, 'gensvar-projector') },
    Projecting,
  ],
})
export class ProjectorModule {}
