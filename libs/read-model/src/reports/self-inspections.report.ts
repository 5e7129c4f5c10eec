import { processHeadings } from '#domain/codes/process-headings';
import { checkVerdicts } from '#domain/codes/self-checks';
import { selfCheckType } from '#domain/selfcheck/index';
import type { Moment, RecordReport } from './report.js';

/** The verdict of the latest occasion whose day is in the period; null where it has none. A fact is “2026-03-31 approved”. */
const verdictIn = ({ from, to }: Pick<Moment, 'from' | 'to'>): string => `(SELECT split_part(o.text, ' ', 2) FROM
  jsonb_array_elements_text(r.facts->'performed') WITH ORDINALITY AS o(text, n)
  WHERE split_part(o.text, ' ', 1)::date >= ${from()} AND split_part(o.text, ' ', 1)::date < ${to()} ORDER BY o.n DESC LIMIT 1)`;

/** The self-checks of a period under the process headings, those without any among them. */
export const selfInspections: RecordReport = {
  shape: 'records',
  id: 'self-inspections',
  group: 'learning',
  question: 'Vad visade egenkontrollerna, och vilka blev inte gjorda?',
  title: 'Egenkontroller efter process',
  definition:
    'Egenkontroller som skulle göras någon gång under perioden, i enheten och under den, efter vad den senaste gången i perioden gav. Perioden gäller den dag då kontrollen senast skulle vara gjord, inte den dag den gjordes. Ej genomförd är inte ej godkänd: den har en orsak och en ny dag. Utan resultat är de som ingen har bedömt än. Enheterna är dagens.',
  records: {
    family: selfCheckType.family,
    during: (period) => `(${verdictIn(period)} IS NOT NULL OR (r.due >= ${period.from()} AND r.due < ${period.to()}))`,
    row: "r.facts->>'process'",
    when: {
      count: 'true',
      ...Object.fromEntries(checkVerdicts.map(({ code }) => [code, (moment: Moment) => `${verdictIn(moment)} = '${code}'`])),
      noVerdict: (moment) => `${verdictIn(moment)} IS NULL`,
    },
  },
  columns: [{ code: 'count', label: 'Antal' }, ...checkVerdicts, { code: 'noVerdict', label: 'Utan resultat' }],
  rows: processHeadings,
};
