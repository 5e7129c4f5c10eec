import { reviewers } from '#domain/codes/reviews';
import { reviewType } from '#domain/review/index';
import type { Moment, RecordReport } from './report.js';

const number = (field: string): string => `(r.facts->>'${field}')::int`;
const wentOnAtTheEnd = ({ to }: Pick<Moment, 'to'>): string => `(r.facts->>'until' IS NULL OR (r.facts->>'until')::date >= ${to()})`;

/** Reviews and supervision that went on in a period, by who reviews, with what they showed and what is still open. */
export const supervision: RecordReport = {
  shape: 'records',
  id: 'supervision',
  group: 'lexSarahAndIvo',
  question: 'Vilka granskningar har vi haft, och vad är inte klart?',
  title: 'Granskningar och tillsyn efter granskare',
  definition:
    'Granskningar som pågick någon dag under perioden, i enheten och under den: från den dag eller månad de gjordes eller blev kända till dess att de avslutades. En granskning räknas därför också året efter om den inte är avslutad då. Känns bara månaden eller året räknas hela. Kritik, yttranden och skadestånd är som de är antecknade i dag. Enheterna är dagens.',
  records: {
    family: reviewType.family,
    during: ({ from, to }) => `(r.facts->>'from')::date < ${to()} AND (r.facts->>'until' IS NULL OR (r.facts->>'until')::date >= ${from()})`,
    row: "r.facts->>'by'",
    when: {
      count: 'true',
      noFindings: "(r.facts->>'noFindings')::boolean",
      criticism: `${number('points')} > 0`,
      general: `${number('generalPoints')} > 0`,
      unanswered: `${number('unanswered')} > 0`,
      statement: `${number('statements')} > 0`,
      statementLeft: "r.facts->>'statementDue' IS NOT NULL",
      damages: "(r.facts->>'damages')::boolean",
      ongoing: wentOnAtTheEnd,
    },
  },
  columns: [
    { code: 'count', label: 'Antal' },
    { code: 'noFindings', label: 'Inga brister' },
    { code: 'criticism', label: 'Med kritik' },
    { code: 'general', label: 'Kritik av allmän karaktär' },
    { code: 'unanswered', label: 'Kritik utan åtgärd' },
    { code: 'statement', label: 'Yttrande begärt' },
    { code: 'statementLeft', label: 'Yttrande inte lämnat' },
    { code: 'damages', label: 'Skadestånd' },
    { code: 'ongoing', label: 'Pågick när perioden slutade' },
  ],
  rows: reviewers,
};
