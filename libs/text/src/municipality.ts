/** What is said on the page of the municipality's name, contact, crest and colour. */
export const municipalityTexts = {
  title: 'Kommunen',
  lead: 'Namn, kontakt, vapen och färg. De står överst och nederst på varje sida, på formuläret, kvittot, skylten, blanketten och utskrifter, och i mejl.',
  link: 'Kommunens namn, kontakt, vapen och färg',
  saved: 'Sparat. Det gäller från och med nu.',
  unchanged: 'Inget är ändrat',
  back: 'Till Organisation',
  missing: 'Det här behöver rättas',
  save: 'Spara',
  fields: {
    name: { label: 'Kommunens namn', hint: 'Som det ska stå i sidhuvudet.' },
    phone: { label: 'Telefon', hint: 'Växeln eller en funktion, inte en persons nummer.' },
    email: { label: 'E-post', hint: 'En funktionsbrevlåda, inte en persons adress.' },
    address: { label: 'Postadress' },
    dataProtection: { label: 'Dataskyddsombudet nås på', hint: 'Står under Personuppgifter. En adress eller ett nummer till funktionen.' },
    statement: { label: 'Kommunens tillgänglighetsredogörelse', hint: 'Adressen till sidan där den står. Länkas under Tillgänglighet.' },
    colour: {
      label: 'Färg i sidhuvudet',
      hint: 'Färgkod ur kommunens grafiska profil, till exempel #14506f. Vit text ska gå att läsa på den: kontrasten ska vara minst 4,5:1. Tomt: Gensvars färg.',
    },
    reason: { label: 'Varför ändras det?', hint: 'Står i historiken.' },
  },
  crest: {
    legend: 'Vapen',
    none: 'Inget vapen är uppladdat.',
    file: 'Välj en bild',
    hint: 'SVG eller PNG, högst 256 kB. Helst utan bakgrund.',
    remove: 'Ta bort vapnet',
    alt: (name: string) => `Vapnet för ${name}`,
  },
  contrast: (ratio: string) => `Vit text på den här färgen har kontrasten ${ratio}.`,
  sentence: (name: string, contact: string, colour: string | null, hasCrest: boolean, day: string) =>
    `Kommunen heter ${name} (${contact}), med ${hasCrest ? 'vapen' : 'inget vapen'} och ${colour === null ? 'Gensvars färg' : `färgen ${colour}`}, från och med ${day}.`,
  /** On the receipt of a public report. */
  questions: (contact: string) => `Har du frågor? Kontakta ${contact}.`,
  dataProtection: (way: string) => `Dataskyddsombudet nås på ${way}.`,
  statement: (name: string) => `Tillgänglighetsredogörelse för ${name}`,
} as const;
