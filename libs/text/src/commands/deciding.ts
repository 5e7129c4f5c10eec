import { type CommandText, doneOn, reasonsText } from '#domain/records/command-text';

const ivoLetter = { label: 'Vad står det i brevet?' };

/** What most decisions have none of: one answer opens it. */
const fold = 'Annan dag, fler som medverkade, eller en reservation?';
const decisionRecordForm = {
  at: { label: 'Vilken dag fattades beslutet? (om inte i dag)', fold },
  participants: {
    fold,
    label: 'Medverkade någon mer vid den slutliga handläggningen, utan att delta i avgörandet?',
    hint: 'Föredraganden anges för sig. Medverkade ingen mer väljer du Inga.',
  },
  dissents: { label: 'Anmäldes reservation eller avvikande mening?', fold },
  dissent: { label: 'Vem anmälde det, och vad skrevs?', hint: 'Bara om någon gjorde det.', fold },
};

/** Outcome, the decision on notification, and what passes between the municipality and IVO. */
export const deciding: Readonly<Record<string, CommandText>> = {
  ProposeOutcome: {
    title: 'Föreslå en bedömning',
    button: 'Lämna förslaget',
    fields: {
      outcome: { label: 'Vad visar utredningen?', required: true },
      hslOutcome: { label: 'Vad visar utredningen?', required: true },
      reasons: { label: 'Skäl', hint: 'Förslaget står kvar bredvid beslutet, också om den som beslutar kommer fram till något annat.' },
    },
  },
  DecideOutcome: {
    title: 'Besluta om bedömningen',
    button: 'Spara bedömningen',
    fields: {
      complaintOutcome: { label: 'Fanns det en brist?', required: true },
      outcome: {
        label: 'Vad är det?',
        hint: 'De två sista ska anmälas till IVO. Är du av annan mening än utredaren väljer du en annan bedömning och skriver varför.',
        required: true,
      },
      injury: { label: 'Skadades någon?', required: true },
      serious: { label: 'Var skadan allvarlig, eller hade den kunnat bli det?', required: true },
      avoidable: { label: 'Hade skadan kunnat undvikas?', required: true },
      hslOutcome: { label: 'Vad är det, efter de tre svaren?', hint: 'De två sista ska anmälas till IVO.', required: true },
      reasons: reasonsText,
      ...decisionRecordForm,
    },
  },
  DecideIvo: {
    title: 'Besluta om anmälan till IVO',
    button: 'Spara beslutet',
    fields: {
      notify: { label: 'Beslut' },
      presenter: { label: 'Vem har föredragit ärendet?', required: true },
      other: { label: 'Är någon annan anmälningsskyldig: vem?' },
      toldAt: { label: 'När fick den veta det?' },
      urgent: {
        label: 'Måste anmälan göras nu, fast underlaget inte är klart?',
        hint: 'Det som saknas antecknas, och utredningen sänds in när den är färdig.',
      },
      reasons: { label: 'Skäl', hint: 'Skälen sparas också när saken inte anmäls.' },
      ...decisionRecordForm,
    },
  },
  NotifyIvo: {
    title: 'Anmälan är skickad till IVO',
    button: 'Spara kvittensen',
    fields: {
      at: { label: 'Vilken dag skickades den? (om inte i dag)' },
      way: { label: 'Hur skickades den?', hint: 'Aldrig med e-post. Det som skickats i e-tjänsten kan inte ändras efteråt, bara kompletteras.' },
      investigationAttached: { label: 'Följde den färdiga utredningen med?', hint: 'Är utredningen klar ska den följa med.' },
      attachments: { label: 'Vilka filer skickades med?', hint: 'De som du kryssar för sparas som det som skickades.' },
      receipt: { label: 'Kvittens', hint: 'Numret eller texten som du fick när du skickade.' },
    },
  },
  SendToIvo: {
    title: 'Något mer är skickat till IVO',
    button: 'Spara',
    fields: { what: { label: 'Vad har skickats?' }, at: doneOn, attachments: { label: 'Vilka filer skickades?' } },
  },
  RecordIvoNumber: { title: 'IVO:s ärendenummer', button: 'Spara numret', fields: { ivoNumber: { label: 'IVO:s diarienummer' } } },
  RecordIvoRequest: {
    title: 'IVO vill ha mer',
    button: 'Spara begäran',
    fields: {
      at: { label: 'Vilken dag kom brevet? (om inte i dag)' },
      dueOn: { label: 'Vilken dag vill IVO ha svar?', required: true },
      answeredBy: { label: 'Vem svarar?' },
      text: ivoLetter,
    },
  },
  RecordIvoDecision: {
    title: 'IVO har beslutat',
    button: 'Spara beslutet',
    fields: {
      at: { label: 'Vilken dag kom beslutet? (om inte i dag)' },
      ivoOutcome: { label: 'Vad beslutade IVO?' },
      requirementDueOn: { label: 'Om något ska redovisas: vilken dag?' },
      text: ivoLetter,
    },
  },
  CloseIvoMatter: {
    title: 'IVO har avslutat ärendet',
    button: 'Spara',
    fields: {
      at: { label: 'Vilken dag? (om inte i dag)' },
      ivoOutcome: { label: 'Hur slutade det?', hint: 'Lämna tomt om det är som i beslutet.' },
      text: ivoLetter,
    },
  },
};
