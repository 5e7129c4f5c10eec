import { setTimeout as sleep } from 'node:timers/promises';

export interface KeepRunning {
  /** The first pause; each that follows is twice as long, up to the longest, and the first again after a run longer than `calmMs`. */
  readonly firstMs: number;
  readonly longestMs: number;
  readonly calmMs: number;
  /** Ends the pauses; what runs is ended by its owner. */
  readonly signal: AbortSignal;
  readonly onFault: (error: unknown) => void;
}

/**
 * Keeps a part of a process running that depends on another system: when it ends, by a fault or without, it begins again after a pause.
 * A single call that may fail is tried again by p-retry, which counts the failures from its start and has no notion of a long good run.
 */
export async function keepRunning(run: () => Promise<unknown>, { firstMs, longestMs, calmMs, signal, onFault }: KeepRunning): Promise<void> {
  for (let pause = firstMs; !signal.aborted; pause = Math.min(pause * 2, longestMs)) {
    const began = performance.now();
    await run().catch(onFault);
    if (performance.now() - began > calmMs) pause = firstMs;
    // Aborted: the loop ends.
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}
