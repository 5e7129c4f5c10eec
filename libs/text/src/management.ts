/** The page that leads to the records of the management system. */
export const managementTexts = {
  title: 'Ledningssystem',
  lead: 'Det ni följer under året för att verksamheten ska hålla god kvalitet. Här står det du får se.',
  what: 'Vad',
  open: 'Pågår',
  late: 'Försenat',
  next: 'Nästa dag',
  none: '–',
} as const;
