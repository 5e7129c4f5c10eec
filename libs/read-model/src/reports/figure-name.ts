import { STILL } from '#organisation/organisation-at';
import type { Tx } from '#platform/database';
import type { Figure } from './drill-down.js';
import { NONE, OWN } from './places.js';
import type { ReportDefinition } from './report.js';
import type { Scope } from './scope.js';
import { COUNT, NOT_STATED, type ReportTable } from './shown.js';
import { scopeShown } from './table-layout.js';

export interface FigureName {
  readonly title: string;
  readonly definition: string;
  /** Null = all rows, the table's own number. */
  readonly row: string | null;
  readonly column: string | null;
  readonly scope: ReportTable['scope'];
}

/** The name and the scope of a figure, without counting anything. */
export async function figureName(tx: Tx, definition: ReportDefinition, scope: Scope, figure: Figure): Promise<FigureName> {
  const row = figure.row === undefined ? null : await rowLabel(tx, definition, figure.row);
  return {
    title: definition.title,
    definition: definition.definition,
    row,
    column: columnTitle(definition, scope, figure),
    scope: scopeShown(definition, scope),
  };
}

async function rowLabel(tx: Tx, definition: ReportDefinition, row: string): Promise<string> {
  if (row.startsWith('local:')) {
    const [entry] = await tx.query<{ label: string }>(`SELECT label FROM store.local_entry WHERE code = $1 AND to_position = ${STILL}`, [row.slice(6)]);
    return entry?.label ?? row;
  }
  const rows = definition.shape === 'measured' ? definition.rows([row]) : definition.shape === 'records' ? definition.rows : [...definition.rows, NOT_STATED];
  return rows.find(({ code }) => code === row)?.label ?? row;
}

function columnTitle(definition: ReportDefinition, scope: Scope, { column }: Figure): string | null {
  if (column === COUNT) return null;
  if (definition.shape === 'measured') return definition.columns.find(({ id }) => id === column)?.title ?? column;
  if (definition.shape === 'records') return definition.columns.find(({ code }) => code === column)?.label ?? column;
  if (column === OWN) return `direkt på ${scope.unit.name}`;
  return column === NONE ? 'utan enhet' : scope.nameOf(column);
}
