/** What the tables count: praise is not called a complaint. */
function complaints(n: number, withPraise: boolean): string {
  if (n === 1) return withPraise ? 'klagomål, synpunkt eller beröm' : 'klagomål eller synpunkt';
  return withPraise ? 'klagomål, synpunkter och beröm' : 'klagomål och synpunkter';
}

/** The yearly quality report's section on deviations: its headings in the order that document 002 has them, and what stands there before anybody has written. */
export const qualityTexts = {
  title: (year: number) => `Kvalitetsberättelse ${year}: klagomål, synpunkter och lex Sarah`,
  lead: 'Avsnittet Avvikelsehantering, med tabeller ur händelseloggen. Rutorna fylls i av den som står vid dem. Varje siffra leder till sina ärenden.',
  asOf: 'Som känt den',
  asOfHint: 'Tomt: som det är känt nu. En dag: som det var känt när den dagen var slut.',
  praise: 'Beröm',
  praiseIn: 'Inräknat, som i 2023 års berättelse',
  praiseApart: 'För sig',
  year: 'År',
  show: 'Visa',
  print: 'Skriv ut sidan med webbläsarens utskrift. Den är gjord för A4.',
  nothing: (year: number) =>
    `Inga ärenden är registrerade som mottagna ${year}. Där ingen har intygat att det inte fanns några står ett streck: ej rapporterat.`,
  noUnits: (year: number) => `Ingen organisation är inläst för ${year}, så det finns inget att räkna.`,
  headings: {
    deviations: 'Avvikelsehantering',
    complaints: 'Klagomål och synpunkter',
    lexSarah: 'Lex Sarah',
    other: 'Övrigt avseende avvikelsehantering',
    tables: 'Klagomål, synpunkter och avvikelser (inklusive lex Sarah)',
    tablesOfLexSarah: 'Lex Sarah',
    whole: 'Hela nämnden',
  },
  paragraphs: {
    deviations:
      'Här redovisas klagomål och synpunkter från brukare och allmänhet, rapporter enligt lex Sarah, och de fel och brister som medarbetare själva upptäcker.',
    other: 'Lex Maria och avvikelser i hälso- och sjukvården redovisas i patientsäkerhetsberättelsen.',
    tables: 'Tabellerna gäller en avdelning i taget och sist hela nämnden. Vad som räknas står under varje tabell.',
    whole: 'Summan fanns inte i 2023 års berättelse. Här är den framräknad ur samma ärenden.',
    noLexSarah: 'Ingen lex Sarah har inkommit.',
  },
  captions: { bySource: 'Från vem har klagomålet/synpunkter inkommit', byCategory: 'Kategorisering', byKind: 'Lex Sarah', byOutcome: 'Bedömning' },
  outcomeAdded: 'Tabellen fanns inte i 2023 års berättelse, där bedömningen bara står i text.',
  columns: { source: 'Från vem', category: 'Kategori', outcome: 'Bedömning' },
  textAndTable: 'Text och tabell säger inte samma sak. Båda står kvar:',
  complaints,
  noComplaints: (withPraise: boolean) => (withPraise ? 'Inga klagomål, synpunkter eller beröm.' : 'Inga klagomål eller synpunkter.'),
  /** Of the largest part: most of them only where it is more than half. */
  most: (value: number, of: number) => (of === 1 ? 'Det' : 2 * value > of ? 'De flesta' : 'Flest'),
  /** 42 beside 68: two measures of the same cases. */
  twoMeasures: (cases: number, marks: number, withPraise: boolean) => {
    const both = `Två mått: ${cases} ${complaints(cases, withPraise)}, ${cases === 1 ? 'räknat en gång' : 'räknade en gång var'}, och ${marks === 1 ? '1 markering' : `${marks} markeringar`} av vad ${cases === 1 ? 'det' : 'de'} handlar om.`;
    return cases === marks
      ? `${both} Här har varje ärende en enda kategori, därför är talen lika.`
      : `${both} Ett ärende kan handla om flera saker, därför är talen olika. Inget av dem är fel.`;
  },
  fill: { division: (name: string) => `Fylls i av avdelningschefen, ${name}`, whole: 'Fylls i av förvaltningen' },
  writeHere: {
    complaints: 'Vad har ni sett i klagomålen, och vad gör ni åt det?',
    lexSarah: 'Vad berodde missförhållandena på, och vad har ni ändrat?',
    whole: 'Vad är gemensamt för nämnden?',
  },
} as const;
