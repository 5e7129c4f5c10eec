import type { OpenedRecord } from '#case-service/record-reader';
import { sectionWritten } from '#domain/reportdocument/events/section-written';

/** The text of each heading as it stands, by the heading's code. */
export function sectionTexts({ events, words }: Pick<OpenedRecord, 'events' | 'words'>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { type, eventId, open } of events) {
    const { heading } = open as { readonly heading?: string };
    const text = words.get(eventId)?.['text'];
    if (type === sectionWritten.name && heading !== undefined && typeof text === 'string') texts.set(heading, text);
  }
  return texts;
}
