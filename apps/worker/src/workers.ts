import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Config } from '#platform/config';
import { errorFields, type Log } from '#platform/log';
import type { CaseActivities, MailActivities } from '#workflows/activities';
import { workflowBundle } from '#workflows/bundle';
import { queues } from '#workflows/messages';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;

/** The Temporal workers of this process, one per task queue. They reconnect when Temporal is back. */
export class Workers {
  #stopped = false;
  #running: Worker[] = [];
  #loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly temporal: Config['temporal'],
    private readonly activities: CaseActivities & MailActivities,
    private readonly log: Log,
  ) {}

  /** Begins, whether Temporal is there yet or not. */
  start(): void {
    this.#loop = this.#keepRunning();
  }

  /** Lets running activities finish, ten seconds at most. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const worker of this.#running) if (worker.getState() === 'RUNNING') worker.shutdown();
    await this.#loop;
  }

  async #keepRunning(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !this.#stopped; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await this.#run();
        pause = FIRST_PAUSE_MS;
      } catch (error) {
        this.log.warn(errorFields(error), 'worker is waiting for Temporal');
      }
      if (!this.#stopped) await sleep(pause, undefined, { ref: true });
    }
  }

  async #run(): Promise<void> {
    const connection = await NativeConnection.connect({ address: this.temporal.address ?? '' });
    try {
      this.#running = await this.#create(connection);
      if (this.#stopped) return;
      this.log.info('worker running');
      // When one ends the other is stopped too, so that both reconnect.
      await Promise.all(this.#running.map((worker) => worker.run().finally(() => this.#endOthers(worker))));
    } finally {
      this.#running = [];
      await connection.close().catch((error: unknown) => this.log.warn(errorFields(error), 'connection did not close'));
    }
  }

  #create(connection: NativeConnection): Promise<Worker[]> {
    const { sendUrgentNotices, sendDigest, ...cases } = this.activities;
    const common = async () =>
      ({
        connection,
        namespace: this.temporal.namespace,
        workflowBundle: await workflowBundle(),
        shutdownGraceTime: '8 seconds',
        shutdownForceTime: '10 seconds',
      }) as const;
    return Promise.all([
      common().then((options) => Worker.create({ ...options, taskQueue: queues.cases, activities: cases, maxConcurrentActivityTaskExecutions: 20 })),
      common().then((options) =>
        Worker.create({
          ...options,
          taskQueue: queues.effects,
          activities: { sendUrgentNotices, sendDigest },
          maxConcurrentActivityTaskExecutions: 2,
          maxCachedWorkflows: 10,
        }),
      ),
    ]);
  }

  #endOthers(ended: Worker): void {
    for (const worker of this.#running) if (worker !== ended && worker.getState() === 'RUNNING') worker.shutdown();
  }
}
