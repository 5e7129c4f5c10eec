import { feedbackTimes } from '#read-model/reports/feedback-times.report';
import { lexSarahCross } from '#read-model/reports/lex-sarah-cross.report';
import { measure } from '#read-model/reports/measure';
import { reportQuery } from '#read-model/reports/query.schema';
import type { MeasuredReport } from '#read-model/reports/report';
import { parsed, scopeOf } from '#read-model/reports/scope';
import { atFiguresOfAYear } from './told-cases.js';

const { core } = atFiguresOfAYear();

/** The line of all rows together, and the number of cases. */
async function sums(definition: MeasuredReport) {
  const query = parsed(reportQuery, { from: '2025-01-01', to: '2026-01-01', unit: 'namnd' });
  const scope = await scopeOf(core(), query, core().clock.now().toISOString(), false);
  const { lines, cases } = await measure(core().database, definition, scope, null);
  expect(lines.filter(({ row }) => row === null)).toHaveLength(1);
  return { all: lines.find(({ row }) => row === null)?.figures, cases };
}

describe('The sums of a measured report', () => {
  const columns = feedbackTimes.columns.filter(({ value }) => value === undefined);

  test('of counts alone are those of the same report with a time beside them, with and without oneEach', async () => {
    const { oneEach: _, ...each } = feedbackTimes;
    const { all, cases } = await sums(feedbackTimes);
    const counts = Object.fromEntries(columns.map(({ id }) => [id, all?.[id]]));
    expect(counts['count']).toBeGreaterThan(0);
    expect(await sums({ ...feedbackTimes, columns })).toEqual({ all: counts, cases });
    expect(await sums({ ...each, columns })).toEqual({ all: counts, cases });
  });

  test('of marks are more than the cases that they stand on', async () => {
    const { all, cases } = await sums(lexSarahCross);
    expect(all?.['count']).toBeGreaterThan(cases);
  });
});
