import type { Filter } from '#domain/case/visible';
import { kinds } from '#domain/codes/kinds';
import type { Tx } from '#platform/database';
import { binding, visibleSql } from './visible.js';

/** How many open cases a person may see, in all and by what is asked of them: the numbers at the saved filters. */
export interface OpenCounts {
  readonly open: number;
  readonly overdue: number;
  readonly unassigned: number;
  readonly awaitingDecision: number;
  readonly byKind: Readonly<Record<string, number>>;
}

/** One pass over the open cases; `now` is an ISO instant. */
export async function openCounts(database: Tx, filter: Filter, now: string): Promise<OpenCounts> {
  const { params, bind } = binding();
  const where = visibleSql(filter, bind);
  const at = bind(now);
  const [row] = await database.query<{ open: number; overdue: number; unassigned: number; awaitingDecision: number; kinds: readonly number[] }>(
    `SELECT count(*)::int AS open, count(*) FILTER (WHERE l.next_due < ${at}::timestamptz)::int AS overdue,
       count(*) FILTER (WHERE l.handler IS NULL)::int AS unassigned, count(*) FILTER (WHERE l.stage = 'ivoDecision')::int AS "awaitingDecision",
       ARRAY[${kinds.map(({ code }) => `count(*) FILTER (WHERE l.kind = ${bind(code)})::int`).join(', ')}] AS kinds
     FROM read.case_list l WHERE NOT l.done AND ${where}`,
    params,
  );
  const byKind = Object.fromEntries(kinds.map(({ code }, n) => [code, row?.kinds[n] ?? 0]));
  return { open: row?.open ?? 0, overdue: row?.overdue ?? 0, unassigned: row?.unassigned ?? 0, awaitingDecision: row?.awaitingDecision ?? 0, byKind };
}
