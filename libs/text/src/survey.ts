/** Brukarundersökningar. */
export const surveyTexts = {
  unknown: 'Inte känt',
  answeredOf: (answered: string, asked: number): string => `${answered} av ${asked}`,
  notComparable: 'Inte jämförbar med året före',
  tooFew: (answers: number, least: number): string =>
    `${answers === 1 ? 'Ett svar' : `${answers} svar`}: enhetens resultat redovisas inte. Det kräver minst ${least} svar, så att ingen kan pekas ut.`,
  notKnown: (least: number): string => `Antalet svar är inte känt. Enhetens resultat på frågorna redovisas bara när minst ${least} har svarat.`,
  counts: 'Hur många som svarade',
  group: 'Grupp',
  when: 'När',
  columns: { asked: 'Tillfrågade', answered: 'Svar', female: 'Flickor, kvinnor', male: 'Pojkar, män' },
  results: 'Vad de svarade',
  question: 'Fråga',
  percent: 'Procent',
  of: 'Av antal svar',
  noBase: 'Antalet saknas',
} as const;
