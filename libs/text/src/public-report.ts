/** The steps of the public's form, in order. */
export type PublicStep = 'vad' | 'var' | 'hande' | 'vem' | 'svar' | 'granska';

/** The ways of an answer that the forms offer. */
export type AnswerWay = 'email' | 'phone' | 'letter' | 'code' | 'none';

/** How a question is put. */
export interface Question {
  readonly label: string;
  readonly hint?: string;
}

/** What the public is asked, in ordinary words and in easy ones (lättläst). The same questions, the same answers. */
export interface PublicReportWords {
  readonly title: string;
  readonly lead: string;
  readonly danger: string;
  readonly headings: Readonly<Record<PublicStep, string>>;
  readonly stepOf: (n: number, of: number) => string;
  readonly kinds: Readonly<Record<'complaint' | 'opinion' | 'praise', { readonly label: string; readonly text: string }>>;
  readonly fields: Readonly<
    Record<'opinionType' | 'plats' | 'unit' | 'where' | 'what' | 'isSuggestion' | 'day' | 'categories' | 'source' | 'email' | 'phone' | 'letter', Question>
  >;
  readonly here: (unit: string) => string;
  readonly elsewhere: string;
  readonly unknownPlace: string;
  readonly example: string;
  readonly senders: Readonly<Record<string, string>>;
  /** Whom it concerns. */
  readonly concerned: { readonly label: string; readonly self: string; readonly other: string; readonly unknown: string; readonly name: Question };
  readonly answers: Readonly<Record<AnswerWay, { readonly label: string; readonly consequence: string }>>;
  readonly turnTo: readonly string[];
  readonly review: { readonly lead: string; readonly nothing: string; readonly change: string; readonly files: string };
  readonly buttons: { readonly next: string; readonly back: string; readonly toReview: string; readonly send: string };
  readonly other: string;
  readonly lacks: Readonly<Record<'opinionType' | 'plats' | 'what' | 'answerBy' | 'email' | 'phone' | 'letter' | 'badEmail' | 'day' | 'tooLong', string>>;
}

const plain: PublicReportWords = {
  title: 'Lämna en synpunkt',
  lead: 'Berätta med egna ord. Du behöver inte logga in och du får vara anonym. Det tar några minuter.',
  danger: 'Är någon i fara nu? Ring 112.',
  headings: {
    vad: 'Vad vill du berätta?',
    var: 'Var hände det?',
    hande: 'Vad hände?',
    vem: 'Vem är du?',
    svar: 'Hur vill du ha svar?',
    granska: 'Stämmer det här?',
  },
  stepOf: (n, of) => `Steg ${n} av ${of}`,
  kinds: {
    complaint: { label: 'Klagomål', text: 'Något har gått fel, eller du är inte nöjd.' },
    opinion: { label: 'Synpunkt eller förslag', text: 'Du tycker något, eller har en idé om hur det kan bli bättre.' },
    praise: { label: 'Beröm', text: 'Något har varit bra.' },
  },
  fields: {
    opinionType: { label: 'Vad vill du berätta?' },
    plats: { label: 'Gäller det den här platsen?' },
    unit: { label: 'Plats', hint: 'Vet du inte kan du låta det vara. Då ser vi till att det kommer rätt.' },
    where: { label: 'Beskriv platsen med egna ord', hint: 'Till exempel: hemma hos min mamma, matsalen på andra våningen.' },
    what: { label: 'Berätta med egna ord' },
    isSuggestion: { label: 'Är det ett förslag på något nytt?' },
    day: { label: 'Vilken dag hände det?', hint: 'Vet du inte kan du låta det vara tomt.' },
    categories: { label: 'Vad gäller det?', hint: 'Du kan välja flera, eller låta oss göra det.' },
    source: { label: 'Vem är du?' },
    email: { label: 'Din e-postadress' },
    phone: { label: 'Ditt telefonnummer' },
    letter: { label: 'Ditt namn och din adress' },
  },
  here: (unit) => `Ja, ${unit}`,
  elsewhere: 'Nej, någon annanstans',
  unknownPlace: 'Jag vet inte',
  example:
    'Till exempel: ”Hemtjänsten skulle komma klockan åtta i tisdags. Ingen kom förrän elva, och min mamma hade inte fått frukost. Jag vill att någon ringer om ni blir sena.”',
  senders: {
    serviceUserOrGuardian: 'Jag får själv stöd, vård eller hjälp, eller är vårdnadshavare till den som får det',
    relative: 'Jag är anhörig, god man eller står nära någon som får det',
    resident: 'Jag bor eller vistas i kommunen',
    officialOrAuthority: 'Jag skriver i mitt arbete, från en annan myndighet eller verksamhet',
    otherOrUnknown: 'Något annat, eller jag vill inte säga',
  },
  concerned: {
    label: 'Vem gäller det?',
    self: 'Mig själv',
    other: 'En annan person',
    unknown: 'Ingen särskild, eller det vill jag inte säga',
    name: { label: 'Personens namn', hint: 'Behövs bara om vi ska kunna titta på just den personens ärende. Bara de som utreder ser namnet.' },
  },
  answers: {
    email: { label: 'Med e-post', consequence: 'Vi skickar en bekräftelse och svaret dit, och kan fråga dig mer.' },
    phone: { label: 'Per telefon', consequence: 'Vi ringer dig med svaret, och kan fråga dig mer.' },
    letter: { label: 'Med brev', consequence: 'Vi skickar svaret med post. Det tar lite längre tid.' },
    code: {
      label: 'Anonymt, med kod',
      consequence: 'Vi får inte veta vem du är. Du får en kod, och läser svaret och våra frågor här på webbplatsen.',
    },
    none: { label: 'Jag vill inte ha svar', consequence: 'Vi kan inte fråga dig mer, och du får inte veta vad det blev.' },
  },
  turnTo: [
    'Gäller det hälso- och sjukvård kan du också vända dig till patientnämnden i regionen. Den är kostnadsfri och hjälper dig att få svar från vården. När du har fått vårdens svar kan du anmäla till Inspektionen för vård och omsorg (IVO).',
    'Gäller det omsorg eller socialtjänst kan du när som helst lämna uppgifter till IVO, som har tillsyn. IVO prövar inte det svar du får av oss.',
  ],
  review: {
    lead: 'Läs igenom. Inget är skickat ännu.',
    nothing: 'Inget svar',
    change: 'Ändra',
    files: 'Vill du skicka med bilder eller dokument?',
  },
  buttons: { next: 'Nästa', back: 'Tillbaka', toReview: 'Spara och granska', send: 'Skicka' },
  other: 'Byt till lättläst',
  lacks: {
    opinionType: 'Välj vad du vill berätta',
    plats: 'Svara på om det gäller platsen',
    what: 'Skriv vad du vill berätta',
    answerBy: 'Välj hur du vill ha svar',
    email: 'Skriv din e-postadress',
    phone: 'Skriv ditt telefonnummer',
    letter: 'Skriv ditt namn och din adress',
    badEmail: 'Det ser inte ut som en e-postadress. Den ska ha ett @, till exempel namn@exempel.se',
    day: 'Dagen kan inte ligga i framtiden',
    tooLong: 'Texten är för lång. Högst 20 000 tecken går att skicka, och inget är borttaget: korta den här, eller skicka resten som en fil',
  },
};

const easy: PublicReportWords = {
  ...plain,
  title: 'Berätta för oss',
  lead: 'Här kan du berätta vad du tycker. Du får vara hemlig. Du får ta hjälp av någon.',
  danger: 'Är någon i fara? Ring 112 nu.',
  headings: {
    vad: 'Vad vill du berätta?',
    var: 'Var var det?',
    hande: 'Vad hände?',
    vem: 'Vem är du?',
    svar: 'Vill du ha svar?',
    granska: 'Har vi förstått rätt?',
  },
  stepOf: (n, of) => `Fråga ${n} av ${of}`,
  kinds: {
    complaint: { label: 'Något är dåligt', text: 'Du är arg, ledsen eller inte nöjd.' },
    opinion: { label: 'Jag har en idé', text: 'Du vill att något ska bli bättre.' },
    praise: { label: 'Något är bra', text: 'Du är glad för något.' },
  },
  fields: {
    opinionType: { label: 'Vad vill du berätta?' },
    plats: { label: 'Var det här?' },
    unit: { label: 'Välj plats', hint: 'Vet du inte? Hoppa över frågan.' },
    where: { label: 'Skriv var det var', hint: 'Till exempel: i köket, på bussen.' },
    what: { label: 'Skriv vad som hände', hint: 'Du får skriva kort. Det gör inget om det blir fel.' },
    isSuggestion: { label: 'Är det en ny idé?' },
    day: { label: 'Vilken dag var det?', hint: 'Vet du inte? Hoppa över frågan.' },
    categories: { label: 'Vad handlar det om?', hint: 'Du får välja flera. Du får hoppa över frågan.' },
    source: { label: 'Vem är du?' },
    email: { label: 'Din e-post' },
    phone: { label: 'Ditt telefonnummer' },
    letter: { label: 'Ditt namn och din adress' },
  },
  here: (unit) => `Ja, på ${unit}`,
  elsewhere: 'Nej, på ett annat ställe',
  example: 'Till exempel: ”Maten var kall. Jag vill ha varm mat.”',
  senders: {
    serviceUserOrGuardian: 'Jag får stöd eller hjälp. Eller: mitt barn får det.',
    relative: 'Jag är familj, vän eller god man.',
    resident: 'Jag bor i kommunen.',
    officialOrAuthority: 'Jag skriver i mitt arbete.',
    otherOrUnknown: 'Jag vill inte säga.',
  },
  concerned: {
    label: 'Vem handlar det om?',
    self: 'Mig',
    other: 'En annan person',
    unknown: 'Ingen särskild, eller jag vill inte säga det',
    name: { label: 'Vad heter personen?', hint: 'Du får hoppa över frågan. Bara de som hjälper dig ser namnet.' },
  },
  answers: {
    email: { label: 'Ja, med e-post', consequence: 'Vi skriver till dig.' },
    phone: { label: 'Ja, ring mig', consequence: 'Vi ringer till dig.' },
    letter: { label: 'Ja, med brev', consequence: 'Du får ett brev hem.' },
    code: { label: 'Ja, men jag vill vara hemlig', consequence: 'Vi vet inte vem du är. Du får en kod. Spara koden. Med den läser du svaret här.' },
    none: { label: 'Nej', consequence: 'Du får inget svar. Vi kan inte fråga dig mer.' },
  },
  turnTo: [
    'Handlar det om vård? Då kan patientnämnden hjälpa dig. Det kostar inget.',
    'Du kan också berätta för IVO. IVO kontrollerar vård och omsorg. IVO svarar inte på frågor om just ditt svar.',
  ],
  review: { lead: 'Läs. Du kan ändra. Vi har inte fått det ännu.', nothing: 'Inget svar', change: 'Ändra', files: 'Vill du skicka en bild?' },
  buttons: { next: 'Nästa', back: 'Tillbaka', toReview: 'Klar', send: 'Skicka' },
  other: 'Byt till vanlig text',
  lacks: { ...plain.lacks, what: 'Skriv något först', answerBy: 'Välj om du vill ha svar', plats: 'Välj ja eller nej' },
};

export const publicReportWords = { plain, easy } as const;

/** What is said when it has been taken in, and when it could not be. */
export const receiptTexts = {
  title: 'Tack, vi har tagit emot det',
  number: 'Ärendets nummer',
  code: 'Din kod',
  files: 'Sparade filer',
  keep: 'Koden är din nyckel. Med den läser du svaret, ser hur det går och skriver mer. Vi kan inte ta fram den igen.',
  howToKeep: 'Skriv av koden på ett papper, eller ta en bild av skärmen.',
  print: 'Skriv ut kvittot',
  saved: 'Jag har sparat koden',
  savedLack: 'Spara koden först, och kryssa i rutan',
  onward: 'Gå vidare till ditt ärende',
  next: 'Vad händer nu?',
  reads: 'Vi läser det du skrev senast nästa arbetsdag.',
  confirmed: 'Den här sidan är din bekräftelse.',
  confirmation: (day: string) => `Du får en bekräftelse senast ${day}.`,
  answerTarget: (day: string) => `Målet är att du har ett svar senast ${day}. Det är kommunens egen regel.`,
  answerPatient: (day: string) => `Du ska få svar snarast (patientsäkerhetslagen 3 kap. 8 b §). Vårt mål är senast ${day}.`,
  praise: 'Vi för det vidare till dem det gäller. Beröm utreds inte.',
  noAnswer: 'Du har valt att inte få svar. Det du skrev tas om hand på samma sätt.',
  turnTo: 'Du kan också vända dig hit',
  otherWays: 'Överklaga ett beslut, orolig för ett barn, brott: så gör du',
  away: {
    title: 'Vi kan inte ta emot det just nu',
    lead: 'Felet är hos oss. Vi kan inte se att det kom fram. Det du skrev finns kvar här nedanför: försök igen om en stund, utan att stänga sidan. Skickar du två gånger räknas det ändå bara en gång.',
    otherwise:
      'Är det bråttom, eller vill du inte vänta: ring kommunens växel, eller lämna en lapp eller pappersblanketten till personalen. Då räknas dagen du lämnar den.',
    again: 'Försök igen',
  },
  busy: {
    title: 'Det är inte skickat. Många skickar just nu',
    lead: (seconds: number) =>
      `Det kommer många rapporter från samma nät som du är på. Det du skrev finns kvar här nedanför: försök igen om ${seconds} sekunder.`,
  },
  expired: {
    title: 'Dina tidigare svar finns inte kvar här',
    lines: [
      'Dina svar sparas i en timme medan du fyller i, och bara i den webbläsare där du började. Börja om här.',
      'Har du redan skickat? Då följer du ärendet med koden du fick, under Följ ärende.',
    ],
  },
  twice: {
    title: (number: string, at: string) => `Du har redan skickat ${number}, ${at}`,
    lead: 'Det du har skrivit nu är ett annat, och är inte skickat. Vill du lägga till något till det första, gör det med koden du fick. Är det något nytt, skicka det som nytt.',
    send: 'Skicka som nytt',
  },
} as const;

/** What is put on a wall, so that a telephone finds the way. */
export const posterTexts = {
  title: 'Vad tycker du?',
  lead: 'Berätta vad som är bra, vad som är dåligt och vad som kan bli bättre. Du får vara anonym.',
  how: 'Rikta telefonens kamera mot rutan.',
  orWrite: 'Eller skriv adressen:',
  orSay: 'Eller säg det till någon som arbetar här. Då skriver vi ner det åt dig.',
  print: 'Skriv ut skylten',
  of: 'QR-kod till formuläret för',
} as const;
