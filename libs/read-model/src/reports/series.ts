import { stockholmDate } from '#domain/law/calendar';
import type { ReadCore } from '../read-core.js';
import { binding } from '../visible.js';
import { attestations, coverageOf } from './attested.js';
import { countedSql } from './of-cases.js';
import { type Period, partsOf } from './periods.js';
import { cacheAtPosition, cacheKeyOf } from './position-cache.js';
import { reportQuery } from './query.schema.js';
import { reportOf } from './registry.js';
import type { CaseReport } from './report.js';
import { hasEarlier, parsed, type Scope, scopeOf } from './scope.js';
import { sourceSql } from './source.js';

/** A month or a tertial and its number of cases; null where no zero has been attested. */
export interface Part extends Period {
  readonly cases: number | null;
}

/** How a table's cases spread over its period: by month within a year, by tertial over several. Parts that have not begun are left out. */
export async function reportSeries(core: ReadCore, id: string, query: unknown, now: string): Promise<readonly Part[]> {
  const definition = reportOf(id);
  // A register has no events that spread over a period.
  if (definition.shape === 'records') return [];
  const scope = await scopeOf(core, parsed(reportQuery, query), now, hasEarlier(definition));
  const today = stockholmDate(now);
  // By month the numbers of others would be small ones.
  if (!scope.isOwn) return [];
  return cacheAtPosition(core.database, cacheKeyOf(scope, 'series', id, today), () => seriesOf(core, definition, scope, today));
}

async function seriesOf(core: ReadCore, definition: CaseReport, scope: Scope, today: string): Promise<readonly Part[]> {
  const parts = partsOf(scope, today);
  const [counted, said] = await Promise.all([perMonth(core, definition, scope), attestations(core.database, scope)]);
  return parts.map(({ from, to }) => {
    const cases = counted.filter(({ month }) => month >= from.slice(0, 7) && month < upTo(to)).reduce((sum, row) => sum + row.cases, 0);
    const leaves = scope.leaves.flatMap((leaf) => {
      const own = { ...leaf, from: leaf.from < from ? from : leaf.from, to: leaf.to > to ? to : leaf.to };
      return own.from < own.to ? [own] : [];
    });
    const attested = cases === 0 && coverageOf(leaves, definition.kinds, said).columns.size > 0;
    return { from, to, cases: cases > 0 || attested ? cases : null };
  });
}

/** The month after the last one that a day before `to` is in. */
const upTo = (to: string): string => (to.endsWith('-01') ? to.slice(0, 7) : `${to.slice(0, 7)}~`);

async function perMonth(core: ReadCore, definition: CaseReport, scope: Scope): Promise<readonly { readonly month: string; readonly cases: number }[]> {
  const { params, bind } = binding();
  const day = definition.shape === 'measured' ? (definition.sentOn ?? 'c.received_on') : 'c.received_on';
  const joined = definition.shape === 'measured';
  const { sql } = sourceSql(definition, scope, bind, { joined, cancelled: false });
  const isCase = !joined || (definition.shape === 'measured' && definition.oneEach === true);
  return core.database.query(
    `SELECT to_char(${day}, 'YYYY-MM') AS month, count(${isCase ? '*' : 'DISTINCT c.case_id'})::int AS cases
     ${sql} AND ${countedSql(definition, scope)} GROUP BY 1`,
    params,
  );
}
