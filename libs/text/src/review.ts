const listed = (names: readonly string[]): string => names.join(', ').replace(/, ([^,]+)$/, ' och $1');

/** Granskningar och tillsyn. */
export const reviewTexts = {
  criticism: 'Kritiken, punkt för punkt',
  general: 'Av allmän karaktär, inte särskilt i nämndens verksamheter.',
  action: 'Åtgärd',
  effect: (effect: string): string => `Effekt: ${effect}`,
  hidden: (n: number): string => (n === 1 ? 'En åtgärd som du inte ser möter kritiken.' : `${n} åtgärder som du inte ser möter kritiken.`),
  whyNone: 'Ingen åtgärd:',
  unanswered: 'Ingen åtgärd och inget skäl än.',
  propose: 'Föreslå en åtgärd',
  proposeMore: 'Föreslå en åtgärd till',
  answer: 'Ange en åtgärd som finns, eller varför ingen tas',
  accounts: 'Kvalitetsredovisningar från privata utförare',
  account: { unit: 'Enhet', latest: 'Senaste', asked: 'Skulle lämnas', received: 'Inkommen', reviewed: 'Granskad', next: 'Nästa' },
  neverAsked: 'Aldrig begärd',
  yes: 'Ja',
  no: 'Nej',
  ask: 'Begär en kvalitetsredovisning',
  points: (n: number): string => (n === 1 ? '1 punkt' : `${n} punkter`),
  left: (n: number): string => (n === 1 ? '1 utan åtgärd' : `${n} utan åtgärd`),
  none: 'Inga brister',
  units: (names: readonly string[]): string => `Gäller ${listed(names)}.`,
  reportedTo: (isLov: boolean): string =>
    isLov
      ? 'Privat utförare inom valfrihetssystem: resultatet redovisas till socialnämnden och äldrenämnden.'
      : 'Privat utförare på entreprenad eller avtal: resultatet redovisas till nämnden, som egen regi.',
} as const;
