import { Inject, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Core, openCore } from '#case-service/core';
import { keepBeating } from '#conducting/heartbeat';
import { smtpPost } from '#notices/mail';
import { MailSender } from '#notices/mail-sender';
import { readConfig } from '#platform/config';
import { createLog, errorFields, type Log } from '#platform/log';
import { Temporal } from '#platform/temporal';
import { createActivities } from './activities.js';
import { Workers } from './workers.js';

const CORE = Symbol('core');
const LOG = Symbol('log');
const TEMPORAL = Symbol('temporal');
const config = readConfig();

/** Starts with the process and ends with it. */
@Injectable()
class Work implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #workers: Workers;
  #stopBeating = () => {};

  constructor(
    @Inject(CORE) private readonly core: Core,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(LOG) private readonly log: Log,
  ) {
    // Without a mail server nothing is sent and nothing is lost: the notices wait.
    const post = smtpPost(config.mail.url ?? 'smtp://127.0.0.1:1', config.mail.from);
    const sender = new MailSender(core, post, config.publicUrl);
    this.#workers = new Workers(config.temporal, createActivities({ core, sender, log }), log);
  }

  onApplicationBootstrap(): void {
    this.#workers.start();
    this.#stopBeating = keepBeating(
      this.core.database,
      'worker',
      async () => ({ temporal: (await this.temporal.isUp()) ? 'up' : 'down' }),
      (error) => this.log.warn(errorFields(error), 'heartbeat not written'),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopBeating();
    await this.#workers.stop();
    await this.temporal.close();
    await this.core.close();
  }
}

@Module({
  providers: [
    { provide: LOG, useFactory: () => createLog('worker', config) },
    { provide: CORE, useFactory: () => openCore(config, 'gensvar-worker', 20) },
    { provide: TEMPORAL, useFactory: () => Temporal.open(config.temporal) },
    Work,
  ],
})
export class WorkerModule {}
