import type { RecordedEvent } from '#event-store/event-store';
import { cloudEventOf, keyOf } from '#kafka/cloud-event';
import type { Message } from '#kafka/producer';
import type { About } from './about.js';

/** The messages of some events, in order. */
export const messagesOf = (events: readonly RecordedEvent[], abouts: readonly About[], organisation: string): readonly Message[] =>
  events.map((event, n) => {
    const { kind, unit } = abouts[n] as About;
    return { key: keyOf(event.stream), value: JSON.stringify(cloudEventOf(event, organisation, kind, unit)) };
  });
