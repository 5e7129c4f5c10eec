/** Swedish of the list of decisions on notification to IVO. */
export const decisionsTexts = {
  title: 'Beslut',
  lead: 'Ställningstaganden till anmälan till IVO, senaste först. Beslut som fattats på delegation anmäls till nämnden, och brådskande beslut vid nämndens nästa sammanträde (kommunallagen 6 kap. 39–40 §§, 7 kap. 8 §).',
  note: 'Bara ärenden som du får se. Det som inte kan anmälas (klagomål och avvikelser) visas bara om du väljer alla.',
  from: 'Från och med',
  to: 'Till och med',
  which: 'Vilka?',
  own: 'Lex Sarah och lex Maria',
  all: 'Alla ärenden',
  show: 'Visa',
  download: 'Hämta som fil (CSV)',
  none: 'Inga beslut under de dagarna.',
  count: (n: number): string => (n === 1 ? '1 beslut.' : `${n} beslut.`),
  columns: { on: 'Dag', number: 'Ärende', what: 'Vad', unit: 'Enhet', decided: 'Beslut', by: 'Beslutat av', urgent: 'Brådskande' },
  secrecy: 'Sekretessmarkering',
  marked: 'Sekretessmarkerat',
  faults: { title: 'Datumen går inte att använda', day: 'Skriv ett datum', order: 'Sista dagen ligger före den första' },
} as const;
