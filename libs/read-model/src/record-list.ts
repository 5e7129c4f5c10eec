import { z } from 'zod';
import { visible } from '#domain/case/visible';
import { day } from '#domain/days.schema';
import { recordStream } from '#domain/record-types';
import type { Asking } from '#domain/records/record-command';
import type { AnyRecordType, RecordFacts } from '#domain/records/record-type';
import { recordSight, recordSightOf, unitsConcerning } from '#domain/records/sight';
import { numberAsTyped } from '#domain/text';
import type { Tx } from '#platform/database';
import { seenCases } from './cases-named.js';
import { condition } from './query-part.schema.js';
import { STILL } from './read-core.js';
import { recordItemSql, recordSeenSql } from './record-seen.js';
import { binding } from './visible.js';

/** The query of a list of records; everything comes from a query string, so an empty field is no condition. */
export const recordListQuery = z.object({
  unit: condition(z.string().regex(/^[a-z0-9-]{1,64}$/, 'Ange enhetens kod')).describe('Enheten med allt under, och det som är styrt till den från nivån över'),
  status: condition(z.string().regex(/^[A-Za-z]{1,40}$/, 'Okänt läge')).describe('Ett läge; open: alla som inte är avslutade'),
  owner: condition(z.uuid('Ange personens id')).describe('Den som är utpekad som ansvarig'),
  due: condition(day).describe('Har en dag till och med den här'),
  page: condition(z.coerce.number({ error: 'Ska vara ett tal' }).int().min(1).max(100_000)),
});
export type RecordListQuery = z.infer<typeof recordListQuery>;

/** A record as lists show it: codes, numbers and days. */
export interface RecordItem {
  readonly id: string;
  readonly number: string;
  readonly unit: string;
  readonly owner: string | null;
  readonly status: string;
  /** The next day that matters (YYYY-MM-DD). */
  readonly due: string | null;
  readonly closed: boolean;
  readonly version: number;
  readonly facts: RecordFacts['values'];
}

const PAGE = 50;

/** The records of a type that the reader may see, soonest first, those that are closed last. @throws DatabaseFault */
export async function recordList(
  database: Tx,
  type: AnyRecordType,
  asking: Asking,
  { unit, status, owner, due, page = 1 }: RecordListQuery,
  pageSize = PAGE,
): Promise<{ readonly items: readonly RecordItem[]; readonly total: number; readonly page: number }> {
  const below = unit === undefined ? null : unitsConcerning(type, unit, asking.organisation, asking.today);
  const { params, bind } = binding();
  const conditions = [
    `r.to_position = ${STILL} AND r.family = ${bind(type.family)} AND ${recordSeenSql(type.family, recordSightOf(asking), bind)}`,
    ...(below === null ? [] : [`r.unit = ANY(${bind(below)})`]),
    ...(status === undefined ? [] : [status === 'open' ? 'NOT r.closed' : `r.status = ${bind(status)}`]),
    ...(owner === undefined ? [] : [`r.owner = ${bind(owner)}::uuid`]),
    ...(due === undefined ? [] : [`r.due <= ${bind(due)}::date`]),
  ];
  const rows = await database.query<RecordItem & { readonly total: number }>(
    `SELECT ${recordItemSql}, count(*) OVER ()::int AS total FROM read.fact_record r WHERE ${conditions.join(' AND ')}
     ORDER BY r.closed, r.due NULLS LAST, r.number LIMIT ${bind(pageSize)} OFFSET ${bind((page - 1) * pageSize)}`,
    params,
  );
  return { items: rows.map(({ total: _, ...item }) => item), total: rows[0]?.total ?? 0, page };
}

/** How many the reader sees: open, late among them, and the next day (YYYY-MM-DD) of an open one from today on. */
export interface Counted {
  readonly open: number;
  readonly late: number;
  readonly next: string | null;
}

/** A row for each of the types of which the reader sees a record. @throws DatabaseFault */
export async function recordCounts(
  database: Tx,
  types: readonly Pick<AnyRecordType, 'family'>[],
  asking: Asking,
): Promise<readonly (Counted & { readonly family: string })[]> {
  const { params, bind } = binding();
  const [sight, today] = [recordSightOf(asking), bind(asking.today)];
  const seen = types.map(({ family }) => `(r.family = ${bind(family)} AND ${recordSeenSql(family, sight, bind)})`);
  return database.query<Counted & { readonly family: string }>(
    `SELECT r.family, count(*) FILTER (WHERE NOT r.closed)::int AS open, count(*) FILTER (WHERE NOT r.closed AND r.due < ${today}::date)::int AS late,
       (min(r.due) FILTER (WHERE NOT r.closed AND r.due >= ${today}::date))::text AS next
     FROM read.fact_record r WHERE r.to_position = ${STILL} AND (${seen.join(' OR ')}) GROUP BY 1`,
    params,
  );
}

/** Facts that name others: the ids of `cases`, and the streams of the records that it `serves`. */
interface Naming {
  readonly facts: RecordFacts['values'];
}

/** The same, naming only what the reader sees of cases and other records. @throws DatabaseFault */
export async function namingSeen<T extends Naming>(database: Tx, asking: Asking, items: readonly T[]): Promise<readonly T[]> {
  const { actor, organisation, today } = asking;
  const [cases, serves] = (['cases', 'serves'] as const).map((name) => [...new Set(items.flatMap(({ facts }) => listed(facts[name])))]);
  const [seen, served] = await Promise.all([
    seenCases(database, visible(actor, organisation, today), cases ?? []),
    recordsNamed(database, asking, serves ?? []),
  ]);
  const known = new Set([...seen.map(({ id }) => id), ...served.map(({ family, id }) => `${family}/${id}`)]);
  const only = (facts: RecordFacts['values']) =>
    Object.fromEntries((['cases', 'serves'] as const).flatMap((name) => (name in facts ? [[name, listed(facts[name]).filter((id) => known.has(id))]] : [])));
  return items.map((item) => ({ ...item, facts: { ...item.facts, ...only(item.facts) } }));
}

const listed = (value: RecordFacts['values'][string] | undefined): readonly string[] => (Array.isArray(value) ? value : []);

/** The streams of some items, to log that they were shown. */
export const streamsOf = (type: AnyRecordType, items: readonly Pick<RecordItem, 'id'>[]): readonly string[] => items.map(({ id }) => recordStream(type, id));

/** A record as another page names it. */
export interface NamedRecord extends Pick<RecordItem, 'id' | 'number' | 'status' | 'due' | 'owner' | 'closed' | 'facts'> {
  readonly family: string;
}

/** The record with this number as a person types it; null where there is none that the reader sees. @throws DatabaseFault */
export async function recordByNumber(database: Tx, asking: Asking, number: string): Promise<NamedRecord | null> {
  const typed = numberAsTyped(number);
  return (await named(database, asking, 'number = $1', typed))[0] ?? null;
}

/** The records that serve this one, of any type, as far as the reader sees them: soonest first, those that are closed last. @throws DatabaseFault */
export const servedBy = (database: Tx, asking: Asking, stream: string): Promise<readonly NamedRecord[]> =>
  named(database, asking, "facts->'serves' ? $1", stream);

/** The records that are about a case, of any type, as far as the reader sees them. @throws DatabaseFault */
export const recordsAbout = (database: Tx, asking: Asking, caseId: string): Promise<readonly NamedRecord[]> =>
  named(database, asking, "facts->'cases' ? $1", caseId);

/** Of these streams, the records that the reader sees. @throws DatabaseFault */
export const recordsNamed = (database: Tx, asking: Asking, streams: readonly string[]): Promise<readonly NamedRecord[]> =>
  streams.length === 0 ? Promise.resolve([]) : named(database, asking, 'stream = ANY($1)', streams);

async function named(database: Tx, asking: Asking, where: string, value: string | readonly string[]): Promise<readonly NamedRecord[]> {
  const sees = recordSight(asking);
  const rows = await database.query<NamedRecord & { readonly unit: string }>(
    `SELECT family, split_part(stream, '/', 2) AS id, number, unit, owner, status, due::text AS due, closed, facts FROM read.fact_record
     WHERE to_position = ${STILL} AND ${where} ORDER BY closed, due NULLS LAST, number`,
    [value],
  );
  return rows.filter(sees);
}
