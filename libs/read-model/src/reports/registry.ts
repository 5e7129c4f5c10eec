import { refuse } from '#domain/errors';
import { complaintsByCategory } from './complaints-by-category.report.js';
import { complaintsBySource } from './complaints-by-source.report.js';
import type { ReportDefinition } from './report.js';

/** Every report there is; a new one is a file and a line here. */
export const reports: readonly ReportDefinition[] = [complaintsBySource, complaintsByCategory];

/** @throws Refusal notFound */
export const reportOf = (id: string): ReportDefinition =>
  reports.find((report) => report.id === id) ?? refuse('notFound', [{ field: 'id', text: 'Det finns ingen sådan rapport' }]);
