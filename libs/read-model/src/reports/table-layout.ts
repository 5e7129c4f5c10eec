import type { Coverage } from './attested.js';
import type { ReportDefinition } from './report.js';
import { hasEarlier, type Scope } from './scope.js';
import type { ReportTable } from './shown.js';
import type { Labels } from './table.js';

/** What a table is laid out with beside its figures. */
export interface TableLayout {
  readonly coverage: Coverage;
  readonly labels: Labels;
  /** What is told of the cases and of what could not be read. */
  readonly notes: readonly string[];
}

export const scopeShown = (definition: ReportDefinition, scope: Scope): ReportTable['scope'] => ({
  unit: scope.unit.code,
  from: scope.from,
  to: scope.to,
  by: definition.shape === 'records' ? 'registered' : hasEarlier(definition) ? 'sent' : 'received',
  asOf: scope.asOf,
  organisation: scope.mode,
  provider: scope.provider,
  position: scope.position,
});

/** The cases behind a row's number, at the table's own position: what is counted can be named. */
export function casesUrl(definition: ReportDefinition, scope: Scope, row: string): string {
  const query = new URLSearchParams({
    unit: scope.unit.code,
    from: scope.from,
    to: scope.to,
    asOf: `position:${scope.position}`,
    organisation: scope.mode,
    ...(scope.praise ? { praise: 'include' } : {}),
    ...(scope.provider === null ? {} : { provider: scope.provider }),
    row,
  });
  return `/api/reports/${definition.id}/cases?${query.toString()}`;
}
