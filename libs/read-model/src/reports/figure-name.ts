import type { Tx } from '#platform/database';
import type { ReadCore } from '../read-core.js';
import type { Figure } from './behind.js';
import { scopeShown } from './laid.js';
import { NONE, OWN } from './places.js';
import { reportCasesQuery } from './query.schema.js';
import { reportOf } from './registry.js';
import type { ReportDefinition } from './report.js';
import { hasEarlier, parsed, type Scope, scopeOf } from './scope.js';
import { COUNT, NOT_STATED, type ReportTable } from './shown.js';

export interface FigureName {
  readonly title: string;
  readonly definition: string;
  /** Null = all rows, and the table's own number. */
  readonly row: string | null;
  readonly column: string | null;
  readonly scope: ReportTable['scope'];
}

/** What a figure is called and what it stands on, without counting anything. `query` as for the cases behind it. @throws Refusal as runReport */
export async function figureName(core: ReadCore, id: string, query: unknown, now: string): Promise<FigureName> {
  const definition = reportOf(id);
  const asked = parsed(reportCasesQuery, query);
  const scope = await scopeOf(core, asked, now, hasEarlier(definition));
  const row = asked.row === undefined ? null : await rowLabel(core.database, definition, asked.row);
  return {
    title: definition.title,
    definition: definition.definition,
    row,
    column: columnTitle(definition, scope, asked),
    scope: scopeShown(definition, scope),
  };
}

async function rowLabel(tx: Tx, definition: ReportDefinition, row: string): Promise<string> {
  if (row.startsWith('local:')) {
    const [entry] = await tx.query<{ label: string }>('SELECT label FROM store.local_entry WHERE code = $1', [row.slice(6)]);
    return entry?.label ?? row;
  }
  const rows = definition.shape === 'measured' ? definition.rows([row]) : [...definition.rows, NOT_STATED];
  return rows.find(({ code }) => code === row)?.label ?? row;
}

function columnTitle(definition: ReportDefinition, scope: Scope, { column }: Figure): string | null {
  if (column === COUNT) return null;
  if (definition.shape === 'measured') return definition.columns.find(({ id }) => id === column)?.title ?? column;
  if (column === OWN) return `direkt på ${scope.unit.name}`;
  return column === NONE ? 'utan enhet' : scope.nameOf(column);
}
