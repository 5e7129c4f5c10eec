/** An event to be recorded. `at` is when the thing was done, any ISO instant; kept with milliseconds, in UTC. */
export interface NewEvent {
  type: string;
  v: number;
  at: string;
  /** Ids, codes, dates, numbers, booleans: this part leaves PostgreSQL. Never a person's words. */
  open: Record<string, unknown>;
  /** Words and identities; encrypted under the stream's key, read by words() alone. */
  sealed?: Record<string, unknown>;
}

export interface RecordedEvent {
  position: number;
  stream: string;
  /** 1, 2, 3 … in its stream. */
  version: number;
  eventId: string;
  type: string;
  v: number;
  actor: string;
  commandId: string;
  at: string;
  recordedAt: string;
  open: Record<string, unknown>;
}

export interface StreamAppend {
  stream: string;
  /** 0 for a stream that must not exist yet. Without events the version is only checked. */
  expectedVersion: number;
  events: readonly NewEvent[];
}

/** Lets a stream be found by a keyed hash (Seal.hmac): `receiptCode`, `externalId` … */
export interface KeyEntry {
  list: string;
  hash: Buffer;
  stream: string;
  note?: Buffer;
}

export interface AppendRequest {
  /** bodyHash: Seal.hmac of the canonical body, so that it reveals nothing once the words are removed. */
  command: { id: string; actor: string; bodyHash: Buffer };
  /** Runs of gap-free series, taken in the same transaction; if it is rolled back they are given to the next. */
  numbers?: readonly { series: string; year: number; count: number }[];
  /**
   * Called with the first number of each run, and again if the numbers have to be given back. Must not await
   * anything, since the series are locked, nor do anything but build.
   * `answer` is JSON and kept for ever: ids and codes only. An object gets `position`, that of the last event, where there are events.
   */
  build: (firsts: readonly number[]) => { streams: readonly StreamAppend[]; answer: unknown; keys?: readonly KeyEntry[] };
}

export interface AppendedEvent {
  stream: string;
  version: number;
  position: number;
  eventId: string;
  type: string;
}

/**
 * `appended` without events: `position` and `recordedAt` are the store's last.
 * `conflict`: the stream stands at `actual`; or it owns a key that this append wanted for another stream.
 */
export type AppendResult =
  | { kind: 'appended'; answer: unknown; position: number; recordedAt: string; events: readonly AppendedEvent[] }
  | { kind: 'repeated'; answer: unknown }
  | { kind: 'idReused' }
  | { kind: 'conflict'; stream: string; actual: number };
