import type { Tx } from '#platform/database';
import { canonical } from './canonical.js';
import type { CaseKey, CaseKeys } from './case-keys.js';
import { eventHash, sha256 } from './chain.js';
import { eventId } from './event-id.js';
import type { Seal } from './seal.js';
import type { AppendRequest, AppendResult, KeyEntry, NewEvent, StreamAppend } from './types.js';
import type { WordIndex } from './word-index.js';

type Command = AppendRequest['command'];
type Built = ReturnType<AppendRequest['build']>;

interface Row {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly event: NewEvent;
  readonly at: string;
  readonly open: string;
  readonly sealed: Buffer | null;
  readonly h: Buffer;
}

/** An append sealed and hashed, ready for store.append. */
export interface Prepared {
  readonly command: Command;
  readonly answer: string;
  readonly streams: readonly StreamAppend[];
  readonly caseKeys: ReadonlyMap<string, CaseKey>;
  readonly rows: readonly Row[];
  readonly keys: readonly KeyEntry[];
  /** What is indexed of each row, in their order; null where it has no words. */
  readonly words: readonly (string | null)[];
}

/** What an append is sealed and indexed with. */
export interface Sealing {
  readonly seal: Seal;
  readonly keys: CaseKeys;
  readonly index: WordIndex;
}

/** Encrypts, indexes and hashes what a command built; asks the database for keys that are not cached. */
export async function prepare(tx: Tx, sealing: Sealing, given: Command, built: Built): Promise<Prepared> {
  const command = { ...given, id: given.id.toLowerCase() };
  const wordy = built.streams.filter((s) => s.events.some((e) => e.sealed !== undefined));
  const caseKeys = await sealing.keys.forStreams(
    tx,
    wordy.map((s) => ({ stream: s.stream, isNew: s.expectedVersion === 0 })),
  );
  const rows = built.streams.flatMap((s) => toRows(sealing.seal, command, s, caseKeys.get(s.stream)));
  const words = await Promise.all(rows.map(({ stream, event }) => sealing.index.stemsOf({ stream, type: event.type }, event.sealed)));
  return {
    command,
    answer: JSON.stringify(built.answer ?? null),
    streams: built.streams,
    caseKeys,
    rows,
    keys: built.keys ?? [],
    words,
  };
}

function toRows(seal: Seal, command: Command, append: StreamAppend, key: CaseKey | undefined): Row[] {
  const { stream, expectedVersion } = append;
  return append.events.map((event, index) => {
    const id = eventId(command.id, stream, index);
    const version = expectedVersion + index + 1;
    const at = new Date(event.at).toISOString();
    const sealed = event.sealed === undefined ? null : seal.seal((key as CaseKey).key, stream, id, event.sealed);
    const sealedHash = sealed === null ? null : sha256(sealed).toString('hex');
    const { type, v, open } = event;
    const h = eventHash({ stream, version, eventId: id, type, v, actor: command.actor, commandId: command.id, at, open, sealedHash });
    return { stream, version, id, event, at, open: canonical(open), sealed, h };
  });
}

/** What no two appends of one call may share: streams, commands and keys. */
export function namesOf({ command, streams, keys }: Prepared): string[] {
  return [`command/${command.id}`, ...streams.map((s) => `stream/${s.stream}`), ...keys.map((k) => `key/${k.list}/${k.hash.toString('hex')}`)];
}

const PARAMETERS = Array.from({ length: 25 }, (_, i) => `$${i + 1}`).join(',');
export const APPEND = `SELECT * FROM store.append(${PARAMETERS})`;

/** The arguments of store.append, in its order. */
export function parameters(appends: readonly Prepared[]): unknown[] {
  const streams = appends.flatMap((a) => a.streams.map((s) => ({ ...s, wrapped: a.caseKeys.get(s.stream)?.wrapped ?? null })));
  const rows = appends.flatMap((a) => a.rows);
  const keys = appends.flatMap((a) => a.keys);
  const words = appends.flatMap((a) => a.words).flatMap((stems, index) => (stems === null ? [] : [{ row: index + 1, stems }]));
  return [
    appends.map((a) => a.command.id),
    appends.map((a) => a.command.actor),
    appends.map((a) => a.command.bodyHash),
    appends.map((a) => a.answer),
    appends.map((a) => a.streams.length),
    appends.map((a) => a.rows.length),
    appends.map((a) => a.keys.length),
    streams.map((s) => s.stream),
    streams.map((s) => s.expectedVersion),
    streams.map((s) => s.wrapped),
    rows.map((r) => r.stream),
    rows.map((r) => r.version),
    rows.map((r) => r.id),
    rows.map((r) => r.event.type),
    rows.map((r) => r.event.v),
    rows.map((r) => r.at),
    rows.map((r) => r.open),
    rows.map((r) => r.sealed),
    rows.map((r) => r.h),
    keys.map((k) => k.list),
    keys.map((k) => k.hash),
    keys.map((k) => k.stream),
    keys.map((k) => k.note ?? null),
    words.map((w) => w.row),
    words.map((w) => w.stems),
  ];
}

/** A result row of store.append. */
export interface Outcome {
  readonly kind: AppendResult['kind'];
  readonly answer: unknown;
  readonly stream: string | null;
  readonly actual: number | null;
  readonly place: number | null;
  readonly recorded_at: string | null;
}

/** The database's outcome in the caller's terms. */
export function toResult(outcome: Outcome, { rows }: Prepared): AppendResult {
  const { kind, answer } = outcome;
  switch (kind) {
    case 'repeated':
      return { kind, answer };
    case 'idReused':
      return { kind };
    case 'conflict':
      return { kind, stream: outcome.stream as string, actual: outcome.actual as number };
    case 'appended': {
      const last = outcome.place as number;
      const events = rows.map((row, i) => ({
        stream: row.stream,
        version: row.version,
        position: last - rows.length + i + 1,
        eventId: row.id,
        type: row.event.type,
      }));
      return { kind, answer, position: last, recordedAt: outcome.recorded_at as string, events };
    }
    default:
      throw new Error(`store.append said ${String(kind satisfies never)}`);
  }
}
