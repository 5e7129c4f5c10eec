import { NativeConnection, Worker } from '@temporalio/worker';
import type { Config } from '#platform/config';
import { keepRunning } from '#platform/keep-running';
import { errorFields, type Log } from '#platform/log';
import type { CaseActivities, MailActivities } from '#workflows/activities';
import { workflowBundle } from '#workflows/bundle';
import { queues } from '#workflows/messages';

/** The Temporal workers of this process, one per task queue. They reconnect when Temporal is back. */
export class Workers {
  readonly #stopping = new AbortController();
  #running: Worker[] = [];
  #loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly temporal: Config['temporal'],
    private readonly activities: CaseActivities & MailActivities,
    private readonly log: Log,
  ) {}

  /** Begins, whether Temporal is there yet or not. */
  start(): void {
    const onFault = (error: unknown) => this.log.warn(errorFields(error), 'worker is waiting for Temporal');
    this.#loop = keepRunning(() => this.#run(), { firstMs: 500, longestMs: 5_000, calmMs: 60_000, signal: this.#stopping.signal, onFault });
  }

  /** Lets running activities finish, ten seconds at most. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const worker of this.#running) if (worker.getState() === 'RUNNING') worker.shutdown();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const connection = await NativeConnection.connect({ address: this.temporal.address ?? '' });
    try {
      this.#running = await this.#create(connection);
      if (this.#stopping.signal.aborted) return;
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
