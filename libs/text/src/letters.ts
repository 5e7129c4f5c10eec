import type { When } from '#domain/case/conditions';
import type { FeedbackWhat } from '#domain/codes/feedback';

/** A text to begin with. What must be written by the one who sends it stands as "[FYLL I: …]", and nothing is sent with such a gap in it. */
export interface Letter {
  /** Stands in an address. */
  readonly code: string;
  readonly title: string;
  readonly what: FeedbackWhat;
  /** In which cases it is offered. */
  readonly when: When;
  /** What the text rests on: a paragraph, or that it is the municipality's own. */
  readonly source: string;
  readonly text: string;
}

const OWN = 'Kommunens egen text';
const greeting = 'Hej!';
const signed = 'Med vänlig hälsning\n[FYLL I: ditt namn, din roll och hur man når dig]';
const letter = (...parts: readonly string[]): string => [greeting, ...parts, signed].join('\n\n');

const thanks = 'Tack för att du hörde av dig till oss om [FYLL I: vad saken gäller].';
const happened = 'Så här har vi förstått det som hände:\n[FYLL I: vad som hände och varför, så som utredningen visar det]';
const done = 'Det här har vi gjort, eller ska vi göra:\n[FYLL I: åtgärder och när de är klara, eller varför ingen åtgärd behövs]';
const sorry = 'Vi beklagar det du har varit med om.';
/** IVO supervises social services and does not review our answer (SoL 28 kap. 1 §). */
const onwardsSocial =
  'Är du inte nöjd med svaret är du välkommen att höra av dig till oss igen. Du kan också lämna uppgifter till Inspektionen för vård och omsorg (IVO), som har tillsyn över socialtjänsten. IVO prövar inte vårt svar.';
/** The committee helps, and IVO may review a complaint that we have been able to answer (lag 2017:372, PSL 7 kap. 10 §). */
const onwardsCare =
  'Är du inte nöjd med svaret är du välkommen att höra av dig till oss igen. Du kan få hjälp av patientnämnden med att föra fram klagomål på hälso- och sjukvård. Du kan också anmäla klagomål till Inspektionen för vård och omsorg (IVO), när vi har fått möjlighet att svara dig.';

/** The letters that can be begun with, in the order that they are offered. */
export const letters: readonly Letter[] = [
  {
    code: 'bekraftelse',
    title: 'Bekräftelse',
    what: 'confirmation',
    when: ['complaint'],
    source: OWN,
    text: letter(
      thanks,
      'Vi har tagit emot det du skrev och börjar nu ta reda på vad som har hänt. Det är [FYLL I: namn] som handlägger ärendet. Du får svar av oss senast [FYLL I: dag].',
      'Du kan höra av dig under tiden om du vill lägga till något.',
    ),
  },
  {
    code: 'drojer',
    title: 'Det dröjer',
    what: 'interim',
    when: 'always',
    source: OWN,
    text: letter(thanks, 'Vi är inte klara ännu, eftersom [FYLL I: vad vi väntar på]. Vi räknar med att kunna svara dig senast [FYLL I: dag].'),
  },
  {
    code: 'svar-vard',
    title: 'Svar om hälso- och sjukvård',
    what: 'answer',
    when: ['patientComplaint'],
    source: 'PSL 3 kap. 8 b § (förklaring, och åtgärder där det finns sådana), PSL 7 kap. 10 § (IVO), lag (2017:372) (patientnämnden)',
    text: letter(thanks, sorry, happened, done, onwardsCare),
  },
  {
    code: 'svar',
    title: 'Svar',
    what: 'answer',
    when: ['complaint'],
    source: 'SOSFS 2011:9 5 kap. 3 § (klagomål tas emot och utreds); att ett svar lämnas är kommunens egen regel; SoL 28 kap. 1 § (IVO har tillsyn)',
    text: letter(thanks, happened, done, onwardsSocial),
  },
  {
    code: 'svar-beslut',
    title: 'Svar om ett beslut som kan överklagas',
    what: 'answer',
    when: ['complaint'],
    source: 'FL 43–44 §§ (överklagandet ges in till den som fattade beslutet, inom tre veckor från den dag man fick del av det)',
    text: letter(
      thanks,
      'En del av det du skriver gäller beslutet om [FYLL I: insats eller bistånd]. Det kan vi inte ändra genom att svara på ett klagomål. Ett sådant beslut kan du överklaga: skriv vilket beslut det gäller, hur du vill att det ska ändras och varför, och lämna det till oss på [FYLL I: enhet och adress]. Det ska ha kommit in till oss inom tre veckor från den dag då du fick del av beslutet.',
      'Om det övriga som du skriver svarar vi så här:\n[FYLL I: svar på resten]',
      onwardsSocial,
    ),
  },
  {
    code: 'svar-dubblett',
    title: 'Saken utreds i ett annat ärende',
    what: 'answer',
    when: ['duplicate'],
    source: OWN,
    text: letter(
      thanks,
      'Samma sak har kommit in till oss tidigare, och vi utreder den i det ärendet. [FYLL I: vad vi kan säga om hur det går, eller när det är klart]',
      onwardsSocial,
    ),
  },
  {
    code: 'svar-rapport',
    title: 'Svar till den som rapporterade',
    what: 'answer',
    when: ['hasReporter'],
    source: OWN,
    text: letter(
      'Tack för din rapport om [FYLL I: vad den gäller].',
      'Så här har vi bedömt det som hände:\n[FYLL I: bedömningen i korthet, utan uppgifter om enskilda]',
      done,
      'Har du fler frågor, eller händer det igen, så hör av dig.',
    ),
  },
];

/** The words over the list of letters, and what gaps are. */
export const letterTexts = {
  begin: 'Börja från en mall:',
  hint: 'Det som står som [FYLL I: …] skriver du själv. Svaret kan inte sparas med en lucka kvar.',
} as const;
