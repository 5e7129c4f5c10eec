/** What is said on the page of the divisions' own lists. */
export const localListTexts = {
  title: 'Egna listor',
  lead: 'Varje avdelning har egna källor och egna svar på ”Annat”. De går att välja i formulären de dagar de gäller, och har egna rader i tabellerna.',
  about: {
    sourceName: 'Vem som hör av sig, när ingen av de gemensamma källorna passar.',
    categoryOther: 'Vad klagomålet gäller, när kategorin är ”Annat”.',
    lexSarahKindOther: 'Vilket slag av missförhållande, när slaget är ”Annat”.',
  },
  none: 'Inga poster.',
  entry: 'Post',
  ended: 'Avslutade poster går inte att välja för nya ärenden. Ärenden som har dem behåller dem.',
  rename: (label: string) => `Byt namn på ${label}`,
  end: (label: string) => `Avsluta ${label}`,
  short: { rename: 'Byt namn', end: 'Avsluta' },
} as const;
