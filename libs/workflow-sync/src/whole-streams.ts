import type { RecordedEvent } from '#event-store/event-store';

/** The log comes stream by stream in batches that may split one: the last is kept back until its end is seen. */
export async function* wholeStreams(batches: AsyncIterable<RecordedEvent[]>): AsyncIterable<Map<string, RecordedEvent[]>> {
  let streams = new Map<string, RecordedEvent[]>();
  for await (const batch of batches) {
    for (const event of batch) {
      const of = streams.get(event.stream);
      if (of === undefined) streams.set(event.stream, [event]);
      else of.push(event);
    }
    const last = [...streams].at(-1);
    if (last === undefined) continue;
    streams.delete(last[0]);
    yield streams;
    streams = new Map([last]);
  }
  if (streams.size > 0) yield streams;
}
