import { labelOf } from '#domain/codes/code';
import { ivoOutcomes } from '#domain/codes/ivo';
import { kinds } from '#domain/codes/kinds';
import { columnsOf, type MeasuredReport } from './report.js';
import { withOthers } from './shown.js';

const notified = kinds.filter(({ code }) => code === 'lexSarah' || code === 'lexMaria');
const exists = (type: string) => (moment: { readonly at: (alias: string) => string }) =>
  `EXISTS (SELECT FROM read.fact_step s WHERE s.case_id = c.case_id AND s.type = '${type}' AND ${moment.at('s')})`;

/** Notifications to IVO by the day they were sent, whenever the case was received; IVO's decisions as known at the table's position. */
export const ivoNotifications: MeasuredReport = {
  shape: 'measured',
  id: 'ivo-notifications',
  group: 'lexSarahAndIvo',
  question: 'Vad har vi anmält till IVO, och vad blev svaret?',
  title: 'Anmälningar till IVO',
  definition:
    'Anmälningar till IVO enligt lex Sarah och lex Maria, räknade på den dag de skickades, oavsett när ärendet togs emot. IVO:s beslut visas som det är känt vid tabellens läge. Makulerade ärenden räknas inte.',
  kinds: notified.map(({ code }) => code),
  where: 'true',
  ofCases: false,
  sentOn: 'x.on_date',
  from: ({ at }) => `JOIN read.fact_step x ON x.case_id = c.case_id AND x.type = 'ivoSent' AND ${at('x')}
    LEFT JOIN LATERAL (SELECT s.code FROM read.fact_step s WHERE s.case_id = c.case_id AND s.type = 'ivoOutcome' AND ${at('s')} ORDER BY s.at DESC, s.key DESC LIMIT 1) o ON true`,
  row: 'c.kind',
  columns: [
    { id: 'count', title: 'Antal', when: 'true' },
    ...columnsOf(ivoOutcomes, (code) => `o.code = '${code}'`),
    { id: 'awaiting', title: 'Inget beslut från IVO ännu', when: 'o.code IS NULL' },
    { id: 'investigationLater', title: 'Varav anmälda före färdig utredning', when: 'NOT x.flag' },
    { id: 'supplemented', title: 'Varav med begäran om komplettering', when: exists('ivoSupplement') },
    { id: 'closed', title: 'Varav avslutade av IVO', when: exists('ivoClosed') },
    { id: 'receivedEarlier', title: 'Varav mottagna före perioden', when: ({ from }) => `c.received_on < ${from()}` },
  ],
  rows: (inUse) => withOthers(notified, inUse, (code) => labelOf(kinds, code)),
};
