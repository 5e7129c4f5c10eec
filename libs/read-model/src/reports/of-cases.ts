import { inSentence } from '#domain/codes/in-sentence';
import { kinds } from '#domain/codes/kinds';
import type { Tx } from '#platform/database';
import { binding } from '../visible.js';
import type { CaseReport, Tally } from './report.js';
import type { Scope } from './scope.js';
import { sourceSql } from './source.js';

/** A case that became another is counted in both tables and noted here; cases of one incident are noted too (docs/law/practice.md#counting). */
const goneOn: readonly Tally[] = kinds.map(({ code, label }) => ({
  when: `'${code}' = ANY(c.converted_to)`,
  says: (n) => `Varav övergått i ${inSentence(label)} (eller gett upphov till ett sådant ärende): ${n}. De räknas också i den tabellen.`,
}));
const privately: Tally = { when: 'NOT p.own', says: (n) => `Varav hos privata utförare: ${n}.` };

/** Notes on a table's cases beside its figures: several of one incident, become another kind, private, cancelled. */
export async function ofCases(tx: Tx, definition: CaseReport, scope: Scope): Promise<readonly string[]> {
  if (!definition.ofCases) return [];
  const { params, bind } = binding();
  const { sql } = sourceSql(definition, scope, bind, { joined: false, cancelled: true });
  const tallies = [...goneOn, ...(scope.provider === null ? [privately] : []), ...(definition.beside ?? [])];
  const counted = `c.cancelled_at IS NULL AND c.duplicate_of IS NULL AND ${countedSql(definition, scope)}`;
  const [sums] = await tx.query<{ cases: number; incidents: number; cancelled: number; duplicates: number; tallies: readonly number[] }>(
    `SELECT count(*) FILTER (WHERE counted)::int AS cases, count(DISTINCT t.incident_id) FILTER (WHERE counted)::int AS incidents,
       count(*) FILTER (WHERE cancelled)::int AS cancelled, count(*) FILTER (WHERE duplicate)::int AS duplicates, ARRAY[${tallies.map((_, n) => `count(*) FILTER (WHERE counted AND t${n})`).join(', ')}]::int[] AS tallies
     FROM (SELECT c.incident_id, ${counted} AS counted, c.cancelled_at IS NOT NULL AS cancelled, c.cancelled_at IS NULL AND c.duplicate_of IS NOT NULL AS duplicate, ${tallies.map(({ when }, n) => `${when} AS t${n}`).join(', ')} ${sql}) t`,
    params,
  );
  if (sums === undefined) return [];
  const { cases, incidents, cancelled, duplicates } = sums;
  return [
    ...(incidents > 0 && incidents !== cases ? [`${cases} ärenden gäller ${incidents} händelser.`] : []),
    ...tallies.flatMap(({ says }, n) => ((sums.tallies[n] ?? 0) > 0 ? [says(sums.tallies[n] as number)] : [])),
    ...(cancelled > 0 ? [`Makulerade, som inte räknas: ${cancelled}.`] : []),
    ...(duplicates > 0 ? [`Dubbletter, som räknas i det ärende som kom först: ${duplicates}.`] : []),
  ];
}

/** The cases that the table counts: all but those left out by their own code. */
export function countedSql(definition: CaseReport, scope: Scope): string {
  if (definition.shape === 'measured' || definition.aside === undefined) return 'true';
  const included = Object.entries(definition.asides ?? {}).flatMap(([code, { withPraise }]) => (scope.praise && withPraise === true ? [`'${code}'`] : []));
  const isLeftOut = `(${definition.aside}) IS NOT NULL`;
  return included.length === 0 ? `NOT (${isLeftOut})` : `(NOT (${isLeftOut}) OR (${definition.aside}) IN (${included.join(', ')}))`;
}
