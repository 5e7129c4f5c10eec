import { type CaseState, noCase } from '#domain/case/case';
import { evolve } from '#domain/case/evolve';
import { upcast } from '#domain/case/upcast';
import { caseIdOf } from '#domain/ids';
import type { EventStore, RecordedEvent } from '#event-store/event-store';

/** What the envelope says of the case after an event. */
export interface About {
  readonly kind: string | null;
  readonly unit: string | null;
}

/**
 * Kind and unit of the case at each event, folded by the domain's own evolve, so that the relay has no rules of its own.
 * The latest cases are cached; others are read once from the store.
 */
export class Abouts {
  readonly #cases = new Map<string, CaseState>();

  constructor(
    private readonly store: Pick<EventStore, 'loadMany'>,
    private readonly most = 5000,
  ) {}

  /** In the order of the events, which is the store's. */
  async of(events: readonly RecordedEvent[]): Promise<readonly About[]> {
    await this.#fetch(events);
    const abouts = events.map((event) => this.#about(event));
    for (const stream of this.#cases.keys()) {
      if (this.#cases.size <= this.most) break;
      this.#cases.delete(stream);
    }
    return abouts;
  }

  /** A cached case must be at the version before its first event here; the same batch may come twice. */
  async #fetch(events: readonly RecordedEvent[]): Promise<void> {
    const firsts = new Map<string, number>();
    for (const { stream, version } of events) if (caseIdOf(stream) !== null && !firsts.has(stream)) firsts.set(stream, version);
    const lacking = [...firsts].filter(([stream, version]) => version > 1 && this.#cases.get(stream)?.version !== version - 1).map(([stream]) => stream);
    const stored = lacking.length === 0 ? [] : await this.store.loadMany(lacking);
    for (const [stream, all] of stored) {
      const before = all.filter((event) => event.version < (firsts.get(stream) as number));
      this.#cases.set(
        stream,
        before.reduce<CaseState>((state, event) => evolve(state, upcast(event)), noCase(caseIdOf(stream) as string)),
      );
    }
    for (const [stream, version] of firsts) if (version === 1) this.#cases.set(stream, noCase(caseIdOf(stream) as string));
  }

  #about(event: RecordedEvent): About {
    const caseId = caseIdOf(event.stream);
    if (caseId === null) return { kind: null, unit: event.stream.startsWith('unit/') ? event.stream.slice(5) : null };
    const state = evolve(this.#cases.get(event.stream) ?? noCase(caseId), upcast(event));
    this.#cases.delete(event.stream);
    this.#cases.set(event.stream, state);
    return state.exists ? { kind: state.desc.kind, unit: state.desc.unit } : { kind: null, unit: null };
  }
}
