import type { Filter } from '#domain/case/visible';
import { numberAsTyped } from '#domain/text';
import type { Tx } from '#platform/database';
import { binding, visibleSql } from './visible.js';

/** A case as another page names it. */
export interface NamedCase {
  readonly id: string;
  readonly number: string;
  /** Marked as secret in the diary. */
  readonly secrecy: boolean;
}

const SELECT = 'SELECT l.case_id AS id, l.number, l.secrecy FROM read.case_list l WHERE';

/** Of these cases, those that the reader sees. @throws DatabaseFault */
export function seenCases(database: Tx, sight: Filter, ids: readonly string[]): Promise<NamedCase[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const { params, bind } = binding();
  return database.query<NamedCase>(`${SELECT} l.case_id = ANY(${bind(ids)}::uuid[]) AND ${visibleSql(sight, bind)} ORDER BY l.number`, params);
}

/** The case with this number as a person types it; null where there is none that the reader sees. @throws DatabaseFault */
export async function caseByNumber(database: Tx, sight: Filter, number: string): Promise<NamedCase | null> {
  const { params, bind } = binding();
  const typed = bind(numberAsTyped(number));
  return (await database.query<NamedCase>(`${SELECT} l.number = ${typed} AND ${visibleSql(sight, bind)}`, params))[0] ?? null;
}
