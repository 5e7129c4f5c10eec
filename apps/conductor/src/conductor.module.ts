import { Inject, Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Core, openCore } from '#case-service/core';
import { Conductor } from '#conducting/conductor';
import { keepBeating } from '#conducting/heartbeat';
import { MirrorPost } from '#conducting/mirror-post';
import { temporalSetup } from '#conducting/temporal-setup';
import { WorkflowNotifier } from '#conducting/workflow-notifier';
import { NoticePost } from '#notices/notice-post';
import { readConfig } from '#platform/config';
import { keepRunning } from '#platform/keep-running';
import { createLog, errorFields, type Log } from '#platform/log';
import { Temporal } from '#platform/temporal';

const CORE = Symbol('core');
const LOG = Symbol('log');
const TEMPORAL = Symbol('temporal');
const config = readConfig();
const PAUSE_MS = 1000;

/** Starts with the process and ends with it. */
@Injectable()
class Conducting implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #conductor: Conductor;
  readonly #post: NoticePost;
  readonly #mirrors: MirrorPost;
  #stopBeating = () => {};
  readonly #waiting = new AbortController();
  #setUp: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CORE) private readonly core: Core,
    @Inject(TEMPORAL) private readonly temporal: Temporal,
    @Inject(LOG) private readonly log: Log,
  ) {
    const notifier = new WorkflowNotifier(temporal);
    this.#post = new NoticePost(core, notifier, log);
    this.#mirrors = new MirrorPost(core, log);
    this.#conductor = new Conductor(core, notifier, log, { onClockMoved: () => this.#post.clockMoved() });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.#stopBeating = keepBeating(
      this.core.database,
      'conductor',
      async () => ({ temporal: (await this.temporal.isUp()) ? 'up' : 'down', leading: this.#conductor.leading() }),
      (error) => this.log.warn(errorFields(error), 'heartbeat not written'),
    );
    await this.#post.start();
    await this.#mirrors.start();
    this.#setUp = this.#conductWhenSetUp();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#waiting.abort();
    this.#stopBeating();
    await this.#setUp;
    await this.#conductor.stop();
    await this.#post.stop();
    await this.#mirrors.stop();
    await this.temporal.close();
    await this.core.close();
  }

  /** A server without the search attributes would refuse every case, so they are made first, whenever it comes up. */
  #conductWhenSetUp(): Promise<void> {
    const begin = async () => {
      await temporalSetup(this.temporal);
      if (!this.#waiting.signal.aborted) await this.#conductor.start();
      this.#waiting.abort();
    };
    const onFault = (error: unknown) => this.log.warn(errorFields(error), 'conductor is waiting for Temporal');
    return keepRunning(begin, { firstMs: PAUSE_MS, longestMs: PAUSE_MS, calmMs: 0, signal: this.#waiting.signal, onFault });
  }
}

@Module({
  providers: [
    { provide: LOG, useFactory: () => createLog('conductor', config) },
    { provide: CORE, useFactory: () => openCore(config, 'gensvar-conductor') },
    { provide: TEMPORAL, useFactory: () => Temporal.open(config.temporal) },
    Conducting,
  ],
})
export class ConductorModule {}
