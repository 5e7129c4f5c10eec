import type { Filter } from '#domain/case/visible';
import { caseIdOf } from '#domain/ids';
import { recordOf } from '#domain/record-types';
import type { Parked } from '#event-store/parked';
import type { Tx } from '#platform/database';
import { binding, visibleSql } from '../visible.js';
import type { ReportDefinition } from './report.js';

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
  { kinds }: Pick<ReportDefinition, 'kinds'>,
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
