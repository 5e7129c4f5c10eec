import { actionStatuses } from '#domain/codes/actions';
import { causeLevels } from '#domain/codes/causes';
import { lexSarahOutcomes } from '#domain/codes/lex-sarah';
import { riskLevels } from '#domain/codes/risk';
import type { ReportTable } from '#read-model/reports/run';
import { MOST_PARTS } from '#ui/chart/patterns';

/** How a report is drawn: one number per row, or the columns that add up to a row. */
export type Drawn =
  | { readonly shape: 'bars'; readonly column: string; readonly measure?: string }
  | { readonly shape: 'parts'; readonly columns: readonly string[]; readonly ofOrganisation?: true };

const count: Drawn = { shape: 'bars', column: 'count' };
const codes = (list: readonly { readonly code: string }[]): readonly string[] => list.map(({ code }) => code);

const measured: Readonly<Record<string, Drawn>> = {
  'lex-sarah-cross': { shape: 'parts', columns: [...codes(lexSarahOutcomes), 'notDecided'] },
  causes: { shape: 'parts', columns: [...codes(causeLevels), 'levelNotStated'] },
  'complaints-by-cause': { shape: 'parts', columns: ['tertial1', 'tertial2', 'tertial3'] },
  actions: { shape: 'parts', columns: ['proposed', ...codes(actionStatuses)] },
  risks: { shape: 'parts', columns: codes(riskLevels) },
  'deadlines-kept': { shape: 'parts', columns: ['kept', 'late', 'undated', 'overdue', 'running', 'notApplicable'] },
  'feedback-times': { shape: 'bars', column: 'medianDays', measure: 'dagar' },
  'ivo-notifications': count,
};

/** A table whose columns are parts of the organisation is drawn by them, where they are few enough to be told apart. */
export function drawnAs({ id, columns }: Pick<ReportTable, 'id' | 'columns'>): Drawn {
  const parts = columns.slice(1).map((column) => column.id);
  const drawn = measured[id];
  // A column whose code does not hold in the period is not in the table.
  if (drawn?.shape === 'parts') return { ...drawn, columns: drawn.columns.filter((part) => parts.includes(part)) };
  return drawn ?? (parts.length > 1 && parts.length <= MOST_PARTS ? { shape: 'parts', columns: parts, ofOrganisation: true } : count);
}
