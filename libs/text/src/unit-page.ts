/** The key figures of a unit: what each is called, and what it counts in a sentence. */
export const unitFigureTexts = {
  received: { title: 'Inkomna', text: 'Ärenden som togs emot under perioden. Makulerade räknas inte.' },
  open: { title: 'Pågående', text: 'Ärenden som inte är avslutade, hur länge de än har funnits.' },
  late: { title: 'Försenade', text: 'Pågående ärenden vars närmaste frist har gått ut.' },
  notStarted: { title: 'Ej påbörjade', text: 'Pågående ärenden som ännu är i det första skedet: ingen utredning har börjat.' },
  effectNotJudged: { title: 'Åtgärder utan effektkontroll', text: 'Ärenden med minst en genomförd åtgärd vars effekt ingen har bedömt.' },
  noAnswer: { title: 'Återkoppling saknas', text: 'Pågående ärenden där den som hörde av sig inte har fått svar. Beröm räknas inte.' },
} as const;

export const unitTexts = {
  lead: 'Tryck på en siffra för att se just de ärendena. Här räknas de ärenden du får se.',
  now: 'Inkomna och orsaker gäller perioden. Övriga siffror är läget nu.',
  unit: 'Enhet',
  period: 'Period',
  show: 'Visa',
  refresh: 'Uppdatera',
  notForYou: 'Sidan är för den som leder eller följer upp en verksamhet.',
  noCases: 'Inga ärenden.',
  notAttested: 'Där ingen har intygat att periodens statistik är fullständig är en nolla inte känd.',
  attestedBy: (units: number, of: number) =>
    of === 1 ? `Statistiken för perioden är ${units === 1 ? '' : 'inte '}intygad.` : `Statistiken för perioden är intygad av ${units} av ${of} enheter.`,
  csv: 'Ladda ner siffrorna som CSV',
  xlsx: 'som XLSX',
  poster: 'Skriv ut enhetens skylt',
  paperForm: 'Skriv ut pappersblanketten',
  parts: 'Enhet för enhet',
  ownPart: 'Utan enhet eller direkt här',
  total: 'Totalt',
  openAtEnd: 'Pågående vid slutet av',
  seen: 'de ärenden du får se',
  about: 'Det gällde',
  partsNote: 'Välj en enhet för att se dess ärenden.',
  causes: 'Orsaker och vad det gällde',
  causesTitle: 'Antal ärenden',
  causesNote: 'Ärenden som togs emot under perioden och där en orsak är fastställd. Ett ärende med två orsaker står i två rutor. Mörkare ruta: fler ärenden.',
  noCauses: 'Ingen orsak är fastställd i periodens ärenden ännu.',
  moreCauses: (n: number) => `${n} ovanligare rader visas inte här. De finns i statistiken.`,
} as const;
