import { type CommandText, doneOn } from '#domain/records/command-text';

/** The way through the stages, and what is found out. */
export const investigating: Readonly<Record<string, CommandText>> = {
  SendBack: {
    title: 'Sänd tillbaka',
    button: 'Sänd tillbaka',
    fields: { to: { label: 'Till vilket skede?' }, reasons: { label: 'Vad behöver kompletteras?' } },
  },
  OpenInvestigation: {
    title: 'Hur ska det utredas?',
    button: 'Spara',
    fields: {
      method: { label: 'Sätt att utreda' },
      lead: { label: 'Vem leder utredningen?', hint: 'Den som utreder beslutar inte i ärendet.' },
      team: { label: 'Hur många är med?' },
    },
  },
  MakeEntry: {
    title: 'För in en uppgift i utredningen',
    button: 'Spara uppgiften',
    fields: {
      point: { label: 'Vilken punkt i utredningen?', required: true },
      nature: { label: 'Är det en faktauppgift eller en bedömning?' },
      by: { label: 'Från vem kommer den?' },
      heardAt: { label: 'När lämnades den?' },
      text: { label: 'Uppgiften' },
      replaces: { label: 'Ersätter den en tidigare uppgift?', hint: 'Den tidigare finns kvar och visas som ersatt.' },
    },
  },
  HearParty: {
    title: 'Någon har hörts',
    button: 'Spara',
    fields: {
      party: { label: 'Vem?' },
      result: { label: 'Hur gick det?' },
      reason: { label: 'Om personen inte hördes: varför?' },
      at: doneOn,
    },
  },
  FindCause: {
    title: 'Ange en orsak',
    button: 'Spara orsaken',
    fields: {
      area: { label: 'Vad handlar orsaken om?' },
      level: { label: 'På vilken nivå?' },
      serious: { label: 'Är orsaken allvarlig?', hint: 'En allvarlig orsak ska ha en åtgärd, eller ett skäl till varför ingen behövs.' },
      text: { label: 'Beskriv orsaken' },
    },
  },
  WithdrawCause: { title: 'Ta tillbaka en orsak', button: 'Ta tillbaka', fields: { causeId: { label: 'Vilken orsak?' }, text: { label: 'Varför?' } } },
  CompleteInvestigation: {
    title: 'Utredningen är klar',
    button: 'Markera som klar',
    fields: {
      noDeficiency: { label: 'Visade utredningen att det inte fanns någon brist?' },
      similarBefore: { label: 'Har något liknande hänt förut?' },
      recurrence: { label: 'Kan det hända igen?' },
      text: { label: 'Sammanfattning' },
    },
  },
};
