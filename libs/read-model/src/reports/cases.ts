import type { Filter } from '#domain/case/visible';
import type { Tx } from '#platform/database';
import type { ReadCore } from '../read-core.js';
import { binding, visibleSql } from '../visible.js';
import { type CaseItem, caseItemSql, PAGE_SIZE } from '../work-list.js';
import { drillDownSql } from './drill-down.js';
import { type FigureName, figureName } from './figure-name.js';
import { type RecordBehind, recordsBehind } from './of-records.js';
import { type ReportCasesQuery, reportCasesQuery } from './query.schema.js';
import { reportOf } from './registry.js';
import type { CaseReport, ReportDefinition } from './report.js';
import { hasEarlier, parsed, registerScopeOf, type Scope, scopeOf } from './scope.js';
import { sourceSql } from './source.js';
import { sourceEvents } from './source-events.js';

export interface CasesBehind {
  readonly items: readonly CaseItem[];
  /** The records that the figure counts, after its cases. */
  readonly records: readonly RecordBehind[];
  /** Those the reader may see; with `hidden` they are the figure's cases. */
  readonly total: number;
  readonly page: number;
  readonly hidden: number;
}

/**
 * The cases behind a figure, by day received. `query` as for the report, with row, column and page; cases that the reader may not see
 * are counted and not shown. @throws Refusal as runReport
 */
export async function reportCases(core: ReadCore, id: string, query: unknown, filter: Filter, now: string): Promise<CasesBehind> {
  const { definition, asked, scope } = await figureOf(core, id, query, now);
  return behindOf(core, definition, scope, asked, filter, now);
}

/** The same, with the name of the figure and, by case, the position of the event that put it there. @throws Refusal as runReport */
export async function figureBehind(
  core: ReadCore,
  id: string,
  query: unknown,
  filter: Filter,
  now: string,
): Promise<{ readonly shown: CasesBehind; readonly name: FigureName; readonly put: ReadonlyMap<string, number> }> {
  const { definition, asked, scope } = await figureOf(core, id, query, now);
  const shown = await behindOf(core, definition, scope, asked, filter, now);
  const ids = shown.items.map((item) => item.id);
  const [name, put] = await Promise.all([
    figureName(core.database, definition, scope, asked),
    definition.shape === 'records' ? new Map<string, number>() : sourceEvents(core.database, definition, scope, asked, ids),
  ]);
  return { shown, name, put };
}

async function figureOf(core: ReadCore, id: string, query: unknown, now: string) {
  const definition = reportOf(id);
  const asked = parsed(reportCasesQuery, query);
  const scope = definition.shape === 'records' ? registerScopeOf(core, asked, now) : scopeOf(core, asked, now, hasEarlier(definition), 'cases');
  return { definition, asked, scope: await scope };
}

/** A page of what is behind a figure: first its cases, then the records that it counts. */
async function behindOf(
  core: ReadCore,
  definition: ReportDefinition,
  scope: Scope,
  asked: ReportCasesQuery,
  filter: Filter,
  now: string,
): Promise<CasesBehind> {
  const none: Behind = { items: [], total: 0, page: asked.page, hidden: 0 };
  const cases = definition.shape === 'records' ? none : await casesOf(core.database, definition, scope, asked, filter, now);
  const { records: source } = definition;
  if (source === undefined) return { ...cases, records: [] };
  const offset = Math.max(0, (asked.page - 1) * PAGE_SIZE - cases.total);
  const limit = PAGE_SIZE - cases.items.length;
  const records = await recordsBehind(core.database, source, scope, core.reader?.records ?? null, asked, { limit, offset });
  return { ...cases, records: records.items, total: cases.total + records.total };
}

type Behind = Omit<CasesBehind, 'records'>;

async function casesOf(tx: Tx, definition: CaseReport, scope: Scope, asked: ReportCasesQuery, filter: Filter, now: string): Promise<Behind> {
  const { params, bind } = binding();
  const { sql, moment } = sourceSql(definition, scope, bind, { joined: true, cancelled: false });
  // The ids are selected once; both the counts and the page are read from them.
  const [found] = await tx.query<{ total: number; hidden: number; ids: readonly string[] | null }>(
    `WITH hit AS MATERIALIZED (SELECT DISTINCT c.case_id ${sql} ${drillDownSql(definition, scope, asked, bind, moment)}),
       found AS MATERIALIZED (SELECT l.case_id, l.received_at, l.number, ${visibleSql(filter, bind)} AS seen FROM hit JOIN read.case_list l USING (case_id))
     SELECT count(*) FILTER (WHERE seen)::int AS total, count(*) FILTER (WHERE NOT seen)::int AS hidden,
       ARRAY(SELECT case_id::text FROM found WHERE seen ORDER BY received_at, number LIMIT ${PAGE_SIZE} OFFSET ${(asked.page - 1) * PAGE_SIZE}) AS ids
     FROM found`,
    params,
  );
  const ids = found?.ids ?? [];
  const items = ids.length === 0 ? [] : await itemsOf(tx, ids, now);
  return { items, total: found?.total ?? 0, page: asked.page, hidden: scope.reader === null ? (found?.hidden ?? 0) : 0 };
}

const itemsOf = (tx: Tx, ids: readonly string[], now: string): Promise<readonly CaseItem[]> =>
  tx.query<CaseItem>(`SELECT ${caseItemSql('$2::timestamptz')} FROM read.case_list l WHERE l.case_id = ANY($1::uuid[]) ORDER BY l.received_at, l.number`, [
    ids,
    now,
  ]);
