import type { Service, Surroundings } from '#case-service/program';
import { NoticePost } from '#notices/notice-post';
import { keepRunning } from '#platform/keep-running';
import { errorFields } from '#platform/log';
import { Temporal } from '#platform/temporal';
import { Conductor } from '#workflow-sync/conductor';
import { DeadlineUpdater } from '#workflow-sync/deadline-updater';
import { bringToGeneration } from '#workflow-sync/generation';
import { keepBeating } from '#workflow-sync/heartbeat';
import { MirrorUpdater } from '#workflow-sync/mirror-updater';
import { temporalSetup } from '#workflow-sync/temporal-setup';
import { WorkflowNotifier } from '#workflow-sync/workflow-notifier';
import { YearOpener } from '#workflow-sync/year-opener';

const PAUSE_MS = 1000;

/** Tells workflows, mail and mirrors what follows from the events. */
export class Conducting implements Service {
  readonly #temporal: Temporal;
  readonly #conductor: Conductor;
  readonly #post: NoticePost;
  readonly #mirrors: MirrorUpdater;
  readonly #deadlines: DeadlineUpdater;
  readonly #years: YearOpener;
  /** Aborted when there is nothing more to wait for: the set-up is done, or the program ends. */
  readonly #waiting = new AbortController();
  #stopBeating = () => {};
  #setUp: Promise<void> = Promise.resolve();

  constructor(private readonly given: Surroundings) {
    const { core, config, log } = given;
    this.#temporal = Temporal.open(config.temporal);
    const notifier = new WorkflowNotifier(this.#temporal);
    this.#post = new NoticePost(core, notifier, log);
    this.#mirrors = new MirrorUpdater(core, log);
    this.#deadlines = new DeadlineUpdater(core, log);
    this.#years = new YearOpener(core, log);
    this.#conductor = new Conductor(core, notifier, log, { onClockMoved: () => this.#post.clockMoved() });
  }

  async start(): Promise<void> {
    const { core, log } = this.given;
    this.#stopBeating = keepBeating(
      core.database,
      'conductor',
      async () => ({ temporal: (await this.#temporal.isUp()) ? 'up' : 'down', leading: this.#conductor.leading() }),
      (error) => log.warn(errorFields(error), 'heartbeat not written'),
    );
    await this.#post.start();
    await this.#mirrors.start();
    await this.#deadlines.start();
    await this.#years.start();
    this.#setUp = this.#conductWhenSetUp();
  }

  async stop(): Promise<void> {
    this.#waiting.abort();
    this.#stopBeating();
    await this.#setUp;
    await this.#conductor.stop();
    await this.#post.stop();
    await this.#mirrors.stop();
    await this.#deadlines.stop();
    await this.#years.stop();
    await this.#temporal.close();
  }

  /** A server without the search attributes would refuse every case, so they are made first, whenever it comes up. */
  #conductWhenSetUp(): Promise<void> {
    const begin = async () => {
      await this.#setUpTemporal();
      if (!this.#waiting.signal.aborted) await this.#conductor.start();
      this.#waiting.abort();
    };
    const onFault = (error: unknown) => this.given.log.warn(errorFields(error), 'conductor is waiting for Temporal');
    return keepRunning(begin, { firstMs: PAUSE_MS, longestMs: PAUSE_MS, calmMs: 0, signal: this.#waiting.signal, onFault });
  }

  async #setUpTemporal(): Promise<void> {
    const { core, config, log } = this.given;
    await temporalSetup(this.#temporal);
    await bringToGeneration(core, this.#temporal, { log, demo: config.demo });
  }
}
