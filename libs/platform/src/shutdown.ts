import { errorFields, type Log } from './log.js';

const LIMIT_MS = 20_000;

/**
 * Ends a process in order: on SIGTERM or SIGINT the steps run in turn, the last added first, within twenty seconds.
 * A step that fails is logged and the next one runs.
 */
export class Shutdown {
  readonly #steps: { readonly what: string; readonly run: () => Promise<unknown> }[] = [];
  #ending: Promise<void> | null = null;

  constructor(private readonly log: Log) {
    process.once('SIGTERM', () => void this.end(0));
    process.once('SIGINT', () => void this.end(0));
  }

  add(what: string, run: () => Promise<unknown>): void {
    this.#steps.push({ what, run });
  }

  /** Runs the steps and ends the process with the code. */
  end(code: number): Promise<void> {
    this.#ending ??= this.#run(code);
    return this.#ending;
  }

  async #run(code: number): Promise<void> {
    setTimeout(() => process.exit(code === 0 ? 1 : code), LIMIT_MS).unref();
    for (const { what, run } of this.#steps.reverse()) {
      await run().catch((error: unknown) => this.log.error({ step: what, ...errorFields(error) }, 'shutdown step failed'));
    }
    process.exit(code);
  }
}
