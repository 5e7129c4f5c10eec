/** Swedish of the page where the title of a case is written. */
export const titleTexts = {
  write: 'Skriv rubrik',
  change: 'Ändra rubrik',
  lead: 'Rubriken står överst i ärendet och i listorna, för dem som får läsa ärendets text. Andra ser slaget och koderna.',
  remove: 'Ta bort rubriken',
  codes: (heading: string): string => `Utan rubrik står det: ${heading}.`,
  movedOn: 'Någon annan har ändrat i ärendet sedan du öppnade sidan. Se efter att rubriken fortfarande stämmer, och spara igen.',
} as const;
