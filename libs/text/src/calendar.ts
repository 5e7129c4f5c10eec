/** The calendar of one’s own deadlines: what its entries say, and what is said where its address is made. No words of a case. */
export const calendarTexts = {
  name: 'Gensvar: mina frister',
  /** An action that is to be done, and one whose effect is to be judged. */
  action: { do: 'Åtgärden ska vara klar', effect: 'Åtgärdens effekt ska bedömas' },
  entry: (number: string, what: string): string => `${number}: ${what}`,
  title: 'Mina frister i kalendern',
  lead: 'Du kan visa dina frister i Outlook, Google Kalender eller telefonens kalender. Där står nummer, vad som ska göras och dag. Inga namn och inget av vad någon har skrivit.',
  care: 'Adressen fungerar utan inloggning. Ge den inte till någon annan. Sluta använda den här om den har kommit bort.',
  none: 'Du har ingen kalenderadress.',
  has: (made: string): string => `Du har en kalenderadress, gjord ${made}.`,
  read: (read: string | null): string => (read === null ? 'Ingen kalender har hämtat den än.' : `Senast hämtad ${read}.`),
  make: 'Gör en kalenderadress',
  renew: 'Gör en ny adress (den gamla slutar gälla)',
  end: 'Sluta använda adressen',
  made: 'Din kalenderadress är klar',
  shownOnce:
    'Kopiera den nu: den visas bara här. I din kalender: välj att lägga till eller prenumerera på en kalender från en webbadress, och klistra in adressen.',
  copy: 'Kopiera adressen',
  copied: 'Kopierad',
  marked: 'Markerad: kopiera med Ctrl+C',
  ended: 'Adressen är avslutad. Kalendern visar inget nytt från Gensvar.',
} as const;
