/** What a report answers, as somebody would ask it: how one finds it. The title, with its words of law, stands on the report itself. */
export const reportQuestions: readonly {
  readonly group: string;
  readonly reports: readonly { readonly id: string; readonly question: string }[];
}[] = [
  {
    group: 'Klagomål, synpunkter och beröm',
    reports: [
      { id: 'complaints-by-source', question: 'Vem klagar?' },
      { id: 'complaints-by-category', question: 'Vad handlar klagomålen om?' },
    ],
  },
  { group: 'Avvikelser', reports: [{ id: 'deviations-by-type', question: 'Vad går fel?' }] },
  {
    group: 'Lex Sarah, lex Maria och IVO',
    reports: [
      { id: 'lex-sarah-by-kind', question: 'Vilka missförhållanden rapporteras?' },
      { id: 'lex-sarah-by-outcome', question: 'Hur bedömdes rapporterna?' },
      { id: 'lex-sarah-cross', question: 'Var finns de allvarliga?' },
      { id: 'ivo-notifications', question: 'Vad har vi anmält till IVO, och vad blev svaret?' },
    ],
  },
  {
    group: 'Vad vi lär oss',
    reports: [
      { id: 'causes', question: 'Varför händer det?' },
      { id: 'actions', question: 'Vad har vi gjort, och hjälpte det?' },
      { id: 'risks', question: 'Vilka risker har vi, och hur stora är de?' },
    ],
  },
  {
    group: 'Tider',
    reports: [
      { id: 'deadlines-kept', question: 'Håller vi tiderna?' },
      { id: 'feedback-times', question: 'Hur länge får man vänta på svar?' },
    ],
  },
];

/** The question of a report; its id where nobody has put one. */
export const questionOf = (id: string): string => reportQuestions.flatMap(({ reports }) => reports).find((report) => report.id === id)?.question ?? id;

export const statisticsTexts = {
  title: 'Statistik',
  lead: 'Välj en fråga. Varje siffra leder till ärendena bakom den, och varje ärende till händelsen som gjorde att det räknas.',
  unit: 'Enhet',
  period: 'Period',
  own: 'Egna datum',
  from: 'Från och med',
  to: 'Till och med',
  asOf: 'Som känt den',
  asOfHint: 'Tomt: som det är känt nu. En dag: som det var känt när den dagen var slut.',
  organisation: 'Organisation',
  organisations: [
    { value: 'now', label: 'Dagens' },
    { value: 'then', label: 'Den som gällde då' },
  ],
  provider: 'Utförare',
  providers: [
    { value: 'own', label: 'Bara egen regi' },
    { value: 'private', label: 'Bara privata' },
  ],
  bothProviders: 'Egen regi och privata',
  praise: 'Räkna in beröm',
  compare: 'Jämför med',
  compares: [
    { value: 'previous', label: 'Perioden före' },
    { value: 'year', label: 'Samma period året före' },
  ],
  noCompare: 'Ingenting',
  show: 'Visa',
  notComparable: 'Perioden går inte att jämföra med: enheten fanns inte då.',
  behind: {
    hidden: (hidden: number) => (hidden === 1 ? '1 av dem får du inte se.' : `${hidden} av dem får du inte se.`),
    lead: 'Vid varje ärende står händelsen som gjorde att det räknas här. Länken leder till den i ärendets historik.',
    rule: 'Regeln för siffran',
    overdue: 'Det som är försenat blev det av att dagen gick; händelsen är den som satte fristen.',
  },
} as const;
