import type { Clause, Filter } from '#domain/case/visible';

/** Adds a value to a statement's parameters and gives its name there. */
export type Bind = (value: unknown) => string;

/** A statement's parameters in the making. */
export function binding(): { readonly params: unknown[]; readonly bind: Bind } {
  const params: unknown[] = [];
  return { params, bind: (value) => `$${params.push(value)}` };
}

/**
 * `sees` of the domain as a predicate over case_list `l`; a generated test proves the two equal. Never null, so that what is not seen can
 * be counted by its negation, and in forms that an index answers.
 */
export function visibleSql(filter: Filter, bind: Bind): string {
  if (filter.clauses.length === 0) return 'false';
  const any = filter.clauses.map((clause) => `(${clauseSql(clause, bind)})`).join(' OR ');
  // Hardly any case bars somebody: asked first whether it does, a list of 100,000 is counted in half the time.
  const barred = filter.notBarred === null ? '' : ` AND (l.barred = '{}' OR NOT l.barred @> ARRAY[${bind(filter.notBarred)}::uuid])`;
  return `((${any})${barred})`;
}

function clauseSql({ units, withoutUnit, kinds, lawAreas, handler, reporter }: Clause, bind: Bind): string {
  const conditions = [
    ...(units === null ? [] : [withoutUnit ? `(l.unit IS NULL OR l.unit = ANY(${bind(units)}::text[]))` : known('l.unit', `= ANY(${bind(units)}::text[])`)]),
    ...(kinds === null ? [] : [`l.kind = ANY(${bind(kinds)}::text[])`]),
    ...(lawAreas === null ? [] : [known('l.law_areas', `&& ${bind(lawAreas)}::text[]`)]),
    ...(handler === null ? [] : [known('l.handler', `= ${bind(handler)}::uuid`)]),
    ...(reporter === null ? [] : [known('l.reporter', `= ${bind(reporter)}::uuid`)]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

/** False, not null, where the column is empty. */
const known = (column: string, condition: string): string => `${column} IS NOT NULL AND ${column} ${condition}`;
