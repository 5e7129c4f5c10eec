import type { ExistingCase } from '../case.js';
import { type CaseEvent, caseEvents, type NewCaseEvent } from '../events.schema.js';
import { fold } from '../evolve.js';

/** A new event as the fold will meet it, for decisions that build on what they have just decided. */
export function asStored(event: NewCaseEvent, now: string, version = 1): CaseEvent {
  return { type: event.type, open: caseEvents[event.type].open.parse(event.open), version, position: 0, at: event.at ?? now, recordedAt: now } as CaseEvent;
}

/** The case as it will be after these events. */
export function foldNew(state: ExistingCase, events: readonly NewCaseEvent[], now: string): ExistingCase {
  return fold(
    state,
    events.map((event, n) => asStored(event, now, state.version + n + 1)),
  ) as ExistingCase;
}
