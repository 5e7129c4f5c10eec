import { type CommandText, doneOn } from '#domain/records/command-text';

/** Answers, information to the patient, actions and their effect. */
export const answering: Readonly<Record<string, CommandText>> = {
  GiveFeedback: {
    title: 'Lämna besked eller svar',
    button: 'Spara beskedet',
    fields: {
      to: { label: 'Till vem?', required: true },
      what: { label: 'Vad är det?' },
      method: { label: 'Hur lämnades det?' },
      parts: { label: 'Vad finns med i svaret?' },
      text: { label: 'Vad sades eller skrevs?', hint: 'Den som är missnöjd kan vända sig till patientnämnden (hälso- och sjukvård) och till IVO. Säg det.' },
      at: doneOn,
    },
  },
  ExplainNoFeedback: {
    title: 'Besked går inte att lämna',
    button: 'Spara skälet',
    fields: {
      to: { label: 'Till vem?', required: true },
      what: { label: 'Vilket besked?' },
      reason: { label: 'Varför går det inte?' },
      reasons: { label: 'Vad har prövats?' },
    },
  },
  SendMessage: { title: 'Skriv till den som hörde av sig', button: 'Skicka', fields: { text: { label: 'Meddelande', hint: 'Läses med ärendets kod.' } } },
  InformPatient: {
    title: 'Patienten har informerats',
    button: 'Spara',
    fields: {
      to: { label: 'Vem fick informationen?', required: true },
      points: { label: 'Vad har sagts?', hint: 'Alla sex ska vara med (PSL 3 kap. 8 §).' },
      journalRef: { label: 'Var i patientjournalen står det?', hint: 'Bara hänvisningen. Anteckningen finns i journalen.', required: true },
      recipient: { label: 'Om det var en närstående: vem?' },
      at: doneOn,
    },
  },
  PlanAction: {
    title: 'Planera en åtgärd',
    button: 'Spara åtgärden',
    fields: {
      what: { label: 'Vad ska göras?' },
      area: { label: 'Vad handlar åtgärden om?' },
      horizon: { label: 'På vilken sikt?' },
      causes: { label: 'Vilken orsak ska den ta bort?' },
      ownerRole: { label: 'Vem ansvarar?', hint: 'Lämnas det tomt ansvarar enhetschefen.', required: false },
      dueAt: { label: 'När ska den vara gjord?' },
      howJudged: { label: 'Hur ska effekten bedömas?' },
      effectDueAt: { label: 'När ska effekten bedömas?', hint: 'Lämnas det tomt gäller kommunens egen regel: tre månader efter att åtgärden ska vara gjord.' },
    },
  },
  ChangeAction: {
    title: 'Ändra en åtgärd',
    button: 'Spara',
    fields: {
      actionId: { label: 'Vilken åtgärd?' },
      status: { label: 'Hur står det till?' },
      causes: { label: 'Vilken orsak ska den ta bort?' },
      dueAt: { label: 'Ny dag när den ska vara gjord' },
      effectDueAt: { label: 'Ny dag när effekten ska bedömas' },
      text: { label: 'Anteckning' },
    },
  },
  JudgeEffect: {
    title: 'Bedöm effekten',
    button: 'Spara',
    fields: { actionId: { label: 'Vilken åtgärd?' }, effect: { label: 'Hjälpte den?' }, evidence: { label: 'Hur vet ni det?' } },
  },
  DecideNoAction: {
    title: 'Ingen åtgärd behövs',
    button: 'Spara',
    fields: { causeId: { label: 'Gäller det en viss orsak?' }, text: { label: 'Varför behövs ingen åtgärd?' } },
  },
  ReplyAsReporter: {
    title: 'Fick du svar?',
    button: 'Skicka',
    fields: { answered: { label: 'Har du fått svar på det du rapporterade?' }, text: { label: 'Vill du säga något mer?' } },
  },
};
