/** What is said when somebody logs in or out. */
export const signInTexts = {
  choose: {
    title: 'Vem är du i dag?',
    lead: 'I en kommun är det här kommunens egen inloggning. I demokommunen finns inga lösenord: välj en av personerna. Alla är påhittade.',
  },
  /** Where a decision asks for a log-in that was made recently. */
  confirm: {
    title: 'Bekräfta vem du är. Beslutet är inte sparat än',
    kept: 'Det var en stund sedan du loggade in, och ett beslut om anmälan till IVO ska vara ditt och ingen annans. Logga in igen, så kommer du tillbaka till formuläret med allt ifyllt. Det sparas låst i en timme, och bara för dig i den här webbläsaren.',
    notKept:
      'Det var en stund sedan du loggade in, och ett beslut om anmälan till IVO ska vara ditt och ingen annans. Det du skrev står här nedanför. Kopiera det, logga in igen och klistra in det i formuläret.',
    again: 'Logga in igen och fortsätt',
    back: 'Du har bekräftat vem du är. Beslutet är inte sparat än. Allt du skrev är kvar: läs igenom och spara',
    ahead: 'Det var en stund sedan du loggade in. När du sparar beslutet får du logga in igen. Det du skriver finns kvar.',
    now: 'Logga in igen nu',
    demo: {
      title: 'Bekräfta vem du är',
      lead: 'I en kommun ber kommunens inloggning dig att bevisa det. I demokommunen finns inga lösenord: välj dig själv igen.',
    },
  },
  again: 'Logga in igen',
  start: 'Till startsidan',
  failed: {
    title: 'Inloggningen gick inte igenom',
    lead: 'Den tog för lång tid, avbröts eller hade redan använts. Inget är fel på ditt konto. Börja om.',
  },
  away: {
    title: 'Inloggningen svarar inte',
    lead: 'Kommunens inloggningstjänst går inte att nå just nu. Försök igen om en stund. Du kan lämna en synpunkt utan att logga in. Är det bråttom: ring enheten eller använd pappersblanketten.',
  },
  unknown: {
    title: 'Du finns inte i Gensvar än',
    lead: 'Kommunens inloggning känner igen dig, men du har inget uppdrag i Gensvar. Be din chef eller den som är registrator att lägga upp dig. Tills dess kan du lämna en synpunkt utan att logga in.',
  },
  notSetUp: {
    title: 'Inloggning är inte inställd',
    lead: 'Den som driftar Gensvar behöver ange kommunens inloggningstjänst. Du kan lämna en synpunkt utan att logga in.',
  },
  sessions: {
    title: 'Mina inloggningar',
    lead: 'Här är du inloggad just nu. Känner du inte igen en rad: logga ut den, och byt lösenord i kommunens inloggning.',
    unknownDevice: 'Okänd webbläsare',
    own: 'den du använder nu',
    times: (begun: string, seen: string) => `Inloggad ${begun}, senast använd ${seen}`,
    end: 'Logga ut',
    endOthers: 'Logga ut alla andra',
    tokens: {
      title: 'Program som arbetar i ditt namn',
      none: 'Inget program har en nyckel som är din.',
      lead: 'Ett program med din nyckel kan läsa och göra det som du kan. Avslutas nyckeln, slutar den genast att gälla.',
      times: (issued: string, ends: string) => `Utfärdad ${issued}, gäller till ${ends}`,
      end: 'Avsluta nyckeln',
    },
  },
  sentAway: {
    title: 'Du hade loggats ut. Inget är skickat',
    kept: 'Det du skrev finns kvar. Logga in, så kommer du tillbaka till formuläret med allt ifyllt. Det sparas låst i en timme, och bara för dig i den här webbläsaren.',
    notKept: 'Det du skrev står här nedanför. Kopiera det, logga in och klistra in det i formuläret.',
    again: 'Logga in och fortsätt',
    words: 'Det här skrev du',
    files: (names: readonly string[]) => `Filer kan inte sparas. Välj dem igen när du har loggat in: ${names.join(', ')}.`,
    back: 'Du hade loggats ut när du skickade. Inget är skickat. Allt du skrev är kvar: läs igenom och skicka igen',
  },
  out: {
    title: 'Du är utloggad',
    lead: 'Det som var öppet i andra flikar går inte heller att använda längre.',
    provider: 'Logga ut också ur kommunens inloggning',
    providerWhy: 'Gör det om andra använder samma dator eller telefon: annars kan nästa person komma in som du.',
  },
} as const;
