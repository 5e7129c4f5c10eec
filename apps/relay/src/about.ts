import { LRUCache } from 'lru-cache';
import { type CaseState, type ExistingCase, noCase } from '#domain/case/case';
import { evolve } from '#domain/case/evolve';
import { upcast } from '#domain/case/upcast';
import { caseIdOf } from '#domain/ids';
import { recordOf } from '#domain/record-types';
import { evolveRecord } from '#domain/records/fold';
import type { RecordState } from '#domain/records/record-event';
import type { EventStore, RecordedEvent } from '#event-store/event-store';

const MOST = 5000;

/** What the envelope says of the case, or of another record, after an event. */
export interface About {
  readonly kind: string | null;
  readonly unit: string | null;
}

/** How a stream is folded, as far as it has come. */
interface Folding {
  readonly version: number;
  after(event: RecordedEvent): Folding;
  about(): About;
}

const none: About = { kind: null, unit: null };
const aboutCase = ({ desc }: ExistingCase): About => ({ kind: desc.kind, unit: desc.unit });

const ofCase = (state: CaseState): Folding => ({
  version: state.version,
  after: (event) => ofCase(evolve(state, upcast(event))),
  about: () => (state.exists ? aboutCase(state) : none),
});

const ofRecord = (found: NonNullable<ReturnType<typeof recordOf>>, state: RecordState | null): Folding => ({
  version: state?.version ?? 0,
  after: (event) => ofRecord(found, evolveRecord(found.type, found.id, state, event)),
  about: () => (state === null ? none : { kind: null, unit: state.unit }),
});

/** The stream before its first event; null for the stream of a register. */
function begun(stream: string): Folding | null {
  const caseId = caseIdOf(stream);
  if (caseId !== null) return ofCase(noCase(caseId));
  const record = recordOf(stream);
  return record === null ? null : ofRecord(record, null);
}

/**
 * Kind and unit of the case, or the unit of another record, at each event, folded by the domain itself, so that the relay has no rules of
 * its own. The latest are cached; others are read once from the store.
 */
export class Abouts {
  readonly #latest = new LRUCache<string, Folding>({ max: MOST });

  constructor(private readonly store: Pick<EventStore, 'loadMany'>) {}

  /** In the order of the events, which is the store's. */
  async of(events: readonly RecordedEvent[]): Promise<readonly About[]> {
    const folded = await this.#before(events);
    const abouts = events.map((event) => aboutAt(event, folded));
    for (const [stream, folding] of folded) this.#latest.set(stream, folding);
    return abouts;
  }

  /** Each stream before its first event here. What is cached must be at the version before it; the same batch may come twice. */
  async #before(events: readonly RecordedEvent[]): Promise<Map<string, Folding>> {
    const firsts = new Map<string, number>();
    const folded = new Map<string, Folding>();
    for (const { stream, version } of events) {
      const beginning = firsts.has(stream) ? null : begun(stream);
      if (beginning === null) continue;
      firsts.set(stream, version);
      folded.set(stream, beginning);
    }
    const lacking: string[] = [];
    for (const [stream, version] of firsts) {
      const cached = this.#latest.get(stream);
      if (version > 1 && cached?.version === version - 1) folded.set(stream, cached);
      else if (version > 1) lacking.push(stream);
    }
    const stored = lacking.length === 0 ? [] : await this.store.loadMany(lacking);
    for (const [stream, all] of stored) {
      const before = all.filter((event) => event.version < (firsts.get(stream) as number));
      folded.set(
        stream,
        before.reduce((folding, event) => folding.after(event), folded.get(stream) as Folding),
      );
    }
    return folded;
  }
}

/** Folds the event into its stream. */
function aboutAt(event: RecordedEvent, folded: Map<string, Folding>): About {
  const { stream } = event;
  const before = folded.get(stream);
  if (before === undefined) return { kind: null, unit: stream.startsWith('unit/') ? stream.slice(5) : null };
  const after = before.after(event);
  folded.set(stream, after);
  return after.about();
}
