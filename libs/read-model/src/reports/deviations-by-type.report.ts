import { hslDeviationTypes, solLssDeviationTypes } from '#domain/codes/deviation-types';
import { eventClasses } from '#domain/codes/event-classes';
import type { CountedReport, Tally } from './report.js';
import type { Code } from './shown.js';

const OTHER = 'other';
/** Types of all laws, each once: "övrigt" and "annat" are one row. */
const types: readonly Code[] = [
  ...[...hslDeviationTypes, ...solLssDeviationTypes].filter(({ code }) => code !== OTHER),
  { code: OTHER, label: 'Annat eller övrigt' },
];

const tally = (when: string, what: string): Tally => ({ when, says: (n) => `${what}: ${n}.` });

/** Deviations under SoL, LSS and HSL by what happened; notes say how grave they were and what was judged otherwise at the close. */
export const deviationsByType: CountedReport = {
  shape: 'counted',
  id: 'deviations-by-type',
  group: 'deviations',
  question: 'Vad går fel?',
  title: 'Avvikelser efter typ',
  definition:
    'Avvikelser enligt SoL, LSS och HSL, räknade på den dag de togs emot. Varje avvikelse räknas en gång, också den som övergått i lex Sarah eller lex Maria. Makulerade ärenden räknas inte.',
  kinds: ['deviation'],
  where: "c.kind = 'deviation'",
  row: "coalesce(c.deviation_type, 'notStated')",
  ofCases: true,
  beside: [
    tally("'HSL' = ANY(c.law_areas)", 'Varav enligt HSL'),
    tally("NOT ('HSL' = ANY(c.law_areas))", 'Varav enligt SoL, LSS eller lagarna vid sidan av dem'),
    ...eventClasses.map(({ code, label }) => tally(`c.event_class = '${code}'`, `Händelseklass ${label.toLowerCase()}`)),
    ...[1, 2, 3, 4].map((grade) => tally(`c.severity = ${grade}`, `Allvarlighetsgrad ${grade} vid första bedömningen`)),
    tally('c.severity_final > c.severity', 'Allvarligare vid slutlig bedömning'),
    tally('c.severity_final < c.severity', 'Mindre allvarliga vid slutlig bedömning'),
  ],
  rows: types,
};
