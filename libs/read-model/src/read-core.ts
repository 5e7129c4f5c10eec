import type { FigureReader } from '#domain/case/figure-reader';
import type { EventStore } from '#event-store/event-store';
import type { Database } from '#platform/database';

/** What the read side needs; a Core has it. */
export interface ReadCore {
  readonly database: Database;
  readonly store: EventStore;
  /** Whom the figures are for; without one they are complete, for the operator and for processes. */
  readonly reader?: FigureReader;
}

/** The end of a row that still holds (docs/engine.md#facts-and-figures). As text, since it is no safe integer. */
export const STILL = '9223372036854775807';
