import { labelOfEvent } from '#domain/case/events.schema';
import { Refusal } from '#domain/errors';
import type { RecordedEvent } from '#event-store/event-store';

/** What has happened to a case since the version that somebody looked at: codes and labels, no words. */
export interface Change {
  readonly version: number;
  readonly type: string;
  readonly text: string;
}

/** 412 that says what changed since. */
export class MovedOn extends Refusal {
  readonly changed: readonly Change[];

  constructor(since: number, events: readonly RecordedEvent[]) {
    const changed = events.map(({ version, type }) => ({ version, type, text: labelOfEvent(type) }));
    super('movedOn', [], `Sedan version ${since}: ${changed.map(({ text }) => text).join('; ')}.`);
    this.changed = changed;
  }
}
