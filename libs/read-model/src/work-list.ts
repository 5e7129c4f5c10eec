import type { Filter } from '#domain/case/visible';
import { codeLists } from '#domain/codes/index';
import { endOfDay, stockholmDate } from '#domain/law/calendar';
import type { Organisation } from '#domain/org/units';
import type { Tx } from '#platform/database';
import { codedLists } from './coded-lists.js';
import { organisationNow } from './organisation-at.js';
import { type Bind, binding, visibleSql } from './visible.js';
import { type Waiting, waitingSql } from './waiting.js';
import type { WorkListQuery } from './work-list.schema.js';

export { type WorkListQuery, workListQuery } from './work-list.schema.js';

/** A case in a list: ids, codes and times, never words. */
export interface CaseItem {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly kind: string;
  readonly stage: string;
  readonly since: string;
  readonly unit: string | null;
  readonly lawAreas: readonly string[] | null;
  readonly handler: string | null;
  readonly receivedAt: string;
  readonly opinionType: string | null;
  readonly source: string | null;
  readonly diaryNumber: string | null;
  /** Marked as secret in the diary. */
  readonly secrecy: boolean;
  readonly closedAt: string | null;
  /** The nearest open duty with a date: when, by which rule, whether it is law, and whose it is (`role@unit`). */
  readonly nextDue: string | null;
  readonly nextRule: string | null;
  readonly nextBasis: string | null;
  readonly nextOwner: string | null;
  readonly late: boolean;
  /** What is left of the decision on notification: to make it, or to send what is decided. */
  readonly awaits: 'decision' | 'notification' | null;
  /** A message waits for an answer, also where the case is closed; or the case was opened again. */
  readonly flag: 'written' | 'second' | 'reopened' | null;
}

export interface WorkList {
  readonly items: readonly CaseItem[];
  readonly total: number;
  readonly page: number;
}

export const PAGE_SIZE = 50;

/** The columns of a CaseItem; `$now` is a parameter. */
export const caseItemSql = (now: string): string => `l.case_id AS id, l.number, l.version, l.kind, l.stage, l.since, l.unit, l.law_areas AS "lawAreas",
  l.handler, l.received_at AS "receivedAt", l.opinion_type AS "opinionType", l.source, l.diary_number AS "diaryNumber", l.secrecy, l.closed_at AS "closedAt",
  l.next_due AS "nextDue", l.next_rule AS "nextRule", l.next_basis AS "nextBasis", l.next_owner AS "nextOwner", coalesce(l.next_due < ${now}, false) AS late,
  l.awaits, l.flag`;

/** Numbers are sorted as numbers: KLA-2026-9999 comes before KLA-2026-10000. */
const orders = {
  due: 'l.done, l.next_due, l.received_at DESC, l.case_id',
  received: 'l.received_at, l.case_id',
  '-received': 'l.received_at DESC, l.case_id',
  number: "split_part(l.number, '-', 1), split_part(l.number, '-', 2), length(l.number), l.number",
  '-number': "split_part(l.number, '-', 1) DESC, split_part(l.number, '-', 2) DESC, length(l.number) DESC, l.number DESC",
} as const;

/**
 * The cases that a person may see and asks for: soonest due first, so that overdue ones are on top; undated after them and
 * ended ones last. `now` is an ISO instant.
 */
export async function workList(database: Tx, filter: Filter, query: WorkListQuery, now: string, waiting: Waiting | null = null): Promise<WorkList> {
  const what = await asked(database, filter, query, now, waiting);
  const [total, items] = await Promise.all([count(database, what), pageOf(database, what, query, now)]);
  return { items, total, page: query.page ?? 1 };
}

/** A page of the same list, for a caller that knows how many there are. */
export async function workItems(database: Tx, filter: Filter, query: WorkListQuery, now: string, waiting: Waiting | null = null): Promise<readonly CaseItem[]> {
  return pageOf(database, await asked(database, filter, query, now, waiting), query, now);
}

/** How many cases the same query finds. */
export async function caseCount(database: Tx, filter: Filter, query: WorkListQuery, now: string, waiting: Waiting | null = null): Promise<number> {
  return count(database, await asked(database, filter, query, now, waiting));
}

/** A predicate over case_list `l`, and its parameters. */
interface Predicate {
  readonly where: string;
  readonly params: readonly unknown[];
}

async function count(database: Tx, { where, params }: Predicate): Promise<number> {
  const [row] = await database.query<{ total: number }>(`SELECT count(*)::int AS total FROM read.case_list l WHERE ${where}`, params);
  return row?.total ?? 0;
}

function pageOf(database: Tx, { where, params }: Predicate, { sort, page = 1 }: WorkListQuery, now: string): Promise<readonly CaseItem[]> {
  return database.query<CaseItem>(pageSql(where, (sort ?? 'due') as keyof typeof orders, page, `$${params.length + 1}::timestamptz`), [...params, now]);
}

/**
 * A page of the cases of `where`, over case_list `l`. Their ids are read from an index alone, however many are skipped; then the rows are fetched, by
 * an array of the ids: joined, they would be fetched by whatever plan the planner holds for as cheap as the search before it.
 */
export const pageSql = (where: string, sort: keyof typeof orders, page: number, now: string): string =>
  `SELECT ${caseItemSql(now)} FROM read.case_list l WHERE l.case_id = ANY (ARRAY(
     SELECT l.case_id FROM read.case_list l WHERE ${where} ORDER BY ${orders[sort]} LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}
   )) ORDER BY ${orders[sort]}`;

/** The query as a predicate; `waiting`: only what waits for that person. */
async function asked(database: Tx, filter: Filter, query: WorkListQuery, now: string, waiting: Waiting | null): Promise<Predicate> {
  const organisation = query.unit !== undefined || query.q !== undefined ? await organisationNow(database) : null;
  const { params, bind } = binding();
  const own = waiting === null ? [] : [waitingSql(waiting, bind)];
  return { where: [visibleSql(filter, bind), ...own, ...conditions(query, organisation, now, bind)].join(' AND '), params };
}

function conditions(query: WorkListQuery, organisation: Organisation | null, now: string, bind: Bind): readonly string[] {
  const today = stockholmDate(now);
  const all: string[] = [];
  if (query.kind !== undefined) all.push(`l.kind = ${bind(query.kind)}`);
  if (query.stage === 'open') all.push('NOT l.done');
  else if (query.stage !== undefined) all.push(`l.stage = ${bind(query.stage)}`);
  if (query.unit === 'none') all.push('l.unit IS NULL');
  else if (query.unit !== undefined && organisation !== null) all.push(`l.unit = ANY(${bind(within(organisation, query.unit, today))}::text[])`);
  if (query.handler === 'none') all.push('l.handler IS NULL AND NOT l.done');
  else if (query.handler !== undefined) all.push(`l.handler = ${bind(query.handler)}::uuid`);
  if (query.due !== undefined) all.push(`l.next_due <= ${bind(endOfDay(query.due))}::timestamptz`);
  if (query.overdue === true) all.push(`l.next_due < ${bind(now)}::timestamptz`);
  if (query.overdue === false) all.push(`(l.next_due IS NULL OR l.next_due >= ${bind(now)}::timestamptz)`);
  const words = (query.q ?? '').split(/\s+/).filter((part) => part !== '');
  const each = words.map((word) => wordSql(word, organisation, today, bind));
  // A diary number may have blanks in it ("KS 2026/123"): the text is then one number, or several words.
  if (words.length > 1) all.push(`(${numberSql(words.join(' '), bind)} OR (${each.join(' AND ')}))`);
  else all.push(...each);
  return all;
}

/** The unit itself also where it has ended, and those that it carries on, since their cases still have the old code. */
const within = (organisation: Organisation, unit: string, today: string): readonly string[] => [...new Set([unit, ...organisation.carriedBy(unit, today)])];

/** The units that a word names by code or by a part of their name, with those that they carry on. */
export function unitsNamed(word: string, organisation: Organisation, today: string): readonly string[] {
  const lower = word.toLocaleLowerCase('sv');
  const named = organisation.at(today).filter(({ code, name }) => code === lower || name.toLocaleLowerCase('sv').includes(lower));
  return [...new Set(named.flatMap(({ code }) => within(organisation, code, today)))];
}

/**
 * A word of `q`: how a number or diary number begins or ends, a unit by code or name, or a code by its label. Words that people wrote
 * are found by search.ts. Numbers are found by their beginning ("AVV-2026") or their end ("0042"), and both are read from an index.
 */
export function wordSql(word: string, organisation: Organisation | null, today: string, bind: Bind): string {
  const lower = word.toLocaleLowerCase('sv');
  const units = organisation === null ? [] : unitsNamed(word, organisation, today);
  const codes = Object.entries(codedLists).flatMap(([prefix, list]) =>
    (codeLists[list] ?? [])
      .filter(({ code, label }) => code.toLowerCase() === lower || label.toLocaleLowerCase('sv').includes(lower))
      .map(({ code }) => `${prefix}:${code}`),
  );
  return `(${numberSql(word, bind)} OR l.unit = ANY(${bind(units)}::text[]) OR l.codes && ${bind(codes)}::text[])`;
}

/** A number or diary number that begins or ends so. */
function numberSql(word: string, bind: Bind): string {
  const escaped = (text: string) => bind(`${text.replace(/[\\%_]/g, '\\$&')}%`);
  const upper = word.toUpperCase();
  const begins = escaped(upper);
  const ends = escaped([...upper].reverse().join(''));
  return ['l.number', 'l.diary_number'].flatMap((column) => [`upper(${column}) LIKE ${begins}`, `reverse(upper(${column})) LIKE ${ends}`]).join(' OR ');
}
