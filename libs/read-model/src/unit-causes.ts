import type { Tx } from '#platform/database';
import { STILL } from './read-core.js';
import type { Period } from './reports/periods.js';
import { type Bind, binding } from './visible.js';

/** A cell of the table of causes: the cause's area and what the case was about, `<list>:<code>`. */
export interface Crossing {
  readonly cause: string;
  readonly about: string;
}

/** Whose codes tell what a case of the kind is about; any other kind is about a type of deviation. */
const listOf: Readonly<Record<string, string>> = { complaint: 'complaintCategory', lexSarah: 'lexSarahKind' };
const DEVIATION_TYPE = 'deviationType';
/** What a case `c` is about, as an array: the categories of a complaint, the kinds of a Lex Sarah, the type of a deviation. */
const MARKS = `CASE c.kind WHEN 'complaint' THEN c.categories WHEN 'lexSarah' THEN c.lex_sarah_kinds ELSE ARRAY[c.deviation_type] END`;

/**
 * Cases received in the period by cause and what they are about; `whereSql` says which, over case_list `l`. One with two causes is in two
 * cells. A cause is found after the case was received, never before: so those of the period are read from an index alone.
 */
export async function causesByAbout(
  tx: Tx,
  { from, to }: Period,
  whereSql: (bind: Bind) => string,
): Promise<readonly (Crossing & { readonly cases: number })[]> {
  const { params, bind } = binding();
  const [first, end] = [bind(from), bind(to)];
  const rows = await tx.query<{ cause: string; kind: string; mark: string; cases: number }>(
    `SELECT x.code AS cause, c.kind, m AS mark, count(*)::int AS cases
     FROM read.case_list l
     JOIN read.fact_case c ON c.case_id = l.case_id AND c.to_position = ${STILL} AND c.received_on >= ${first}::date AND c.received_on < ${end}::date
     JOIN (SELECT DISTINCT s.case_id, s.code FROM read.fact_step s WHERE s.type = 'cause' AND s.on_date >= ${first}::date AND s.to_position = ${STILL}) x
       ON x.case_id = l.case_id AND x.code IS NOT NULL
     CROSS JOIN LATERAL unnest(${MARKS}) m
     WHERE ${whereSql(bind)} AND m IS NOT NULL GROUP BY 1, 2, 3`,
    params,
  );
  const sums = new Map<string, Crossing & { cases: number }>();
  for (const { cause, kind, mark, cases } of rows) {
    const about = `${listOf[kind] ?? DEVIATION_TYPE}:${mark}`;
    const known = sums.get(`${cause} ${about}`);
    if (known === undefined) sums.set(`${cause} ${about}`, { cause, about, cases });
    else known.cases += cases;
  }
  return [...sums.values()];
}

/** Behind one cell, SQL over case_list `l`. */
export function crossingSql({ cause, about }: Crossing, bind: Bind): string {
  const [list = '', mark = ''] = about.split(':');
  const kinds = Object.keys(listOf).filter((kind) => listOf[kind] === list);
  const ofKind = list === DEVIATION_TYPE ? `c.kind <> ALL (${bind(Object.keys(listOf))}::text[])` : `c.kind = ANY (${bind(kinds)}::text[])`;
  return `EXISTS (SELECT FROM read.fact_step s WHERE s.case_id = l.case_id AND s.type = 'cause' AND s.to_position = ${STILL} AND s.code = ${bind(cause)})
   AND EXISTS (SELECT FROM read.fact_case c WHERE c.case_id = l.case_id AND c.to_position = ${STILL} AND ${ofKind} AND ${bind(mark)} = ANY (${MARKS}))`;
}
