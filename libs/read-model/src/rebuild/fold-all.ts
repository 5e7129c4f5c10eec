import { changesetOf } from '../projections/changeset.js';
import { projectionOf } from '../projections/index.js';
import type { Poisoned } from '../projections/poison.js';
import type { StreamEvent } from '../projections/projection.js';
import { idColumn } from '../projections/write.js';
import { type ReadCore, STILL } from '../read-core.js';
import type { Copying } from './copying.js';

export interface Folded {
  readonly events: number;
  readonly streams: number;
  readonly poisoned: readonly Poisoned[];
}

/** Folds everything up to a position, stream by stream, into rows, each written once with both its positions. */
export async function foldAll(core: ReadCore, upTo: number, copying: Copying): Promise<Folded> {
  let events = 0;
  let streams = 0;
  const poisoned: Poisoned[] = [];
  const finish = (stream: readonly StreamEvent[]) => {
    streams += 1;
    try {
      copy(copying, stream);
    } catch (error) {
      const { stream: name, position } = stream[0] as StreamEvent;
      poisoned.push({ stream: name, position, error });
    }
  };
  let current: StreamEvent[] = [];
  for await (const batch of ahead(core.store.readByStream('', upTo))) {
    events += batch.length;
    for (const event of batch) {
      if (current.length > 0 && event.stream !== current[0]?.stream) {
        finish(current);
        current = [];
      }
      current.push(event);
    }
    await copying.breathe();
  }
  if (current.length > 0) finish(current);
  return { events, streams, poisoned };
}

function copy(copying: Copying, events: readonly StreamEvent[]): void {
  const { stream } = events[0] as StreamEvent;
  const projection = projectionOf(stream);
  const set = changesetOf(projection, projection.begin(stream), events);
  for (const { table, id, key, fromPosition, toPosition, values } of set.made) {
    copying.add(
      table,
      stream,
      { [idColumn(table)]: id, ...(table === 'fact_case' ? {} : { key }), from_position: fromPosition, to_position: toPosition ?? STILL },
      values,
    );
  }
  if (set.listRow !== null) copying.add('case_list', stream, {}, set.listRow);
  copying.add('projected', stream, { stream }, { version: set.version, position: set.position });
}

/** Fetches the next batch while this one is folded. */
async function* ahead<T>(source: AsyncIterable<T>): AsyncIterable<T> {
  const batches = source[Symbol.asyncIterator]();
  let next = batches.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done === true) return;
      next = batches.next();
      next.catch(() => undefined);
      yield value as T;
    }
  } finally {
    await next.catch(() => undefined);
    await batches.return?.();
  }
}
