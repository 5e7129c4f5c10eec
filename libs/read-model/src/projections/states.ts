import { LRUCache } from 'lru-cache';

interface Folded {
  readonly version: number;
  readonly state: unknown;
}

/** A cache of folded states by stream and version, so that an active case isn't read from the store at each of its events. */
export class States {
  readonly #kept = new LRUCache<string, Folded>({ max: 5000 });

  /** The state at exactly this version; undefined where it isn't cached. */
  at(stream: string, version: number): unknown {
    const kept = this.#kept.get(stream);
    return kept?.version === version ? kept.state : undefined;
  }

  keep(stream: string, version: number, state: unknown): void {
    this.#kept.set(stream, { version, state });
  }
}
