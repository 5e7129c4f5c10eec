import { causeAreas, causeLevels } from '#domain/codes/causes';
import { kinds } from '#domain/codes/kinds';
import { columnsOf, type MeasuredReport } from './report.js';
import { withOthers } from './shown.js';

/** Why it happened, by area and level, over all kinds: several causes a case, so marks are counted apart from cases. */
export const causes: MeasuredReport = {
  shape: 'measured',
  id: 'causes',
  group: 'learning',
  question: 'Varför händer det?',
  title: 'Orsaker efter område och nivå',
  definition:
    'Orsaker som en utredning har fastställt, i ärenden av alla slag som togs emot under perioden. Ett ärende kan ha flera orsaker. En orsak som tagits tillbaka räknas inte. Makulerade ärenden räknas inte.',
  kinds: kinds.map(({ code }) => code),
  where: 'true',
  ofCases: false,
  // A cause is found after the case was received, never before.
  from: ({ at, from }) => `JOIN read.fact_step x ON x.case_id = c.case_id AND x.type = 'cause' AND x.on_date >= ${from()} AND ${at('x')}`,
  row: "coalesce(x.code, 'notStated')",
  columns: [
    { id: 'count', title: 'Antal', when: 'true' },
    ...columnsOf(causeLevels, (code) => `x.code2 = '${code}'`),
    { id: 'levelNotStated', title: 'Nivå ej angiven', when: 'x.code2 IS NULL' },
  ],
  rows: (inUse) => withOthers(causeAreas, inUse),
  notes: ({ count, cases }) => (count > 0 ? [`${count} orsaker i ${cases} ärenden.`] : []),
};
