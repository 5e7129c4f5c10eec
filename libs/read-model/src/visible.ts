import type { Clause, Filter } from '#domain/case/visible';
import { grouped } from './grouped.js';

/** Adds a value to a statement's parameters and returns its placeholder. */
export type Bind = (value: unknown) => string;

/** A statement's parameters while it is built. */
export function binding(): { readonly params: unknown[]; readonly bind: Bind } {
  const params: unknown[] = [];
  return { params, bind: (value) => `$${params.push(value)}` };
}

/**
 * `sees` of the domain as a predicate over case_list `l`; a generated test proves the two equal. Never null, so that the rest can
 * be counted by its negation. Written to be fast over 100,000 rows: units that several clauses share are tested once, cheap
 * conditions come first, and the few cases that bar the person are listed beforehand, since the planner assumes that a subquery excludes half of all.
 * What few cases have in an array (whom they need, what carries them on) is read by a subquery of its own, which is made once and only when no
 * other clause has let a case through: all else of a case stands in the indexes of the lists, so that rows are not fetched to be counted or skipped.
 */
export function visibleSql(filter: Filter, bind: Bind): string {
  return filteredSql(filter, bind, '');
}

/**
 * `readable` of the domain in the same way. A person who may take a single step in spite of a conflict of interest sees the case by it, and reads
 * nothing of it.
 */
export function readableSql(filter: Filter, bind: Bind): string {
  const but = filter.notBarred === null ? '' : ` AND NOT l.excepted @> ARRAY[${bind(filter.notBarred)}::uuid]`;
  return `(${filteredSql(filter, bind, but)}${but})`;
}

function filteredSql(filter: Filter, bind: Bind, but: string): string {
  if (filter.clauses.length === 0) return 'false';
  // Bound only where it is used: a parameter that the statement does not name has no type.
  const any = filter.carried.length === 0 ? anySql(filter.clauses, bind) : `(${anySql(filter.clauses, bind)} OR (${carriedSql(filter, bind, but)}))`;
  const barred =
    filter.notBarred === null
      ? ''
      : ` AND l.case_id <> ALL (ARRAY(SELECT b.case_id FROM read.case_list b WHERE b.barred <> '{}' AND b.barred @> ARRAY[${bind(filter.notBarred)}::uuid]))`;
  return `(${any}${barred})`;
}

/** The cases that are carried on by one that the person takes part in, however many steps away. */
const carriedSql = (filter: Filter, bind: Bind, but: string): string => `l.case_id IN (
  WITH RECURSIVE carried (root, case_id) AS (
    SELECT r.case_id, unnest(r.carried_on_by) FROM read.case_list r WHERE r.carried_on_by <> '{}'
    UNION SELECT p.root, unnest(c.carried_on_by) FROM carried p JOIN read.case_list c ON c.case_id = p.case_id AND c.carried_on_by <> '{}')
  SELECT carried.root FROM carried JOIN read.case_list l ON l.case_id = carried.case_id WHERE ${anySql(filter.carried, bind)}${
    filter.notBarred === null ? '' : ` AND NOT l.barred @> ARRAY[${bind(filter.notBarred)}::uuid]`
  }${but})`;

/** Whether any of the clauses holds for `l`. */
function anySql(clauses: readonly Clause[], bind: Bind): string {
  return `(${[...grouped(clauses, placeOf)].map(([, some]) => `(${placedSql(some, bind)})`).join(' OR ')})`;
}

const placeOf = ({ units, withoutUnit }: Clause): string => JSON.stringify([units, withoutUnit]);

/** Clauses that are about the same units. */
function placedSql(clauses: readonly Clause[], bind: Bind): string {
  const { units, withoutUnit } = clauses[0] as Clause;
  const rest = clauses.map((clause) => `(${restSql(clause, bind)})`).join(' OR ');
  if (units === null) return rest;
  const placed = `${withoutUnit ? 'l.unit IS NULL OR' : 'l.unit IS NOT NULL AND'} l.unit = ANY(${bind(units)}::text[])`;
  return `(${placed}) AND (${rest})`;
}

function restSql({ kinds, lawAreas, handler, lead, reporter, called }: Clause, bind: Bind): string {
  const conditions = [
    ...(kinds === null ? [] : [`l.kind = ANY(${bind(kinds)}::text[])`]),
    ...(lawAreas === null ? [] : [lawSql(lawAreas, bind)]),
    ...(handler === null ? [] : [known('l.handler', `= ${bind(handler)}::uuid`)]),
    ...(lead === null ? [] : [known('l.lead', `= ${bind(lead)}::uuid`)]),
    ...(reporter === null ? [] : [known('l.reporter', `= ${bind(reporter)}::uuid`)]),
    ...(called === null ? [] : [`l.case_id IN (SELECT n.case_id FROM read.case_list n WHERE n.called <> '{}' AND n.called @> ARRAY[${bind(called)}::text])`]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

/** Whether any of the laws is stated; null among them: none is. */
function lawSql(lawAreas: readonly (string | null)[], bind: Bind): string {
  const stated = known('l.law_areas', `&& ${bind(lawAreas.filter((law) => law !== null))}::text[]`);
  return lawAreas.includes(null) ? `(cardinality(coalesce(l.law_areas, '{}')) = 0 OR (${stated}))` : stated;
}

/** False, not null, where the column is empty. */
const known = (column: string, condition: string): string => `${column} IS NOT NULL AND ${column} ${condition}`;
