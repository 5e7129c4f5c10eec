/**
 * What a receipt says of the law's other ways: a question, where one turns, and by which law. Neutral: nothing has been sent there, and nobody is
 * told what they ought to think of what they wrote.
 */
export interface Pointer {
  readonly ask: string;
  readonly text: string;
}

const violence: Pointer = { ask: 'Är det fara nu?', text: 'Ring 112. Ett brott som inte pågår kan du anmäla till polisen på 114 14.' };

/** To anybody who has written to the municipality. Read in FL 43–44 §§ and SoL (2025:400) 19 kap. 1 §. */
export const publicPointers: readonly Pointer[] = [
  {
    ask: 'Vill du överklaga ett beslut?',
    text: 'Skriv till den som fattade beslutet. Det ska ha kommit dit inom tre veckor från den dag du fick del av beslutet (förvaltningslagen 43–44 §§). Det du skickade hit är inget överklagande förrän vi har lämnat det vidare: är det bråttom, skicka det själv också.',
  },
  { ask: 'Är du orolig för ett barn?', text: 'Kontakta socialtjänsten genom kommunens växel. Du behöver inte vara säker.' },
  violence,
];

/**
 * To one who works here. Read in SoL (2025:400) 19 kap. 1 §, arbetsmiljölagen (1977:1160) 3 kap. 2 a § and lag (2021:890) 1 kap. 4 §, 3 kap. 1 §,
 * 4 kap. 4–5 §§: the protection is tied to its own channels, so it is not promised for a report made here.
 */
export const staffPointers: readonly Pointer[] = [
  {
    ask: 'Är du orolig för ett barn?',
    text: 'Den som arbetar här är skyldig att genast anmäla det till socialnämnden (socialtjänstlagen 19 kap. 1 §). Rapporten är inte en sådan anmälan.',
  },
  {
    ask: 'Har någon i personalen skadats eller varit nära att skadas?',
    text: 'Säg det också till din chef eller ditt skyddsombud. Arbetsgivaren ska utreda det för sig (arbetsmiljölagen 3 kap. 2 a §).',
  },
  {
    ask: 'Är du rädd för följder av att du rapporterar?',
    text: 'Kommunen har en särskild kanal för visselblåsning. Den som rapporterar där får inte utsättas för repressalier (lagen 2021:890 om skydd för personer som rapporterar om missförhållanden, 3 kap. 1 §). Skydd enligt andra lagar gäller vid sidan av det. Rapporten du lämnade nu har inte skickats dit.',
  },
  violence,
];
