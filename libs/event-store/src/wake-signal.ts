/** Wakes one waiter early. A signal that is sent while nobody waits ends the next wait at once. */
export class WakeSignal {
  #sent = false;
  #onSignal: (() => void) | undefined;
  #stopped = false;

  send(): void {
    this.#sent = true;
    this.#onSignal?.();
  }

  /** Ends every wait at once from now on. */
  stop(): void {
    this.#stopped = true;
    this.send();
  }

  /** Waits for a signal, at most `ms`. */
  async waitUpTo(ms: number): Promise<void> {
    if (!this.#sent) await this.#wait(ms, (end) => (this.#onSignal = end));
    this.#sent = false;
  }

  /** Waits `ms` whatever is signalled: news does not shorten a pause after a fault. */
  async pause(ms: number): Promise<void> {
    const end = performance.now() + ms;
    while (!this.#stopped && performance.now() < end) await this.waitUpTo(end - performance.now());
  }

  async #wait(ms: number, listen: (end: () => void) => void): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      listen(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    this.#onSignal = undefined;
  }
}
