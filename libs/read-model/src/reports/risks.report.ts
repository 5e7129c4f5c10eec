import { actionType } from '#domain/action/index';
import { riskConsequences, riskLevels, riskProbabilities } from '#domain/codes/risk';
import { riskType } from '#domain/risk/index';
import type { RecordReport } from './report.js';

const onDay = (field: string): string => `((r.facts->>'${field}')::timestamptz AT TIME ZONE 'Europe/Stockholm')::date`;

/** The grid of the quality report: probability down, consequence across, and the number at each level. */
export const risks: RecordReport = {
  shape: 'records',
  id: 'risks',
  group: 'learning',
  question: 'Vilka risker har vi, och hur stora är de?',
  title: 'Risker efter sannolikhet och konsekvens',
  definition:
    'Risker som fanns i registret någon dag under perioden, i enheten och under den, efter den senaste bedömningen. En kritisk risk ska ha en åtgärd, eller ett beslut att godta den med skäl. En bedömning är försenad om dagen för den har gått. Enheterna är dagens.',
  records: {
    family: riskType.family,
    during: ({ from, to }) => `${onDay('identifiedAt')} < ${to()} AND (r.facts->>'closedAt' IS NULL OR ${onDay('closedAt')} >= ${from()})`,
    row: "r.facts->>'probability'",
    when: {
      count: 'true',
      ...Object.fromEntries(riskConsequences.map(({ code }) => [`consequence-${code}`, `r.facts->>'consequence' = '${code}'`])),
      ...Object.fromEntries(riskLevels.map(({ code }) => [code, `r.facts->>'level' = '${code}'`])),
      unanswered: ({ at }) => `r.facts->>'level' = 'critical' AND NOT r.closed AND r.facts->>'acceptedAt' IS NULL
        AND NOT EXISTS (SELECT 1 FROM read.fact_record a WHERE ${at('a')} AND a.family = '${actionType.family}' AND a.status <> 'dropped' AND a.facts->'serves' ? r.stream)`,
      late: ({ today }) => `NOT r.closed AND r.due < ${today()}`,
    },
  },
  columns: [
    { code: 'count', label: 'Antal' },
    ...riskConsequences.map((entry) => ({ ...entry, code: `consequence-${entry.code}`, label: `Konsekvens ${entry.label}` })),
    ...riskLevels,
    { code: 'unanswered', label: 'Kritisk utan åtgärd' },
    { code: 'late', label: 'Bedömning försenad' },
  ],
  rows: riskProbabilities.toReversed(),
};
