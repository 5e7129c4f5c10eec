import { z } from 'zod';
import { actionType } from '#domain/action/index';
import { visible } from '#domain/case/visible';
import { actionStates } from '#domain/codes/actions';
import { codesOf } from '#domain/codes/code';
import type { Asking } from '#domain/records/record-command';
import { recordSightOf } from '#domain/records/sight';
import type { Tx } from '#platform/database';
import type { NamedCase } from './cases-named.js';
import { condition } from './query-part.schema.js';
import { STILL } from './read-core.js';
import type { Counted } from './record-list.js';
import { recordSeenSql } from './record-seen.js';
import { type Period, tertial } from './reports/periods.js';
import { type Bind, binding, visibleSql } from './visible.js';

/*
 * One list of all actions, whatever they serve: those that are records of their own, and those that are planned in a case.
 */

/** The query of the list; everything comes from a query string, so an empty field is no condition. */
export const actionListQuery = z.object({
  unit: condition(z.string().regex(/^[a-z0-9-]{1,64}$/, 'Ange enhetens kod')),
  status: condition(z.enum(['open', 'all', ...codesOf(actionStates)], { error: 'Okänt läge' })),
  owner: condition(z.union([z.literal('mine'), z.uuid()], { error: 'Okänd ansvarig' })),
  due: condition(z.string().regex(/^2\d{3}-[123]$|^late$/, 'Okänd period')),
  page: condition(z.coerce.number({ error: 'Ska vara ett tal' }).int().min(1).max(100_000)),
});
export type ActionListQuery = z.infer<typeof actionListQuery>;

export interface ActionItem {
  /** The record's id, or the action's in its case. */
  readonly id: string;
  /** The record's number; null for an action that is planned in a case. */
  readonly number: string | null;
  readonly unit: string | null;
  /** The person who owns it; of a case's action nobody is named. */
  readonly owner: string | null;
  readonly ownerRole: string | null;
  readonly area: string | null;
  /** A code of actionStates, those of cases too. */
  readonly status: string;
  /** The next day that matters (YYYY-MM-DD): when it is to be done, or its effect judged. */
  readonly due: string | null;
  readonly effect: string | null;
  readonly closed: boolean;
  readonly late: boolean;
  /** Streams of the records that it serves. */
  readonly serves: readonly string[];
  /** The cases that it is planned in, of those that the reader sees. */
  readonly cases: readonly NamedCase[];
}

/** Who asks, and the owners (`role@unit`) that they are (waiting.ts). */
export interface ActionReader extends Asking {
  readonly owners: readonly string[];
}

/** The tertial of a period’s name: "2026-1". */
export const tertialNamed = (name: string): Period => tertial(Number(name.slice(0, 4)), Number(name.slice(5)) as 1 | 2 | 3);

/** All that the reader sees and asks for, soonest first, those that are closed last. @throws DatabaseFault */
export async function actionList(
  database: Tx,
  reader: ActionReader,
  query: ActionListQuery,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly ActionItem[]; readonly total: number }> {
  const { params, bind } = binding();
  const where = whereSql(query, reader, bind);
  const rows = await database.query<ActionItem & { readonly total: number }>(
    `${listedSql(reader, bind)} SELECT id, number, unit, owner, "ownerRole", area, status, due::text AS due, effect, closed, late, serves, cases, count(*) OVER ()::int AS total
     FROM listed WHERE ${where} ORDER BY closed, due NULLS LAST, number NULLS LAST, id LIMIT ${bind(limit)} OFFSET ${bind(offset)}`,
    params,
  );
  return { items: rows.map(({ total: _, ...item }) => item), total: rows[0]?.total ?? 0 };
}

/** How many open ones there are by the tertial of their next day ("2026-1"), and how many are late, of those asked for by unit and owner. */
export async function actionCounts(database: Tx, reader: ActionReader, { unit, owner }: ActionListQuery): Promise<ReadonlyMap<string, number>> {
  const { params, bind } = binding();
  const where = whereSql({ unit, owner, status: 'open' }, reader, bind);
  const rows = await database.query<{ period: string; n: number }>(
    `${listedSql(reader, bind)} SELECT p.period, count(*)::int AS n FROM listed,
       LATERAL (VALUES (to_char(due, 'YYYY-') || ceil(extract(month FROM due) / 4)::int), (CASE WHEN late THEN 'late' END)) AS p(period)
     WHERE ${where} AND p.period IS NOT NULL GROUP BY 1`,
    params,
  );
  return new Map(rows.map(({ period, n }) => [period, n]));
}

/** How many the list has that are open, late among them, and the next day of one from today on. @throws DatabaseFault */
export async function actionsCounted(database: Tx, asking: Asking): Promise<Counted> {
  const { params, bind } = binding();
  const [row] = await database.query<Counted>(
    `${listedSql({ ...asking, owners: [] }, bind)} SELECT count(*)::int AS open, count(*) FILTER (WHERE late)::int AS late,
       (min(due) FILTER (WHERE due >= ${bind(asking.today)}::date))::text AS next FROM listed WHERE NOT closed`,
    params,
  );
  return row ?? { open: 0, late: 0, next: null };
}

/** The persons who own any of the actions that the reader sees. */
export async function actionOwners(database: Tx, reader: ActionReader): Promise<readonly string[]> {
  const { params, bind } = binding();
  const rows = await database.query<{ owner: string }>(`${listedSql(reader, bind)} SELECT DISTINCT owner FROM listed WHERE owner IS NOT NULL`, params);
  return rows.map(({ owner }) => owner);
}

/** `listed`: the actions that the reader sees. What several cases share is one action; a case that is not seen is not named. */
function listedSql(reader: ActionReader, bind: Bind): string {
  const { actor, organisation, today } = reader;
  const day = `${bind(today)}::date`;
  const onDay = (instant: string) => `(${instant} AT TIME ZONE 'Europe/Stockholm')::date`;
  return `WITH of_cases AS (
      SELECT x.*, l.unit AS case_unit, jsonb_build_object('id', l.case_id, 'number', l.number, 'secrecy', l.secrecy) AS named,
        CASE WHEN x.status = 'dropped' THEN 'dropped' WHEN x.effect IS NOT NULL THEN 'judged' WHEN x.status = 'planned' THEN 'decided' ELSE x.status END AS state
      FROM read.fact_action x JOIN read.case_list l USING (case_id)
      WHERE x.to_position = ${STILL} AND l.cancelled_at IS NULL AND ${visibleSql(visible(actor, organisation, today), bind)}
    ), named AS (SELECT key, jsonb_agg(named ORDER BY named->>'number') AS cases FROM of_cases GROUP BY key),
    rows AS (
      SELECT split_part(r.stream, '/', 2) AS id, r.number, r.unit, r.owner, NULL AS "ownerRole", ARRAY[]::text[] AS owners, r.facts->>'area' AS area, r.status, r.due,
        r.facts->>'effect' AS effect, r.closed, r.facts->'serves' AS serves, '[]'::jsonb AS cases
      FROM read.fact_record r
      WHERE r.to_position = ${STILL} AND r.family = ${bind(actionType.family)} AND ${recordSeenSql(actionType.family, recordSightOf(reader), bind)}
      UNION ALL
      SELECT a.key, NULL, a.case_unit, NULL::uuid, a.owner_role, ARRAY[a.owner_role || '@' || coalesce(a.owner_unit, 'none')], a.area, a.state,
        CASE a.state WHEN 'done' THEN ${onDay('a.effect_due_at')} WHEN 'judged' THEN NULL WHEN 'dropped' THEN NULL ELSE ${onDay('a.due_at')} END,
        a.effect, a.state IN ('judged', 'dropped'), '[]'::jsonb, n.cases
      FROM (SELECT DISTINCT ON (key) * FROM of_cases ORDER BY key, case_id) a JOIN named n ON n.key = a.key
    ), listed AS (SELECT rows.*, NOT closed AND coalesce(due < ${day}, false) AS late FROM rows)`;
}

function whereSql({ unit, status, owner, due }: ActionListQuery, { actor, organisation, today, owners }: ActionReader, bind: Bind): string {
  const all = ['true'];
  if (unit !== undefined) all.push(`unit = ANY(${bind(organisation.carriedBy(unit, today))}::text[])`);
  if (status === 'open') all.push('NOT closed');
  else if (status !== undefined && status !== 'all') all.push(`status = ${bind(status)}`);
  if (owner === 'mine') all.push(`(owner = ${bind(actor.person)}::uuid OR owners && ${bind(owners)}::text[])`);
  else if (owner !== undefined) all.push(`owner = ${bind(owner)}::uuid`);
  if (due === 'late') all.push('late');
  else if (due !== undefined) {
    const { from, to } = tertialNamed(due);
    all.push(`due >= ${bind(from)}::date AND due < ${bind(to)}::date`);
  }
  return all.join(' AND ');
}
