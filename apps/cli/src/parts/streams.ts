import type { RecordedEvent } from '#event-store/event-store';

/** One stream after the other, whole: batches in order of stream may split one between them. */
export async function* eachStream(batches: AsyncIterable<readonly RecordedEvent[]>): AsyncIterable<readonly RecordedEvent[]> {
  let events: RecordedEvent[] = [];
  for await (const batch of batches) {
    for (const event of batch) {
      if (events.length > 0 && events[0]?.stream !== event.stream) {
        yield events;
        events = [];
      }
      events.push(event);
    }
  }
  if (events.length > 0) yield events;
}

/** Up to `size` things at a time. */
export async function* inBatches<T>(things: AsyncIterable<T>, size: number): AsyncIterable<readonly T[]> {
  let batch: T[] = [];
  for await (const thing of things) {
    batch.push(thing);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
