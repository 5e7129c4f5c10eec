/** What a person reads at each command: heading, button, and the label of each field that the form asks. */
export interface CommandText {
  readonly title: string;
  readonly button: string;
  /** `required`: asked for here, though the command itself may leave it out. */
  readonly fields: Readonly<Record<string, { readonly label: string; readonly hint?: string; readonly required?: boolean }>>;
}

const reasons = { label: 'Skäl' };

export const commandTexts: Readonly<Record<string, CommandText>> = {
  ClassifyCase: {
    title: 'Kategorisera',
    button: 'Spara kategorier',
    fields: {
      categories: { label: 'Vad gäller det?', hint: 'Du kan välja flera. I statistiken räknas både ärenden och kategorier.' },
      categoryOther: { label: 'Om du valde Annat: vad?', hint: 'Välj ur avdelningens lista.' },
      lawAreas: { label: 'Vilken lag gäller det?' },
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
        hint: 'Ja eller osäkert: rapportera enligt lex Sarah samma dag. Klagomålet fortsätter och ska ändå få sitt svar.',
      },
      careInjury: { label: 'Kan det vara en vårdskada, eller ha kunnat bli det?' },
      reasons,
    },
  },
  AssignCase: { title: 'Fördela', button: 'Fördela ärendet', fields: { person: { label: 'Vem handlägger?', required: true } } },
  AnswerConflict: {
    title: 'Jäv',
    button: 'Spara svaret',
    fields: {
      answer: {
        label: 'Finns det något som gör att du inte bör handlägga ärendet?',
        hint: 'Till exempel att ärendet gäller dig själv, någon som står dig nära eller din egen tillsyn (kommunallagen 6 kap. 28 §).',
      },
      reasons,
    },
  },
  GiveFeedback: {
    title: 'Lämna besked eller svar',
    button: 'Spara beskedet',
    fields: {
      what: { label: 'Vad är det?' },
      method: { label: 'Hur lämnades det?' },
      text: { label: 'Vad sades eller skrevs?', hint: 'Tala om att den som är missnöjd kan vända sig till patientnämnden (hälso- och sjukvård) och till IVO.' },
      at: { label: 'När? (om inte i dag)' },
    },
  },
  ExplainNoFeedback: {
    title: 'Besked går inte att lämna',
    button: 'Spara skälet',
    fields: { what: { label: 'Vilket besked?' }, reason: { label: 'Varför går det inte?' }, reasons: { label: 'Mer att säga' } },
  },
  MoveToUnit: { title: 'Flytta till annan enhet', button: 'Flytta', fields: { unit: { label: 'Vilken enhet?' }, why: { label: 'Varför?' }, reasons } },
  CloseAtOnce: {
    title: 'Åtgärdat direkt',
    button: 'Avsluta som åtgärdat direkt',
    fields: {
      whatWasDone: { label: 'Vad gjordes?' },
      toldOnTheSpot: { label: 'Har den som hörde av sig fått veta det?' },
      categories: { label: 'Vad gällde det?' },
      categoryOther: { label: 'Om du valde Annat: vad?' },
    },
  },
  HandOverCase: {
    title: 'Lämna över till annan ansvarig',
    button: 'Lämna över',
    fields: { to: { label: 'Till vem?' }, recipient: { label: 'Mottagare' }, told: { label: 'Har den som hörde av sig fått veta det?' }, reasons },
  },
  MakeEntry: {
    title: 'För in en uppgift',
    button: 'Spara uppgiften',
    fields: {
      nature: { label: 'Är det en faktauppgift eller en bedömning?' },
      by: { label: 'Från vem kommer den?' },
      heardAt: { label: 'När lämnades den?' },
      text: { label: 'Uppgiften' },
    },
  },
  HearParty: { title: 'Någon har hörts', button: 'Spara', fields: { party: { label: 'Vem?' }, result: { label: 'Hur gick det?' } } },
  FindCause: {
    title: 'Ange en orsak',
    button: 'Spara orsaken',
    fields: { area: { label: 'Vad handlar orsaken om?' }, level: { label: 'På vilken nivå?' }, text: { label: 'Beskriv orsaken' } },
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
  DecideOutcome: { title: 'Bedöm', button: 'Spara bedömningen', fields: { complaintOutcome: { label: 'Fanns det en brist?' }, reasons } },
  PlanAction: {
    title: 'Planera en åtgärd',
    button: 'Spara åtgärden',
    fields: {
      what: { label: 'Vad ska göras?' },
      area: { label: 'Vad handlar åtgärden om?' },
      horizon: { label: 'På vilken sikt?' },
      causes: { label: 'Vilken orsak ska den ta bort?' },
      dueAt: { label: 'När ska den vara gjord?' },
      howJudged: { label: 'Hur ska effekten bedömas?' },
      effectDueAt: { label: 'När ska effekten bedömas?', hint: 'Lämnas det tomt gäller kommunens egen regel: tre månader efter att åtgärden ska vara gjord.' },
    },
  },
  DecideNoAction: { title: 'Ingen åtgärd behövs', button: 'Spara', fields: { text: { label: 'Varför behövs ingen åtgärd?' } } },
  ChangeAction: {
    title: 'Ändra en åtgärd',
    button: 'Spara',
    fields: { actionId: { label: 'Vilken åtgärd?' }, status: { label: 'Hur står det till?' }, text: { label: 'Anteckning' } },
  },
  JudgeEffect: {
    title: 'Bedöm effekten',
    button: 'Spara',
    fields: { actionId: { label: 'Vilken åtgärd?' }, effect: { label: 'Hjälpte den?' }, evidence: { label: 'Hur vet ni det?' } },
  },
  DecideIvo: {
    title: 'Ta ställning till IVO',
    button: 'Spara ställningstagandet',
    fields: {
      notify: {
        label: 'Ställningstagande',
        hint: 'Ett klagomål anmäls inte i sig. Misstänks ett missförhållande eller en vårdskada ska det bli ett eget ärende.',
      },
      reasons,
    },
  },
  SendBack: { title: 'Sänd tillbaka', button: 'Sänd tillbaka till utredning', fields: { reasons: { label: 'Vad behöver kompletteras?' } } },
  SendMessage: { title: 'Skriv till den som hörde av sig', button: 'Skicka', fields: { text: { label: 'Meddelande', hint: 'Läses med ärendets kod.' } } },
  AddToCase: { title: 'Lägg till en uppgift', button: 'Lägg till', fields: { by: { label: 'Från vem?' }, text: { label: 'Uppgiften' } } },
  Diarise: { title: 'Diarieför', button: 'Spara', fields: { diaryNumber: { label: 'Diarienummer' } } },
  ReopenCase: { title: 'Öppna ärendet igen', button: 'Öppna igen', fields: { reason: { label: 'Varför?' }, text: { label: 'Beskriv' } } },
  CancelCase: {
    title: 'Makulera',
    button: 'Makulera',
    fields: { reason: { label: 'Varför?' }, second: { label: 'Chef som godkänt' }, text: { label: 'Beskriv' } },
  },
};
