import { setTimeout as sleep } from 'node:timers/promises';

/** The part of a pg client that listening needs. */
export interface NotificationClient {
  query(sql: string): Promise<unknown>;
  on(event: 'notification', on: (message: { channel: string; payload?: string | undefined }) => void): unknown;
  on(event: 'error' | 'end', on: () => void): unknown;
  end(): Promise<void>;
}

type Ear = (payload: string) => void;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;

/**
 * One connection of its own that listens to every channel asked for, and reconnects.
 * After a gap each listener is called once with '': notifications sent meanwhile are lost, so it must look for itself.
 */
export class Listener {
  readonly #ears = new Map<string, Set<Ear>>();
  readonly #connect: () => Promise<NotificationClient>;
  #client: NotificationClient | undefined;
  #running: Promise<void> | undefined;
  #tried: Promise<void> = Promise.resolve();
  #said: Promise<unknown> = Promise.resolve();

  constructor(connect: () => Promise<NotificationClient>) {
    this.#connect = connect;
  }

  /** Starts listening; resolves after the first attempt, whether it succeeded or not. Returns the way to stop. */
  async listen(channel: string, ear: Ear): Promise<() => Promise<void>> {
    const ears = this.#ears.get(channel) ?? new Set<Ear>();
    this.#ears.set(channel, ears.add(ear));
    if (this.#client !== undefined) await this.#say(`LISTEN "${channel}"`);
    else {
      this.#start();
      await this.#tried;
    }
    return async () => {
      ears.delete(ear);
      if (ears.size > 0 || this.#ears.get(channel) !== ears) return;
      this.#ears.delete(channel);
      if (this.#ears.size === 0) await this.close();
      else await this.#say(`UNLISTEN "${channel}"`);
    };
  }

  async close(): Promise<void> {
    this.#ears.clear();
    await this.#client?.end().catch(() => undefined);
  }

  /** One statement at a time; what a breaking connection misses is sent again by the next. */
  #say(sql: string): Promise<unknown> {
    this.#said = this.#said.then(() => this.#client?.query(sql)).catch(() => undefined);
    return this.#said;
  }

  #start(): void {
    if (this.#running !== undefined) return;
    this.#tried = new Promise((tried) => {
      this.#running = this.#run(tried).finally(() => {
        this.#running = undefined;
        if (this.#ears.size > 0) this.#start();
      });
    });
  }

  async #run(tried: () => void): Promise<void> {
    for (let pause = FIRST_PAUSE_MS, again = false; this.#ears.size > 0; again = true) {
      const heard = await this.#hear(again, tried);
      this.#client = undefined;
      tried();
      if (this.#ears.size === 0) return;
      pause = heard ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      await sleep(pause, undefined, { ref: false });
    }
  }

  /** Runs one connection. False if it never listened to anything. */
  async #hear(again: boolean, ready: () => void): Promise<boolean> {
    let client: NotificationClient | undefined;
    try {
      client = await this.#connect();
      const gone = new Promise<void>((resolve) => {
        client?.on('error', resolve);
        client?.on('end', resolve);
      });
      client.on('notification', ({ channel, payload }) => this.#tell(channel, payload ?? ''));
      for (const channel of this.#ears.keys()) await client.query(`LISTEN "${channel}"`);
      if (this.#ears.size === 0) return true;
      this.#client = client;
      ready();
      if (again) for (const channel of this.#ears.keys()) this.#tell(channel, '');
      await gone;
      return true;
    } catch {
      return false;
    } finally {
      client?.end().catch(() => undefined);
    }
  }

  #tell(channel: string, payload: string): void {
    for (const ear of this.#ears.get(channel) ?? []) ear(payload);
  }
}
