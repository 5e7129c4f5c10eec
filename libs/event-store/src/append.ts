import type { Tx } from '#platform/database';
import { canonical } from './canonical.js';
import { type CaseKey, type CaseKeys, isKeyDestroyed, KeyDestroyed } from './case-keys.js';
import { eventHash, sha256 } from './chain.js';
import { eventId } from './event-id.js';
import type { Seal } from './seal.js';
import type { AppendRequest, AppendResult, KeyEntry, NewEvent, StreamAppend } from './types.js';

/** Runs the one statement of an append: the pool's prepared one, or a transaction's. */
export type RunAppend = (sql: string, params: readonly unknown[]) => Promise<Outcome[]>;

interface Outcome {
  kind: AppendResult['kind'];
  answer: unknown;
  stream: string | null;
  actual: number | null;
  place: number | null;
  recorded_at: string | null;
}

interface Row {
  stream: string;
  version: number;
  id: string;
  event: NewEvent;
  at: string;
  open: string;
  sealed: Buffer | null;
  h: Buffer;
}

export const APPEND = `SELECT * FROM store.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20)`;

/** Seals, hashes and appends what a command built. One round trip, but for keys not at hand. @throws KeyDestroyed */
export async function append(
  tx: Tx, run: RunAppend, sealing: { seal: Seal; keys: CaseKeys },
  command: AppendRequest['command'], built: ReturnType<AppendRequest['build']>,
): Promise<AppendResult> {
  const id = command.id.toLowerCase();
  const needKeys = built.streams.filter((s) => s.events.some((e) => e.sealed !== undefined));
  const keys = await sealing.keys.forStreams(tx, needKeys.map((s) => ({ stream: s.stream, isNew: s.expectedVersion === 0 })));
  const rows = built.streams.flatMap((s) => toRows(sealing.seal, { ...command, id }, s, keys.get(s.stream)));
  try {
    const [outcome] = await run(APPEND, parameters({ ...command, id }, built, keys, rows));
    if (outcome?.kind === 'appended') sealing.keys.remember(keys);
    return toResult(outcome as Outcome, rows);
  } catch (error) {
    for (const stream of keys.keys()) sealing.keys.forget(stream);
    if (isKeyDestroyed(error)) throw new KeyDestroyed([...keys.keys()].join(', '));
    throw error;
  }
}

function toRows(seal: Seal, command: AppendRequest['command'], append: StreamAppend, key: CaseKey | undefined): Row[] {
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

function parameters(
  command: AppendRequest['command'], built: ReturnType<AppendRequest['build']>, caseKeys: Map<string, CaseKey>, rows: readonly Row[],
): unknown[] {
  const { streams, answer } = built;
  const keys: readonly KeyEntry[] = built.keys ?? [];
  return [
    command.id, command.actor, command.bodyHash, JSON.stringify(answer ?? null),
    streams.map((s) => s.stream), streams.map((s) => s.expectedVersion), streams.map((s) => caseKeys.get(s.stream)?.wrapped ?? null),
    rows.map((r) => r.stream), rows.map((r) => r.version), rows.map((r) => r.id), rows.map((r) => r.event.type), rows.map((r) => r.event.v),
    rows.map((r) => r.at), rows.map((r) => r.open), rows.map((r) => r.sealed), rows.map((r) => r.h),
    keys.map((k) => k.list), keys.map((k) => k.hash), keys.map((k) => k.stream), keys.map((k) => k.note ?? null),
  ];
}

function toResult(outcome: Outcome, rows: readonly Row[]): AppendResult {
  const { kind, answer } = outcome;
  switch (kind) {
    case 'repeated':
      return { kind, answer };
    case 'idReused':
      return { kind };
    case 'conflict':
      return { kind, stream: outcome.stream as string, actual: outcome.actual ?? 0 };
    case 'appended': {
      const last = outcome.place as number;
      const events = rows.map((row, i) => (
        { stream: row.stream, version: row.version, position: last - rows.length + i + 1, eventId: row.id, type: row.event.type }));
      return { kind, answer, position: last, recordedAt: outcome.recorded_at as string, events };
    }
    default:
      throw new Error(`store.append said ${String(kind satisfies never)}`);
  }
}
