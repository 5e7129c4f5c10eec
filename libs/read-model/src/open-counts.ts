import type { Filter } from '#domain/case/visible';
import { kinds } from '#domain/codes/kinds';
import type { Tx } from '#platform/database';
import { binding, visibleSql } from './visible.js';
import { type Waiting, waitingSql } from './waiting.js';

/** How many open cases a person may see, in all and by saved filter. */
export interface OpenCounts {
  readonly open: number;
  readonly overdue: number;
  readonly unassigned: number;
  readonly awaitingDecision: number;
  /** Those that the person handles, and those that wait for them; 0 where no person was given. */
  readonly mine: number;
  readonly waiting: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** By code, for the given units with all below them. */
  readonly byUnit: Readonly<Record<string, number>>;
}

/** Whom the numbers are for, beside what they may see. */
export interface About {
  readonly waiting: Waiting | null;
  /** Units by code, each with the codes of all that belongs to it. */
  readonly units: Readonly<Record<string, readonly string[]>>;
}

const nobody: About = { waiting: null, units: {} };

/** One pass over the open cases; `now` is an ISO instant. */
export async function openCounts(database: Tx, filter: Filter, now: string, { waiting, units }: About = nobody): Promise<OpenCounts> {
  const { params, bind } = binding();
  const where = visibleSql(filter, bind);
  const counts: Readonly<Record<string, string>> = {
    open: 'true',
    overdue: `l.next_due < ${bind(now)}::timestamptz`,
    unassigned: 'l.handler IS NULL',
    awaitingDecision: `l.stage = 'ivoDecision'`,
    mine: waiting === null ? 'false' : `l.handler = ${bind(waiting.person)}::uuid`,
    waiting: waiting === null ? 'false' : waitingSql(waiting, bind),
    ...Object.fromEntries(kinds.map(({ code }) => [`kind ${code}`, `l.kind = ${bind(code)}`])),
    ...Object.fromEntries(Object.entries(units).map(([code, codes]) => [`unit ${code}`, `l.unit = ANY(${bind(codes)}::text[])`])),
  };
  const names = Object.keys(counts);
  const [row] = await database.query<{ counts: readonly number[] }>(
    `SELECT ARRAY[${names.map((name) => `count(*) FILTER (WHERE ${counts[name]})::int`).join(', ')}] AS counts FROM read.case_list l WHERE NOT l.done AND ${where}`,
    params,
  );
  const of = (name: string): number => row?.counts[names.indexOf(name)] ?? 0;
  return {
    open: of('open'),
    overdue: of('overdue'),
    unassigned: of('unassigned'),
    awaitingDecision: of('awaitingDecision'),
    mine: of('mine'),
    waiting: of('waiting'),
    byKind: Object.fromEntries(kinds.map(({ code }) => [code, of(`kind ${code}`)])),
    byUnit: Object.fromEntries(Object.keys(units).map((code) => [code, of(`unit ${code}`)])),
  };
}
