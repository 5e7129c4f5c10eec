/** The paper form: for one who can't or won't use a screen, and for the days when nothing else works. */
export const paperFormTexts = {
  title: 'Lämna en synpunkt eller ett klagomål',
  lead: 'Fyll i det du vill och kan. Du får vara anonym. Lämna blanketten till någon som arbetar här, eller skicka den till kommunen. Är någon i fara nu: ring 112.',
  yours: 'Fylls i av dig',
  ours: 'Fylls i av oss',
  what: 'Vad har hänt? Berätta med egna ord',
  where: 'Var hände det?',
  self: 'Mig själv',
  who: 'Vem är du?',
  name: 'Ditt namn, om du vill',
  answer: 'Hur vill du ha svar?',
  to: 'Adress, telefon eller e-post',
  letter: 'Brevets dag, myndighetens nummer och dagen de vill ha svar',
  files: 'Bilagor: vilka följer med?',
  keyed: 'Skriv in blanketten här, under samma nummer:',
  code: 'QR-kod till sidan där blanketten skrivs in',
  print: 'Skriv ut blanketten',
} as const;
