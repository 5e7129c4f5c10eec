import type { CommandText } from '#domain/records/command-text';

/** What passes between the municipality and an authority beside a lex Sarah or a lex Maria. */
export const withAuthorities: Readonly<Record<string, CommandText>> = {
  RecordAuthorityRequest: {
    title: 'En myndighet vill ha ett yttrande',
    button: 'Spara begäran',
    fields: {
      from: { label: 'Vem skriver?' },
      letterOn: { label: 'Vilken dag är brevet daterat?' },
      theirNumber: { label: 'Myndighetens diarienummer' },
      dueOn: { label: 'Vilken dag vill de ha svar?', hint: 'Lämna tomt om brevet inte nämner någon dag.' },
      text: { label: 'Vad vill de veta?' },
    },
  },
  AnswerAuthority: {
    title: 'Yttrandet är skickat',
    button: 'Spara',
    fields: {
      at: { label: 'Vilken dag skickades det? (om inte i dag)' },
      attachments: { label: 'Vilka filer skickades?' },
      text: { label: 'Vad svarade ni?' },
    },
  },
  DecideOwnNotification: {
    title: 'Besluta om en egen anmälan till IVO',
    button: 'Spara beslutet',
    fields: {
      about: { label: 'Vad gäller anmälan?', hint: 'Vid sidan av lex Sarah och lex Maria, aldrig i stället för dem.' },
      notify: { label: 'Ska saken anmälas?', hint: 'Misstanke räcker.' },
      reasons: { label: 'Skäl', hint: 'Skälen sparas också när saken inte anmäls.' },
    },
  },
  SendOwnNotification: {
    title: 'Den egna anmälan är skickad till IVO',
    button: 'Spara',
    fields: {
      about: { label: 'Vilken anmälan?' },
      at: { label: 'Vilken dag skickades den? (om inte i dag)' },
      theirNumber: { label: 'IVO:s diarienummer' },
    },
  },
};
