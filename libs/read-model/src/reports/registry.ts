import { refuse } from '#domain/errors';
import { actions } from './actions.report.js';
import { causes } from './causes.report.js';
import { complaintsByCategory } from './complaints-by-category.report.js';
import { complaintsByCause } from './complaints-by-cause.report.js';
import { complaintsBySource } from './complaints-by-source.report.js';
import { deadlinesKept } from './deadlines-kept.report.js';
import { deviationsByType } from './deviations-by-type.report.js';
import { feedbackTimes } from './feedback-times.report.js';
import { ivoNotifications } from './ivo-notifications.report.js';
import { lexSarahByKind } from './lex-sarah-by-kind.report.js';
import { lexSarahByOutcome } from './lex-sarah-by-outcome.report.js';
import { lexSarahCross } from './lex-sarah-cross.report.js';
import type { ReportDefinition } from './report.js';
import { risks } from './risks.report.js';
import { selfInspections } from './self-inspections.report.js';
import { supervision } from './supervision.report.js';

/** Every report, in the order that a page shows them; a new one is a file and a line here. */
export const reports: readonly ReportDefinition[] = [
  complaintsBySource,
  complaintsByCategory,
  deviationsByType,
  lexSarahByKind,
  lexSarahByOutcome,
  lexSarahCross,
  ivoNotifications,
  supervision,
  causes,
  complaintsByCause,
  actions,
  risks,
  selfInspections,
  deadlinesKept,
  feedbackTimes,
];

/** @throws Refusal notFound */
export const reportOf = (id: string): ReportDefinition =>
  reports.find((report) => report.id === id) ?? refuse('notFound', [{ field: 'id', text: 'Det finns ingen sådan rapport' }]);
