/** Pictures and documents: what can be sent along, and why one could not be kept. A name of the file stands before each reason. */
export const attachmentTexts = {
  label: 'Bilder eller dokument',
  hint: 'Högst fem filer på 10 MB var: bilder (JPEG, PNG), PDF eller text. Var och när en bild är tagen tar vi bort.',
  notKeptTitle: 'Alla filer kom inte med',
  notKeptLead: 'Det du skrev är sparat. De här filerna kunde vi inte ta emot:',
  again: 'Skicka filerna igen',
  why: {
    tooLarge: 'är för stor. En fil får vara högst 10 MB.',
    empty: 'är tom.',
    unknown: 'är inte en bild, en PDF eller en text. Namnet säger ett, innehållet något annat, eller så är det en sort vi inte tar emot.',
    heic: 'är en bild i formatet HEIC. Spara den som JPEG, eller ta en skärmbild av den, och skicka den.',
    damaged: 'är skadad och går inte att öppna.',
    tooMany: 'är en för mycket. Högst fem filer åt gången.',
    fault: 'kunde inte sparas på grund av ett fel hos oss. Försök igen om en stund.',
  },
  paper: { receipt: 'Filen som e-tjänsten gav', letter: 'Brevet som fil' },
  none: 'Inga bilagor.',
  add: 'Lägg till en bild eller ett dokument',
  addButton: 'Lägg till',
  removed: 'Bilagan är gallrad.',
  tampered: 'Bilagan är inte den som sparades. Den lämnas inte ut. Felet är noterat.',
} as const;
