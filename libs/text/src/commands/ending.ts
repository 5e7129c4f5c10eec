import { type CommandText, reasons } from './command-text.js';

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
    fields: { to: { label: 'Till vem?' }, recipient: { label: 'Mottagare' }, told: { label: 'Har den som hörde av sig fått veta det?' }, reasons },
  },
  ReopenCase: { title: 'Öppna ärendet igen', button: 'Öppna igen', fields: { reason: { label: 'Varför?' }, text: { label: 'Beskriv' } } },
  CancelCase: {
    title: 'Makulera',
    button: 'Makulera',
    fields: { reason: { label: 'Varför?' }, second: { label: 'Chef som godkänt' }, text: { label: 'Beskriv' } },
  },
};
