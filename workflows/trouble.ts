import { ActivityFailure, condition, patched } from '@temporalio/workflow';
import type { KnownTrouble } from './messages.js';

/** What is reported of a message that can't be used; its contents are not repeated. */
const BAD = 'bad message';

/**
 * Behind this patch stands what differs from workflows that were under way on 30 November 2026, only where something went wrong: they said that the
 * trouble was over as soon as any step succeeded, did not report a step that changed nothing, and workflows of records remembered one
 * failed step and reported nothing. To be removed as docs/how-to-add.md#a-change-of-a-workflow says.
 */
export const TROUBLE_PATCH = 'trouble-until-none-is-left';

/**
 * What goes wrong in one workflow: steps that failed for good, which are set aside until the next message, and messages that can't be used. Operators
 * are told once, and once more when no trouble is left.
 */
export class Trouble {
  /** What has been reported and not taken back. */
  #code: string | null = null;
  /** Messages that could be used, repeated ones too. */
  #messages = 0;
  /** Steps that failed for good, with the number of messages then. */
  readonly #failed = new Map<string, number>();
  #reportsUnderWay = 0;

  /** @param steps the steps that are still to be taken, as the newest snapshot has them */
  constructor(
    private readonly send: (code: string | null) => Promise<void>,
    private readonly steps: () => readonly { readonly id: string }[],
  ) {}

  /** Goes on from an earlier run of the workflow. The steps that failed there are tried again at once. */
  goOnFrom({ trouble, failed }: KnownTrouble): void {
    this.#code = trouble ?? null;
    for (const id of failed ?? []) this.#failed.set(id, -1);
  }

  /** What the next run is told. */
  get known(): KnownTrouble {
    const failed = this.#failedSteps();
    return { ...(this.#code === null ? {} : { trouble: this.#code }), ...(failed.length === 0 ? {} : { failed }) };
  }

  get code(): string | null {
    return this.#code;
  }

  get messages(): number {
    return this.#messages;
  }

  countMessage(): void {
    this.#messages += 1;
  }

  /** After a message that could be used, and after its snapshot was taken over. */
  afterMessage(): void {
    if (this.#code === BAD) this.#report(null);
    else if (this.#isOfSteps() && this.#failedSteps().length === 0 && patched(TROUBLE_PATCH)) this.#report(null);
  }

  badMessage(): void {
    if (this.#isOfSteps() && patched(TROUBLE_PATCH)) return;
    this.#report(BAD);
  }

  /** Whether a step failed for good and no message has come since. */
  isSetAside(id: string): boolean {
    return this.#failed.get(id) === this.#messages;
  }

  stepFailed(id: string, what: string): void {
    this.#failed.set(id, this.#messages);
    this.#report(`step ${what}`);
  }

  /** The step's activity succeeded, but the step is still to be taken: nothing would come of asking again at once. */
  stepChangedNothing(id: string, what: string): void {
    this.#failed.set(id, this.#messages);
    if (patched(TROUBLE_PATCH)) this.#report(`step ${what}`);
    else if (this.#isOfSteps()) this.#report(null);
  }

  stepDone(id: string): void {
    this.#failed.delete(id);
    if (this.#isOfSteps() && (this.#failedSteps().length === 0 || !patched(TROUBLE_PATCH))) this.#report(null);
  }

  forgetFailedSteps(): void {
    this.#failed.clear();
  }

  /** The workflow has nothing more to do. */
  end(): void {
    this.#report(null);
  }

  /** Waits until every report has been delivered, or given up. */
  async waitForReports(): Promise<void> {
    if (this.#reportsUnderWay > 0) await condition(() => this.#reportsUnderWay === 0);
  }

  #isOfSteps = (): boolean => this.#code !== null && this.#code !== BAD;

  #failedSteps = (): readonly string[] =>
    this.steps()
      .map(({ id }) => id)
      .filter((id) => this.#failed.has(id));

  #report(code: string | null): void {
    if (code === this.#code) return;
    this.#code = code;
    this.#reportsUnderWay += 1;
    void this.send(code)
      .catch((error: unknown) => {
        if (!(error instanceof ActivityFailure)) throw error;
      })
      .finally(() => {
        this.#reportsUnderWay -= 1;
      });
  }
}
