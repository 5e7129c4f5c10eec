import type { Code } from '#domain/codes/code';

/** What was done, as the log has it. */
const actions = [
  { code: 'read', label: 'Öppnade' },
  { code: 'list', label: 'Såg i en lista' },
  { code: 'searched', label: 'Såg ord ur i en sökning' },
  { code: 'disclose', label: 'Lämnade ut' },
  { code: 'refused', label: 'Nekades' },
  { code: 'logIn', label: 'Loggade in' },
  { code: 'logInRefused', label: 'Nekades inloggning' },
  { code: 'search', label: 'Sökte i åtkomstloggen' },
  { code: 'export', label: 'Hämtade åtkomstloggen' },
] as const satisfies readonly Code[];

/** An action of which there is no word yet is shown by its code: the log must not fail for it. */
export const actionName = (action: string): string => actions.find(({ code }) => code === action)?.label ?? action;

export const accessLogTexts = {
  title: 'Åtkomstlogg',
  lead: 'Vem som har öppnat, sett i en lista eller nekats ett ärende, och när. Loggen kan inte ändras, och att du läser den skrivs också i den.',
  number: 'Ärendets nummer',
  person: 'Person',
  everybody: 'Alla',
  from: 'Från och med',
  to: 'Till och med',
  show: 'Visa',
  sample: 'Månadens stickprov',
  sampleLead: (size: number) =>
    `Personuppgiftsansvarig ska systematiskt och återkommande kontrollera åtkomsten (lag 2001:454, 10 §). Systemet drar högst ${size} åtkomster ur månaden. Samma månad ger samma stickprov.`,
  sampleOf: (month: string) => `Stickprovet för ${month}`,
  reviews: 'Månadens loggkontroll',
  noReview: 'Ingen kontroll är planerad för månaden.',
  plan: 'Planera månadens kontroll',
  planAnother: 'Planera en kontroll till för månaden',
  month: 'Månad',
  draw: 'Dra stickprov',
  download: 'Hämta som CSV',
  none: 'Ingen åtkomst i urvalet.',
  unknown: 'Någon som inte var inloggad',
  notForYou: 'Åtkomstloggen läses av dataskyddsombudet.',
  columns: { at: 'Tid', person: 'Vem', post: 'Roll', action: 'Vad', of: 'Ärende', unit: 'Enhet', route: 'Sida' },
  faults: {
    title: 'Sökningen gick inte att göra',
    number: 'Det finns inget ärende och ingen annan post med det numret',
    day: 'Ange dagen som åååå-mm-dd',
    order: 'Till och med ska inte ligga före från och med',
    month: 'Ange månaden som åååå-mm',
  },
} as const;
