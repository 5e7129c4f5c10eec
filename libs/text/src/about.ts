/** The pages behind the foot of every page. */
export const aboutTexts = {
  accessibility: {
    title: 'Tillgänglighet',
    lead: 'Alla ska kunna använda Gensvar. Hör av dig om något inte går, så får du hjälp på ett annat sätt.',
    sections: [
      {
        heading: 'Så är sidorna gjorda',
        items: [
          'Målet är WCAG 2.2 nivå A och AA. Den innehåller det som lagen (2018:1937) om tillgänglighet till digital offentlig service hänvisar till, WCAG 2.1 nivå AA.',
          'Allt går att göra med tangentbord, och utan skript.',
          'Sidorna går att läsa i 400 procents förstoring, i smal telefon, med egna textavstånd och i webbläsarens läge med hög kontrast.',
          'Sidorna följer enhetens ljusa eller mörka läge, med samma krav på kontrast i båda.',
          'Färg bär aldrig ensam något som du behöver veta. Diagram har sin tabell bredvid sig.',
          'Fel står i en lista överst på sidan, med en länk till fältet.',
        ],
      },
      {
        heading: 'Så är det prövat',
        items: [
          'Varje sida prövas automatiskt vid varje ändring: med axe, med tangentbord, i flera bredder, med egna textavstånd, i tvingade färger och på papper.',
          'Ett helt ärende, från rapport till avslut, har gjorts med bara tangentbord.',
        ],
      },
      {
        heading: 'Det som inte är prövat',
        items: [
          'Ingen som använder skärmläsare, röststyrning eller förstoring varje dag har prövat sidorna än. Automatiska prov hittar bara en del.',
          'Filer som andra har bifogat visas som de kom in.',
        ],
      },
    ],
    statement: 'Det här är inte kommunens tillgänglighetsredogörelse. Den skriver kommunen själv, när tjänsten har prövats av dem som använder den.',
    report: 'Går något inte att använda',
    reportText: 'Säg till kommunen, eller lämna en synpunkt här. Du behöver inte logga in.',
  },
  privacy: {
    title: 'Personuppgifter',
    lead: 'Det här sparas när du lämnar en synpunkt, rapporterar eller arbetar i Gensvar.',
    kept: 'Vad som sparas, och varför',
    rows: (hours: number, minutes: number): readonly (readonly [what: string, why: string, how: string])[] => [
      [
        'Det du skriver och de filer du bifogar',
        'För att utreda det som har hänt och svara dig.',
        'Krypterat, med en nyckel för varje ärende. När ett ärende gallras förstörs nyckeln, och orden kan inte läsas mer.',
      ],
      ['Hur du vill ha svar (e-post, telefon eller adress), om du anger det', 'För att kunna svara.', 'Tillsammans med ärendet.'],
      [
        'Uppgifter i koder: enhet, slag, datum, orsak, åtgärd',
        'För att följa fristerna och räkna statistik.',
        'Kvar när orden är gallrade. De säger inte vem du är.',
      ],
      [
        'Vem som har öppnat ett ärende, och när',
        'För att kommunen ska kunna kontrollera att bara de som behöver har läst.',
        'I en egen logg, som dataskyddsombudet läser.',
      ],
      [
        'För dig som arbetar här: namn, inloggning, e-post och uppdrag',
        'För att du ska se rätt ärenden och få påminnelser.',
        `Så länge du har uppdrag. En inloggning gäller högst ${hours} timmar, och ${minutes} minuter utan att användas.`,
      ],
    ],
    columns: { what: 'Vad', why: 'Varför', how: 'Hur och hur länge' },
    anonymous: 'Utan namn',
    anonymousText:
      'Lämnar du en synpunkt utan att säga vem du är sparas inget namn. Med koden på kvittot kan du följa ärendet. En medarbetare som rapporterar utan namn har ingen avsändare i systemet.',
    howLong: 'Hur länge ett ärende sparas',
    howLongText: 'Det bestämmer kommunen i sin dokumenthanteringsplan. Gensvar gallrar inget av sig självt.',
    cookies: 'Kakor',
    cookiesText:
      'Gensvar använder bara kakor som behövs: för inloggningen, för att följa ett ärende med kod, och för att det du har skrivit ska finnas kvar om något avbryts. Ingenting skickas till någon annan webbplats.',
    ask: 'Vill du veta vad som finns om dig, eller få något rättat?',
    askText: 'Vänd dig till nämnden, som ansvarar för uppgifterna, eller till kommunens dataskyddsombud. Nämndens adress och telefon finns under Kontakt.',
  },
  contact: {
    title: 'Kontakt',
    lead: 'Är någon i fara nu? Ring 112.',
    none: 'Kommunen har inte lagt in några kontaktuppgifter här. Ring kommunens växel, eller lämna en synpunkt.',
    address: 'Adress',
    phone: 'Telefon',
    email: 'E-post',
    number: 'Organisationsnummer',
    tell: 'Lämna en synpunkt',
    follow: 'Följ ett ärende med kod',
  },
} as const;
