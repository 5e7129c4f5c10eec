import type { Core } from '#case-service/core';
import { type Subscription, subscribe } from '#event-store/subscription';
import { errorFields, type Log } from '#platform/log';
import { hasUrgent } from './mail-sender.js';
import { NAME, NoticeWriter } from './notice-writer.js';

/** Starts the sending: the workflows. */
export interface MailWorkflows {
  wakeMail(): Promise<void>;
  sendDigestNow(name: string): Promise<void>;
}

const LOOK_MS = 60_000;
const SETTLE_MS = 4000;
const AFTERMATH_MS = 60_000;

/** Follows the log, writes notices, and signals the workflows that there is mail. A signal that was lost is made up for within a minute. */
export class NoticePost {
  #subscription: Subscription | null = null;
  #timer: NodeJS.Timeout | undefined;
  #digest: NodeJS.Timeout | undefined;
  #movedAt = 0;
  #round = 0;

  constructor(
    private readonly core: Core,
    private readonly workflows: MailWorkflows,
    private readonly log: Log,
    private readonly lookEveryMs = LOOK_MS,
  ) {}

  async start(): Promise<void> {
    const { core, log } = this;
    const writer = new NoticeWriter(core);
    this.#subscription = await subscribe(core.store, core.database, {
      name: NAME,
      streamPrefix: '',
      handle: async (events, lease) => {
        const { written, urgent } = await writer.handle(events, lease);
        if (urgent > 0) void this.#tryTo(() => this.workflows.wakeMail());
        if (written > 0) this.#settle();
      },
      onError: (error) => log.warn(errorFields(error), 'notices delayed, will be retried'),
      onParked: ({ stream, error }) => log.error({ stream, ...errorFields(error) }, 'stream parked: no notices written'),
    });
    this.#timer = setInterval(() => void this.#look(), this.lookEveryMs);
    await this.#look();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    clearTimeout(this.#digest);
    await this.#subscription?.stop();
  }

  /** The demo's clock has moved: one mail stands for the skipped mornings, sent when its notices have been written. */
  clockMoved(): void {
    this.#movedAt = performance.now();
    this.#round += 1;
    this.#settle();
  }

  #settle(): void {
    if (this.#round === 0 || performance.now() - this.#movedAt > AFTERMATH_MS) return;
    clearTimeout(this.#digest);
    this.#digest = setTimeout(() => void this.#tryTo(() => this.workflows.sendDigestNow(this.core.clock.now().toISOString())), SETTLE_MS);
  }

  async #look(): Promise<void> {
    await this.#tryTo(async () => {
      if (await hasUrgent(this.core.database, this.core.clock.now().toISOString())) await this.workflows.wakeMail();
    });
  }

  /** Temporal or the database may be away: the next look finds what is left. */
  async #tryTo(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => this.log.warn(errorFields(error), 'mail delayed'));
  }
}
