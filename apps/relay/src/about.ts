import { LRUCache } from 'lru-cache';
import { type CaseState, noCase } from '#domain/case/case';
import { evolve } from '#domain/case/evolve';
import { upcast } from '#domain/case/upcast';
import { caseIdOf } from '#domain/ids';
import type { EventStore, RecordedEvent } from '#event-store/event-store';

const MOST = 5000;

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
  readonly #cases = new LRUCache<string, CaseState>({ max: MOST });

  constructor(private readonly store: Pick<EventStore, 'loadMany'>) {}

  /** In the order of the events, which is the store's. */
  async of(events: readonly RecordedEvent[]): Promise<readonly About[]> {
    const cases = await this.#before(events);
    const abouts = events.map((event) => aboutAt(event, cases));
    for (const [stream, state] of cases) this.#cases.set(stream, state);
    return abouts;
  }

  /** Each case before its first event here. A cached case must be at the version before it; the same batch may come twice. */
  async #before(events: readonly RecordedEvent[]): Promise<Map<string, CaseState>> {
    const firsts = new Map<string, number>();
    for (const { stream, version } of events) if (caseIdOf(stream) !== null && !firsts.has(stream)) firsts.set(stream, version);
    const cases = new Map([...firsts.keys()].map((stream) => [stream, noCase(caseIdOf(stream) as string) as CaseState]));
    const lacking: string[] = [];
    for (const [stream, version] of firsts) {
      const cached = this.#cases.get(stream);
      if (version > 1 && cached?.version === version - 1) cases.set(stream, cached);
      else if (version > 1) lacking.push(stream);
    }
    const stored = lacking.length === 0 ? [] : await this.store.loadMany(lacking);
    for (const [stream, all] of stored) {
      const before = all.filter((event) => event.version < (firsts.get(stream) as number));
      cases.set(
        stream,
        before.reduce<CaseState>((state, event) => evolve(state, upcast(event)), cases.get(stream) as CaseState),
      );
    }
    return cases;
  }
}

/** Folds the event into its case. */
function aboutAt(event: RecordedEvent, cases: Map<string, CaseState>): About {
  const { stream } = event;
  const before = cases.get(stream);
  if (before === undefined) return { kind: null, unit: stream.startsWith('unit/') ? stream.slice(5) : null };
  const state = evolve(before, upcast(event));
  cases.set(stream, state);
  return state.exists ? { kind: state.desc.kind, unit: state.desc.unit } : { kind: null, unit: null };
}
