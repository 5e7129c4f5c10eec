import { type CommandText, reasonsText } from '#domain/records/command-text';

/** What the case is, where it belongs and who has it. */
export const describing: Readonly<Record<string, CommandText>> = {
  ClassifyCase: {
    title: 'Beskriv vad det gäller',
    button: 'Spara',
    fields: {
      categories: { label: 'Vad gäller det?', hint: 'Du kan välja flera. I statistiken räknas både ärenden och kategorier.' },
      categoryOther: { label: 'Om du valde Annat: vad?', hint: 'Välj ur avdelningens lista.' },
      lexSarahKinds: { label: 'Vilken sorts missförhållande gäller det?', hint: 'Du kan välja flera.' },
      lexSarahKindOther: { label: 'Om du valde Annat: vad?', hint: 'Välj ur avdelningens lista.' },
      deviationType: { label: 'Vilken typ av avvikelse är det?' },
      eventClass: {
        label: 'Vad ledde det till?',
        hint: 'Risk: något kunde ha hänt. Tillbud: det hände, men ingen skadades. Negativ händelse: någon skadades.',
      },
      lawAreas: { label: 'Vilken lag gäller det?' },
      affects: { label: 'Vem berörs?' },
      concernsChild: { label: 'Berörs ett barn?' },
      area: { label: 'Område' },
      arose: { label: 'Var uppstod det?' },
    },
  },
  AnswerTriage: {
    title: 'Första bedömningen',
    button: 'Spara bedömningen',
    fields: {
      danger: { label: 'Är någon fortfarande i fara?' },
      irregularity: {
        label: 'Kan det vara ett missförhållande, eller en påtaglig risk för det?',
        hint: 'Ja eller osäkert: det ska bli ett lex Sarah-ärende samma dag.',
      },
      careInjury: { label: 'Kan det vara en vårdskada, eller ha kunnat bli det?' },
      serious: {
        label: 'Är det allvarligt, eller en påtaglig risk för något allvarligt?',
        hint: 'Ja: från den stunden ska saken snarast anmälas till IVO.',
        required: true,
      },
      avoidable: { label: 'Hade det kunnat undvikas?' },
      otherWays: {
        label: 'Finns det något här som hör hemma på annat håll?',
        hint: 'Det du kryssar för antecknas för sig, med vad som ska göras. Det blir aldrig besvarat som ett klagomål.',
        folded: true,
      },
      reasons: reasonsText,
    },
  },
  AssessRisk: {
    title: 'Bedöm risken',
    button: 'Spara riskbedömningen',
    fields: {
      severity: { label: 'Hur allvarligt är det, eller kunde det ha blivit?' },
      probability: { label: 'Hur ofta kan det hända igen?' },
      reasons: { label: 'Varför bedömer du så?', hint: 'Talet styr vem som tar hand om ärendet. Det avgör inte vad lagen kallar allvarligt.' },
    },
  },
  ConvertCase: {
    title: 'Gör till ett annat slags ärende',
    button: 'Skapa det nya ärendet',
    fields: {
      to: { label: 'Vad ska det bli?', hint: 'Inget försvinner: det här ärendet finns kvar med sitt nummer, och den som hörde av sig får sitt svar här.' },
      way: { label: 'Vad händer med det här ärendet?' },
      lawAreas: { label: 'Vilken lag gäller det nya ärendet?', hint: 'Lämna tomt om det är samma lag.' },
      knownAt: { label: 'Vilken dag blev uppgifterna kända?', hint: 'Lagens tid räknas från den dagen. Lämna tomt om det är i dag.' },
      reasons: { label: 'Vad har hänt, och varför ska det bli ett sådant ärende?', hint: 'Texten blir det nya ärendets beskrivning.' },
    },
  },
  AssignCase: {
    title: 'Fördela',
    button: 'Fördela ärendet',
    fields: { person: { label: 'Vem handlägger?', required: true }, reasons: { label: 'Varför?', hint: 'Läses av dem som får läsa ärendets text.' } },
  },
  AnswerConflict: {
    title: 'Jäv',
    button: 'Spara svaret',
    fields: {
      answer: {
        label: 'Finns det något som gör att du inte bör ta del i ärendet?',
        hint: 'Till exempel att ärendet gäller dig själv, någon som står dig nära eller din egen tillsyn (kommunallagen 6 kap. 28 §).',
      },
      ground: { label: 'Om det finns jäv: vilket slag?' },
      person: { label: 'Gäller svaret någon annan än du: vem?' },
      reasons: { label: 'Skäl' },
    },
  },
  OverrideConflict: {
    title: 'Låt någon delta trots jäv',
    button: 'Begär bekräftelse',
    fields: {
      person: { label: 'Vem får delta?', hint: 'Den som har utrett saken kan få besluta i den. Den som saken rör får aldrig mer än ett enda steg.' },
      step: {
        label: 'Om saken rör personen: vilket enda steg kan ingen annan ta utan olägligt uppskov?',
        hint: 'Kommunallagen 6 kap. 30 §. Undantaget gäller en gång, och personen får inte läsa vad andra har skrivit. Det upphör när ärendet avslutas, eller när någon svarar på nytt om personens jäv. Lämna tomt för den som har utrett saken.',
      },
      ground: { label: 'Vilket jäv gäller det?' },
      second: {
        label: 'Vilken andra person ska bekräfta?',
        hint: 'En chef över enheten eller registratorn, och inte du. Det gäller först när den andra personen har bekräftat med egen inloggning.',
      },
      reasons: reasonsText,
    },
  },
  MoveToUnit: {
    title: 'Flytta till annan enhet',
    button: 'Flytta',
    fields: { unit: { label: 'Vilken enhet?' }, why: { label: 'Varför?' }, reasons: reasonsText },
  },
  AddToCase: { title: 'Lägg till en uppgift', button: 'Lägg till', fields: { by: { label: 'Från vem?' }, text: { label: 'Uppgiften' } } },
  Diarise: {
    title: 'Diarieför',
    button: 'Spara',
    fields: {
      diaryNumber: { label: 'Diarienummer' },
      secrecy: { label: 'Ska det stå att uppgifterna kan omfattas av sekretess?' },
      sharedWith: {
        label: 'Delar diarienummer med',
        hint: 'Bara om ett annat ärende har samma diarienummer. Skriv det ärendets nummer, till exempel KLA-2026-0012.',
      },
    },
  },
};
