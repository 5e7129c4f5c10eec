import type { Filter } from '#domain/case/visible';
import { caseIdOf } from '#domain/ids';
import { recordOf } from '#domain/record-types';
import type { RecordSight } from '#domain/records/sight';
import type { Parked } from '#event-store/parked';
import type { Tx } from '#platform/database';
import { STILL } from '../read-core.js';
import { recordSeenSql } from '../record-seen.js';
import { binding, visibleSql } from '../visible.js';
import type { CaseReport, RecordSource } from './report.js';
import type { Scope } from './scope.js';

/** A stream that could not be read completely, with its first event. */
interface Unread {
  readonly stream: string;
  readonly number: string | null;
  readonly kind: string | null;
}

const FAULT = 'kunde inte läsas helt';

/**
 * Streams that could not be folded, on the figures that they would change (docs/engine.md#facts-and-figures): by number to those who may see the case, to others as a count,
 * since a number reveals that the case exists. Without a reader (the operator) all have their number. Who sees a case is read from its row,
 * which is as it was before the fault; where there never was a row nobody gets the number.
 */
export async function unreadNotes(
  tx: Tx,
  { kinds }: Pick<CaseReport, 'kinds'>,
  position: number,
  all: readonly Parked[],
  reader: Filter | null,
): Promise<readonly string[]> {
  const streams = all.filter((row) => row.position <= position).map(({ stream }) => stream);
  if (streams.length === 0) return [];
  const rows = await tx.query<Unread>(
    `SELECT stream, open->>'number' AS number, open->>'kind' AS kind FROM store.events WHERE stream = ANY($1) AND version = 1 ORDER BY position`,
    [streams],
  );
  // A record counts in no table of cases, and its id is not everybody's to know.
  const isRegister = ({ stream }: Unread) => caseIdOf(stream) === null && recordOf(stream) === null;
  const cases = rows.filter((row) => caseIdOf(row.stream) !== null && kinds.some((kind) => kind === row.kind));
  const seen = await seenBy(tx, cases, reader);
  const others = cases.filter(({ stream }) => !seen.has(stream)).length;
  return [
    ...rows.filter(isRegister).map(({ stream }) => `Registret ${stream} ${FAULT} och kan vara fel räknat i tabellen.`),
    ...cases.filter(({ stream }) => seen.has(stream)).map(({ number }) => `Ärende ${number} ${FAULT} och kan vara fel räknat i tabellen.`),
    ...(others === 0 ? [] : [`${others === 1 ? 'Ett ärende' : `${others} ärenden`} som inte visas för dig ${FAULT} och kan vara fel räknat i tabellen.`]),
  ];
}

/** Records that could not be folded, by number to those who see them; for others they do not exist. Who sees one is read from its row, as above. */
export async function unreadRecords(
  tx: Tx,
  source: RecordSource | undefined,
  { position, within }: Scope,
  all: readonly Parked[],
  sight: RecordSight | null,
): Promise<readonly string[]> {
  const family = source?.family;
  const streams = all.filter((row) => row.position <= position && recordOf(row.stream)?.type.family === family).map(({ stream }) => stream);
  if (family === undefined || streams.length === 0) return [];
  const { params, bind } = binding();
  const rows = await tx.query<{ number: string }>(
    `SELECT r.number FROM read.fact_record r WHERE r.to_position = ${STILL} AND r.stream = ANY(${bind(streams)}::text[]) AND r.unit = ANY(${bind(within)}::text[])
       ${sight === null ? '' : `AND ${recordSeenSql(family, sight, bind)}`} ORDER BY r.number`,
    params,
  );
  return rows.map(({ number }) => `${number} ${FAULT} och kan vara fel räknad i tabellen.`);
}

async function seenBy(tx: Tx, cases: readonly Unread[], reader: Filter | null): Promise<ReadonlySet<string>> {
  if (reader === null) return new Set(cases.map(({ stream }) => stream));
  const streamOf = new Map(cases.map(({ stream }) => [caseIdOf(stream), stream]));
  const { params, bind } = binding();
  const rows = await tx.query<{ id: string }>(
    `SELECT l.case_id::text AS id FROM read.case_list l WHERE l.case_id = ANY(${bind([...streamOf.keys()])}::uuid[]) AND ${visibleSql(reader, bind)}`,
    params,
  );
  return new Set(rows.flatMap(({ id }) => streamOf.get(id) ?? []));
}
