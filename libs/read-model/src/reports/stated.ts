import { labelOf } from '#domain/codes/code';
import { statedSources } from '#domain/codes/stated-sources';
import type { Tx } from '#platform/database';
import type { ReportDefinition } from './report.js';
import type { Scope } from './scope.js';
import type { ReportTable } from './shown.js';

/** A figure that a text states, in the table's own codes; `row` null = the cases of the whole table. */
interface Stated {
  readonly row: string | null;
  readonly figure: number;
  readonly source: string;
  readonly page: number | null;
}

/** Figures that a text has stated of just this table, as known at its position: the latest of each. */
export async function statedFigures(tx: Tx, definition: ReportDefinition, { unit, from, to, position, praise, provider }: Scope): Promise<readonly Stated[]> {
  if (praise || provider !== null) return [];
  return tx.query<Stated>(
    `SELECT DISTINCT ON (open->>'source', open->>'row') open->>'row' AS row, (open->>'figure')::int AS figure, open->>'source' AS source, (open->>'page')::int AS page
     FROM store.events
     WHERE stream = $1 AND type = 'FigureStated' AND position <= $2 AND open->>'report' = $3 AND open->>'from' = $4 AND open->>'to' = $5
     ORDER BY open->>'source', open->>'row' NULLS FIRST, version DESC`,
    [`unit/${unit.code}`, position, definition.id, from, to],
  );
}

/** Where text and table differ, both are shown; neither is adjusted (R-343, INC-01). */
export function statedNotes(stated: readonly Stated[], table: ReportTable): readonly string[] {
  return stated.flatMap(({ row, figure, source, page }) => {
    const found = table.rows.find(({ code }) => code === row);
    const counted = (row === null ? table.totals.cases : found?.values['count']) ?? 0;
    if (counted === figure) return [];
    const where = `${labelOf(statedSources, source)}${page === null ? '' : `, s. ${page}`}`;
    return [
      `${row === null ? '' : `${found?.label ?? row}: `}Uppgivet i text: ${figure} (${where}). Tabellen räknar ${counted} enskilda ärenden: skillnaden är ${Math.abs(figure - counted)}.`,
    ];
  });
}
