import type { Service, Surroundings } from '#case-service/program';
import { smtpPost } from '#notices/mail';
import { MailSender } from '#notices/mail-sender';
import { errorFields } from '#platform/log';
import { Temporal } from '#platform/temporal';
import { keepBeating } from '#workflow-sync/heartbeat';
import { createActivities } from './activities.js';
import { installRuntime } from './runtime.js';
import { Workers } from './workers.js';

/** Runs the workflows and their activities. */
export class Work implements Service {
  readonly #temporal: Temporal;
  readonly #workers: Workers;
  #stopBeating = () => {};

  constructor(private readonly given: Surroundings) {
    const { core, config, log } = given;
    installRuntime(log);
    this.#temporal = Temporal.open(config.temporal);
    // Without a mail server nothing is sent and nothing is lost: the notices wait.
    const post = smtpPost(config.mail.url ?? 'smtp://127.0.0.1:1', config.mail.from);
    const sender = new MailSender(core, post, config.publicUrl);
    this.#workers = new Workers(config.temporal, createActivities({ core, sender, log }), log);
  }

  start(): void {
    const { core, log } = this.given;
    this.#workers.start();
    this.#stopBeating = keepBeating(
      core.database,
      'worker',
      async () => ({ temporal: (await this.#temporal.isUp()) ? 'up' : 'down' }),
      (error) => log.warn(errorFields(error), 'heartbeat not written'),
    );
  }

  async stop(): Promise<void> {
    this.#stopBeating();
    await this.#workers.stop();
    await this.#temporal.close();
  }
}
