import { type CaseSnapshot, snapshotOf } from '#domain/case/snapshot';
import { defaultSettings } from '#domain/org/settings';
import type { Log, Recorded } from './log.js';

/** A model of Temporal: one workflow per case, each with the newest message it has been sent, waiting for its next item. */
export class Workflows {
  up = true;
  #waiting = new Map<string, CaseSnapshot>();

  constructor(private readonly log: Log) {}

  /** What the conductor does with a batch; an undelivered message stays with the conductor. @throws Error while Temporal is away */
  tell = (batch: readonly Recorded[]): void => {
    for (const caseId of new Set(batch.map((row) => row.caseId))) this.tellOf(caseId);
  };

  tellOf(caseId: string): void {
    const state = this.log.load(caseId);
    if (!state.exists) return;
    const message = snapshotOf(state, 0, defaultSettings);
    const known = this.#waiting.get(caseId);
    if (known === undefined || message.version >= known.version) this.#waiting.set(caseId, message);
  }

  /** Items whose time has come, as the workflows know them. */
  due(now: string): readonly { readonly caseId: string; readonly item: string }[] {
    if (!this.up) return [];
    return [...this.#waiting.values()].flatMap(({ caseId, duties }) =>
      duties
        .flatMap(({ steps }) => steps)
        .filter((step) => step.at <= now)
        .map((step) => ({ caseId, item: step.id })),
    );
  }

  /** Everything is lost; `gensvar rehydrate` starts one workflow for every case. */
  lose(): void {
    this.#waiting = new Map();
    for (const { id } of this.log.cases()) this.tellOf(id);
  }
}
