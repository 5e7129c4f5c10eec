import type { Tx } from '#platform/database';
import { STILL } from './read-core.js';
import { type Bind, binding } from './visible.js';

/** A cell of the table of causes: the cause's area and what the case was about, `<list>:<code>`. */
export interface Crossing {
  readonly cause: string;
  readonly about: string;
}

/** What a case is about, a row each: the categories of a complaint, the kinds of a Lex Sarah, the type of a deviation. */
const ABOUT = `SELECT unnest(CASE c.kind WHEN 'complaint' THEN ARRAY(SELECT 'complaintCategory:' || m FROM unnest(c.categories) m)
    WHEN 'lexSarah' THEN ARRAY(SELECT 'lexSarahKind:' || m FROM unnest(c.lex_sarah_kinds) m) ELSE ARRAY['deviationType:' || c.deviation_type] END) AS about
  FROM read.fact_case c WHERE c.case_id = l.case_id AND c.to_position = ${STILL}`;
const CAUSES = `read.fact_step x WHERE x.case_id = l.case_id AND x.type = 'cause' AND x.to_position = ${STILL}`;

/** Cases by cause and what they are about; `whereSql` says which, over case_list `l`. One with two causes is in two cells. */
export function causesByAbout(tx: Tx, whereSql: (bind: Bind) => string): Promise<readonly (Crossing & { readonly cases: number })[]> {
  const { params, bind } = binding();
  return tx.query(
    `SELECT x.code AS cause, a.about, count(DISTINCT l.case_id)::int AS cases
     FROM read.case_list l CROSS JOIN LATERAL (SELECT x.code FROM ${CAUSES}) x CROSS JOIN LATERAL (${ABOUT}) a
     WHERE ${whereSql(bind)} AND a.about IS NOT NULL AND x.code IS NOT NULL GROUP BY 1, 2`,
    params,
  );
}

/** Behind one cell, SQL over case_list `l`. */
export const crossingSql = ({ cause, about }: Crossing, bind: Bind): string =>
  `EXISTS (SELECT FROM ${CAUSES} AND x.code = ${bind(cause)}) AND ${bind(about)} IN (${ABOUT})`;
