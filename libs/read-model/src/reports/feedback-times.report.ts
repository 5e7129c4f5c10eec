import { kinds } from '#domain/codes/kinds';
import type { Measure, MeasuredReport } from './report.js';
import { withOthers } from './shown.js';

const ANSWERED = 'x.day IS NOT NULL';
const days = 'x.day - c.received_on';
const workdays = 'answered.workday - received.workday';
/** The number of days within which this share of the answers had been given. */
const time = (id: string, title: string, part: number, of: string): Measure => ({
  id,
  title,
  when: ANSWERED,
  value: `(percentile_disc(${part}) WITHIN GROUP (ORDER BY ${of}))`,
});

/** How long people waited for an answer: the median and the 90th percentile. */
export const feedbackTimes: MeasuredReport = {
  shape: 'measured',
  id: 'feedback-times',
  group: 'times',
  question: 'Hur länge får man vänta på svar?',
  title: 'Tid till svar',
  definition:
    'Tid från att ärendet togs emot till det första svaret till den som klagat eller rapporterat, eller till den det gäller, i hela dagar och arbetsdagar. Medianen är det antal dagar inom vilket minst hälften av de besvarade fick svar, 90:e percentilen det inom vilket minst nio av tio fick det. Ärenden som togs emot under perioden. Beröm och makulerade ärenden räknas inte, och inte heller införda ärenden utan uppgift om svar.',
  kinds: kinds.map(({ code }) => code),
  where: "c.opinion_type IS DISTINCT FROM 'praise'",
  among: `(NOT c.imported OR ${ANSWERED})`,
  ofCases: false,
  oneEach: true,
  from: ({ at, from }) => `LEFT JOIN (
      SELECT s.case_id, min(s.on_date) FILTER (WHERE s.flag) AS day, bool_or(NOT s.flag) AS impossible FROM read.fact_step s
      WHERE s.type = 'feedback' AND s.code2 = 'answer' AND s.code NOT IN ('board', 'staffGroup', 'provider') AND s.on_date >= ${from()} AND ${at('s')} GROUP BY 1
    ) x ON x.case_id = c.case_id
    LEFT JOIN read.calendar_day received ON received.day = c.received_on LEFT JOIN read.calendar_day answered ON answered.day = x.day`,
  row: 'c.kind',
  columns: [
    { id: 'count', title: 'Ärenden', when: 'true' },
    { id: 'answered', title: 'Besvarade', when: ANSWERED },
    { id: 'notPossible', title: 'Gick inte att besvara', when: 'x.day IS NULL AND x.impossible' },
    { id: 'unanswered', title: 'Utan svar', when: 'x.day IS NULL AND x.impossible IS NOT TRUE' },
    time('medianDays', 'Median, dagar', 0.5, days),
    time('p90Days', '90:e percentilen, dagar', 0.9, days),
    time('medianWorkdays', 'Median, arbetsdagar', 0.5, workdays),
    time('p90Workdays', '90:e percentilen, arbetsdagar', 0.9, workdays),
  ],
  rows: (inUse) => withOthers(kinds, inUse),
  notes: ({ totals }) => ((totals['answered'] ?? 0) > 0 ? ['Där inget svar har getts finns ingen tid att mäta.'] : []),
};
