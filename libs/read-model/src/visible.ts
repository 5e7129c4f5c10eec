import type { Clause, Filter } from '#domain/case/visible';

/** Adds a value to a statement's parameters and gives its name there. */
export type Bind = (value: unknown) => string;

/** A statement's parameters in the making. */
export function binding(): { readonly params: unknown[]; readonly bind: Bind } {
  const params: unknown[] = [];
  return { params, bind: (value) => `$${params.push(value)}` };
}

/** `sees` of the domain as a predicate over case_list `l`; never null. A generated test proves the two equal. */
export function visibleSql(filter: Filter, bind: Bind): string {
  if (filter.clauses.length === 0) return 'false';
  const any = filter.clauses.map((clause) => `(${clauseSql(clause, bind)})`).join(' OR ');
  const barred = filter.notBarred === null ? '' : ` AND NOT l.barred @> ARRAY[${bind(filter.notBarred)}::uuid]`;
  return `(coalesce(${any}, false)${barred})`;
}

function clauseSql({ units, withoutUnit, kinds, lawAreas, handler, reporter }: Clause, bind: Bind): string {
  const conditions = [
    ...(units === null ? [] : [withoutUnit ? `(l.unit IS NULL OR l.unit = ANY(${bind(units)}::text[]))` : `l.unit = ANY(${bind(units)}::text[])`]),
    ...(kinds === null ? [] : [`l.kind = ANY(${bind(kinds)}::text[])`]),
    ...(lawAreas === null ? [] : [`l.law_areas && ${bind(lawAreas)}::text[]`]),
    ...(handler === null ? [] : [`l.handler = ${bind(handler)}::uuid`]),
    ...(reporter === null ? [] : [`l.reporter = ${bind(reporter)}::uuid`]),
  ];
  return conditions.length === 0 ? 'true' : conditions.map((condition) => `coalesce(${condition}, false)`).join(' AND ');
}
