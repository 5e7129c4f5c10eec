import { causeAreas } from '#domain/codes/causes';
import { complaintCategories } from '#domain/codes/complaint-categories';
import type { Measure, MeasuredReport } from './report.js';
import { type Code, NOT_STATED } from './shown.js';

/** A third of the year, as units attest them. */
const tertial = (n: 1 | 2 | 3, title: string): Measure => ({
  id: `tertial${n}`,
  title,
  when: `extract(month FROM c.received_on) BETWEEN ${n * 4 - 3} AND ${n * 4}`,
});

/** Category × cause × period: a row for each category and cause that occur together, a column for each tertial. */
export const complaintsByCause: MeasuredReport = {
  shape: 'measured',
  id: 'complaints-by-cause',
  group: 'learning',
  question: 'Vad ligger bakom klagomålen, och när?',
  title: 'Klagomål efter kategori, orsak och tertial',
  definition:
    'Orsaker som en utredning har fastställt i klagomål, synpunkter och förslag, efter ärendets kategori och den tertial då ärendet togs emot. Har ett ärende flera kategorier räknas varje orsak i var och en. En orsak som tagits tillbaka räknas inte. Makulerade ärenden och beröm räknas inte.',
  kinds: ['complaint'],
  where: "c.kind = 'complaint' AND c.opinion_type IS DISTINCT FROM 'praise'",
  ofCases: false,
  // A cause is found after the case was received, never before.
  from: ({ at, from }) =>
    `JOIN read.fact_step x ON x.case_id = c.case_id AND x.type = 'cause' AND x.on_date >= ${from()} AND ${at('x')} LEFT JOIN LATERAL unnest(c.categories) AS m ON true`,
  row: "coalesce(m, 'notStated') || ':' || coalesce(x.code, 'notStated')",
  columns: [{ id: 'count', title: 'Antal', when: 'true' }, tertial(1, 'Januari–april'), tertial(2, 'Maj–augusti'), tertial(3, 'September–december')],
  rows: (inUse) => [...complaintCategories, NOT_STATED].flatMap((category) => rowsOf(category, inUse)),
  notes: ({ count, cases }) => (count > 0 ? [`${count} orsaker efter kategori, i ${cases} ärenden.`] : []),
};

/** A category's causes in their own order. A category without causes has one row; "not stated" has one only where there are some. */
function rowsOf(category: Code, inUse: readonly string[]): readonly Code[] {
  const rows = [...causeAreas, NOT_STATED]
    .map((cause) => ({
      code: `${category.code}:${cause.code}`,
      label: cause === NOT_STATED ? `${category.label} (orsak ej angiven)` : `${category.label}: ${cause.label}`,
    }))
    .filter(({ code }) => inUse.includes(code));
  return rows.length > 0 || category === NOT_STATED ? rows : [category];
}
