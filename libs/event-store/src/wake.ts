/** A bell for one sleeper: rung while nobody sleeps, it lets the next one through at once. */
export class Wake {
  #rung = false;
  #ring: (() => void) | undefined;
  #stopped = false;

  now(): void {
    this.#rung = true;
    this.#ring?.();
  }

  /** Every sleep ends at once from now on. */
  stop(): void {
    this.#stopped = true;
    this.now();
  }

  /** Sleeps until rung, at most `ms`. */
  async within(ms: number): Promise<void> {
    if (!this.#rung) await this.#sleep(ms, (end) => (this.#ring = end));
    this.#rung = false;
  }

  /** Sleeps `ms` whoever rings: a pause after a fault is not cut short by news. */
  async after(ms: number): Promise<void> {
    const end = performance.now() + ms;
    while (!this.#stopped && performance.now() < end) await this.within(end - performance.now());
  }

  async #sleep(ms: number, ring: (end: () => void) => void): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      ring(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    this.#ring = undefined;
  }
}
