import { actionType } from '#domain/action/index';
import { visible } from '#domain/case/visible';
import { recordTypes } from '#domain/record-types';
import type { Asking } from '#domain/records/record-command';
import type { Tx } from '#platform/database';
import { actionList } from './action-list.js';
import { STILL } from './read-core.js';
import { recordList } from './record-list.js';
import { binding, visibleSql } from './visible.js';

/** A day by which something is to be done by one person: ids, codes and a day, never words. */
export interface OwnDeadline {
  /** The same for the same duty at each reading. */
  readonly key: string;
  /** Of the case or the record. */
  readonly number: string;
  /** The page that it stands on. */
  readonly path: string;
  /** In Stockholm (YYYY-MM-DD). */
  readonly day: string;
  /** The rule of a case's duty, with its version; or the family of a record, with its status. */
  readonly of: { readonly rule: string; readonly version: number } | { readonly family: string; readonly status: string };
}

/** Who asks, and the owners (`role@unit`) that they are (waiting.ts). */
export interface DeadlineReader extends Asking {
  readonly owners: readonly string[];
}

/** So many are read of each sort, soonest first; nobody has more before them than they can look at. */
const MOST = 500;

/**
 * What one person is to do by a day: the open duties of open cases that they see, and handle or own by their role; the actions that are theirs; the other
 * records that name them as their owner. Computed from the posts and the policy of the day of asking. Soonest first. @throws DatabaseFault
 */
export async function ownDeadlines(database: Tx, reader: DeadlineReader): Promise<readonly OwnDeadline[]> {
  const [duties, actions, records] = await Promise.all([ownDuties(database, reader), ownActions(database, reader), ownRecords(database, reader)]);
  return [...duties, ...actions, ...records].sort((a, b) => a.day.localeCompare(b.day) || a.number.localeCompare(b.number) || a.key.localeCompare(b.key));
}

async function ownDuties(database: Tx, { actor, organisation, today, owners }: DeadlineReader): Promise<readonly OwnDeadline[]> {
  const { params, bind } = binding();
  const seen = visibleSql(visible(actor, organisation, today), bind);
  const rows = await database.query<{ id: string; key: string; number: string; day: string; rule: string; version: number }>(
    `SELECT d.case_id AS id, d.key, l.number, d.rule, d.rule_version AS version,
       (coalesce(d.due_at, d.target_at) AT TIME ZONE 'Europe/Stockholm')::date::text AS day
     FROM read.case_list l JOIN read.fact_duty d ON d.case_id = l.case_id AND d.to_position = ${STILL}
     WHERE NOT l.done AND d.closed_at IS NULL AND coalesce(d.due_at, d.target_at) IS NOT NULL AND ${seen}
       AND (coalesce(l.handler = ${bind(actor.person)}::uuid, false) OR d.owner_role || '@' || coalesce(d.owner_unit, 'none') = ANY(${bind(owners)}::text[]))
     ORDER BY coalesce(d.due_at, d.target_at), l.number, d.key LIMIT ${MOST}`,
    params,
  );
  return rows.map(({ id, key, number, day, rule, version }) => ({ key: `case/${id}/${key}`, number, path: `/arende/${id}`, day, of: { rule, version } }));
}

/** Those of cases stand under the number of a case; that the effect of one is to be judged is a duty of its case. */
async function ownActions(database: Tx, reader: DeadlineReader): Promise<readonly OwnDeadline[]> {
  const { items } = await actionList(database, reader, { owner: 'mine', status: 'open' }, { limit: MOST, offset: 0 });
  return items.flatMap(({ id, number, due, status, cases }): readonly OwnDeadline[] => {
    const of = { family: actionType.family, status };
    if (due === null) return [];
    if (number !== null) return [{ key: `action/${id}`, number, path: `/${actionType.page}/${id}`, day: due, of }];
    const [first] = cases;
    return first === undefined || status === 'done' ? [] : [{ key: `action/${id}`, number: first.number, path: `/arende/${first.id}`, day: due, of }];
  });
}

async function ownRecords(database: Tx, reader: DeadlineReader): Promise<readonly OwnDeadline[]> {
  const { person } = reader.actor;
  if (person === null) return [];
  const lists = await Promise.all(
    recordTypes
      .filter(({ family }) => family !== actionType.family)
      .map(async (type) => ({ type, list: await recordList(database, type, reader, { status: 'open', owner: person }, MOST) })),
  );
  return lists.flatMap(({ type: { family, page }, list }) =>
    list.items.flatMap(({ id, number, due, status }) =>
      due === null ? [] : [{ key: `${family}/${id}`, number, path: `/${page}/${id}`, day: due, of: { family, status } }],
    ),
  );
}
