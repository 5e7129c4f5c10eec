import type { CommandText } from '#domain/records/command-text';

/** What the law sends elsewhere than to the case. */
export const elsewhere: Readonly<Record<string, CommandText>> = {
  RecordOtherWay: {
    title: 'Anteckna vad som hör hemma på annat håll',
    button: 'Spara',
    fields: {
      way: { label: 'Vad är det?' },
      step: { label: 'Hur står det till med det?', hint: 'Ett överklagande eller en oro för ett barn är klart först när det är lämnat vidare.' },
      to: { label: 'Vart lämnades det?', hint: 'Behövs när det är lämnat vidare.' },
      cameInOn: { label: 'Vilken dag kom det in?', hint: 'Lämna tomt om det kom in samma dag som ärendet. För ett överklagande räknas tiden från den dagen.' },
      at: { label: 'Vilken dag lämnades det vidare? (om inte i dag)' },
      reasons: { label: 'Skäl eller anteckning', hint: 'Behövs om det inte var så. Läses av dem som får läsa ärendets text.' },
    },
  },
};
