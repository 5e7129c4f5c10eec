/** Sentences of the pages. Labels of codes stand beside their codes, not here. */
export const texts = {
  start: {
    title: 'Gensvar',
    lead: 'Här tar kommunen emot det som har gått fel, och det som har gått bra. Allt som kommer in får ett svar.',
    danger: 'Är någon i fara nu? Ring 112.',
    doors: [
      {
        href: '/lamna-synpunkt',
        title: 'Lämna en synpunkt',
        text: 'För dig som får hjälp av kommunen, för närstående och för alla andra. Du behöver inte logga in, och du får vara anonym.',
      },
      { href: '/rapportera', title: 'Rapportera', text: 'För dig som arbetar här: något hände, eller någon klagade hos dig.' },
      { href: '#logga-in', title: 'Logga in som …', text: 'Välj en av demokommunens personer och se vad som väntar på den i dag.' },
    ],
    /** For one who works here and has logged in. */
    staffDoors: [
      { href: '/arenden', title: 'Att göra', text: 'Det som väntar på dig, det som är mest bråttom först, och allt annat du får se.' },
      { href: '/rapportera', title: 'Rapportera', text: 'Något hände, eller någon klagade hos dig. Här står också svaren på det du har rapporterat.' },
      { href: '/statistik', title: 'Siffror', text: 'Varje siffra leder till ärendena bakom. Allt kan visas som det var känt en viss dag.' },
    ],
    signIn: 'Logga in som',
    others: 'Alla andra i demokommunen',
    clock: 'Flytta fram klockan',
    clockHint: 'Demokommunens tid. Påminnelser, eskalering och frågor om effekt kommer som om dagarna hade gått.',
  },
  report: {
    title: 'Lämna en synpunkt',
    lead: 'Berätta med egna ord. Du behöver inte veta vilka regler som gäller.',
    help: 'Gäller det hälso- och sjukvård kan du också vända dig till patientnämnden i regionen. Du kan alltid tipsa Inspektionen för vård och omsorg (IVO).',
    submit: 'Skicka',
    answers: {
      code: 'Med kod. Du är anonym och läser svaret på den här webbplatsen.',
      email: 'Med e-post. Vi skickar en bekräftelse dit.',
      phone: 'Per telefon.',
      letter: 'Med brev.',
      none: 'Jag vill inte ha svar. Då kan vi inte heller fråga dig mer.',
    },
  },
  follow: {
    title: 'Följ ditt ärende',
    lead: 'Skriv koden som du fick när du lämnade din synpunkt.',
    wrong: 'Ingen synpunkt har den koden. Kontrollera att alla 16 tecken är med.',
  },
  staff: {
    helpTitle: 'Någon klagar hos dig. Gör så här:',
    help: [
      'Lyssna, och tacka för att du får veta.',
      'Rätta till det som går att rätta till direkt. Fyll då i vad du gjorde.',
      'Skriv ner det här, med personens egna ord. Ange från vem det kommer: det är inte du.',
      'Berätta att personen får ett svar, och att patientnämnden och IVO finns.',
    ],
  },
  case: {
    missing: 'Det här saknas',
    nothingMissing: 'Allt är på plats för nästa steg.',
    nothingToSave: 'Du har inte fyllt i något än, så inget är sparat',
    step: 'Det här behövs för nästa steg',
    toStep: 'Fyll i det som saknas',
    more: 'Mer du kan göra',
    todo: 'Det du kan göra',
    under: { add: 'Lägga till', correct: 'Rätta och ändra', handOn: 'Lämna vidare' },
    agenda: 'Frister',
    history: 'Historik',
    noWords: 'Du ser ärendets koder men inte vad människor har skrivit.',
    excepted: 'Du är jävig i ärendet. Det här enda steget får du ta ändå, en gång, för att det inte kan vänta på någon annan (kommunallagen 6 kap. 30 §).',
    twice: (at: string) =>
      `Det här formuläret är redan sparat, ${at}. Det som står här nu är något annat och är inte sparat. Är det något nytt: spara det igen`,
    conflict: 'Någon annan har ändrat ärendet sedan du öppnade sidan. Det du skrev finns kvar nedan. Läs vad som är nytt och skicka igen.',
  },
  health: { ready: 'Allt fungerar.', degraded: 'Delar av systemet är borta. Rapporter tas emot som vanligt.' },
  lost: {
    title: 'Sidan finns inte',
    lead: 'Den finns inte, eller så är den inte synlig för dig.',
    search: 'Sök på ärendenummer',
    find: 'Sök',
    waiting: 'Det som väntar på dig',
  },
} as const;

/** An answer that can't be shown again. */
export const answerTexts = {
  title: 'Sidan kan inte visas igen',
  lead: 'Svaret på det du skickade visas i högst en timme, i samma webbläsare och för samma person. Det som togs emot är kvar hos oss.',
  again: 'Vidare',
} as const;

/** At the head of every page while nothing can be saved. */
export const storageFull =
  'Inget kan sparas just nu: lagringen är full. Det som redan finns går att läsa. Vänta med att skriva, eller ring enheten om det är bråttom.';
