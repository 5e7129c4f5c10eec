import { type CommandText, reasonsText } from '#domain/records/command-text';

/** How a case ends, and begins again. */
export const ending: Readonly<Record<string, CommandText>> = {
  CloseAtOnce: {
    title: 'Åtgärdat direkt',
    button: 'Avsluta som åtgärdat direkt',
    fields: {
      whatWasDone: { label: 'Vad gjordes?' },
      toldOnTheSpot: { label: 'Har den som hörde av sig eller rapporterade fått veta det?' },
      categories: { label: 'Vad gällde det?' },
      categoryOther: { label: 'Om du valde Annat: vad?' },
    },
  },
  HandOverCase: {
    title: 'Lämna över till annan ansvarig',
    button: 'Lämna över',
    fields: { to: { label: 'Till vem?' }, recipient: { label: 'Mottagare' }, told: { label: 'Har den som hörde av sig fått veta det?' }, reasons: reasonsText },
  },
  ReopenCase: { title: 'Öppna ärendet igen', button: 'Öppna igen', fields: { reason: { label: 'Varför?' }, text: { label: 'Beskriv' } } },
  CancelCase: {
    title: 'Begär makulering',
    button: 'Begär makulering',
    fields: {
      reason: { label: 'Varför?' },
      second: { label: 'Vilken chef ska bekräfta?', hint: 'Ärendet makuleras först när den andra personen har bekräftat med egen inloggning.' },
      text: { label: 'Beskriv' },
    },
  },
  ConfirmSecond: {
    title: 'Bekräfta som andra person',
    button: 'Bekräfta',
    fields: {
      request: { label: 'Vad bekräftar du?', hint: 'Skälen står i historiken. Beslutet gäller så snart du har bekräftat.', required: true },
      reasons: { label: 'Något att tillägga?' },
    },
  },
  RefuseSecond: {
    title: 'Bekräfta inte, eller ta tillbaka frågan',
    button: 'Bekräfta inte',
    fields: { request: { label: 'Vad gäller det?', required: true }, reasons: reasonsText },
  },
};
