import { lexSarahOutcomes } from '#domain/codes/lex-sarah';
import type { CountedReport } from './report.js';
import { UNDECIDED } from './undecided.js';

/** Outcomes of the lex Sarah reports received in the period: those decided; the rest as a note. */
export const lexSarahByOutcome: CountedReport = {
  shape: 'counted',
  id: 'lex-sarah-by-outcome',
  group: 'lexSarahAndIvo',
  question: 'Hur bedömdes rapporterna?',
  title: 'Lex Sarah efter bedömning',
  definition:
    'Rapporter enligt lex Sarah som togs emot under perioden och vars bedömning är beslutad. Varje rapport räknas en gång. Rapporter utan uppgift om bedömning och de som inte är avgjorda ännu räknas inte in, utan anges bredvid. Makulerade ärenden räknas inte.',
  kinds: ['lexSarah'],
  where: "c.kind = 'lexSarah'",
  row: 'c.outcome',
  aside: UNDECIDED,
  asides: {
    notStated: { says: (n) => `Räknas inte in: ej uppgivet ${n}.` },
    notDecided: { says: (n) => `Räknas inte in: inte avgjorda ännu: ${n}.` },
  },
  ofCases: true,
  rows: lexSarahOutcomes,
};
