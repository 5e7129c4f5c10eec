import type { ExistingCase } from '#domain/case/case';
import { carriedOnBy, type Filter, seenOf, sees } from '#domain/case/visible';
import { caseStream } from '#domain/ids';
import type { EventStore } from '#event-store/event-store';
import { foldStored } from './case-service.js';

/** The cases that continue a case, all of them; whoever sees one of these sees the case (visible.ts). No query where there are none. @throws DatabaseFault */
export async function carriedOn(store: EventStore, state: ExistingCase): Promise<readonly ExistingCase[]> {
  const found = new Map<string, ExistingCase>();
  for (let next = carriedOnBy(state); next.length > 0; ) {
    const streams = await store.loadMany(next.map(caseStream));
    const read = next.map((id) => foldStored(id, streams.get(caseStream(id)) ?? [])).filter((one) => one.exists);
    for (const one of read) found.set(one.id, one);
    next = read.flatMap(carriedOnBy).filter((id) => !found.has(id) && id !== state.id);
  }
  return [...found.values()];
}

/** Of some cases those that a filter lets through, also by what they became, in the order given. @throws DatabaseFault */
export async function seenAmong(store: EventStore, filter: Filter, ids: readonly string[]): Promise<readonly ExistingCase[]> {
  if (ids.length === 0) return [];
  const streams = await store.loadMany(ids.map(caseStream));
  const seen: ExistingCase[] = [];
  for (const id of ids) {
    const state = foldStored(id, streams.get(caseStream(id)) ?? []);
    if (state.exists && sees(filter, seenOf(state, await carriedOn(store, state)))) seen.push(state);
  }
  return seen;
}
