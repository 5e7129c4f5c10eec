/** What a history can be narrowed to, in the order of the links. The code stands in the address. */
export const historyGroups = [
  { code: 'arbete', label: 'Arbete och beslut' },
  { code: 'svar', label: 'Samtal och svar' },
  { code: 'ivo', label: 'IVO' },
  { code: 'jav', label: 'Jäv' },
  { code: 'frister', label: 'Frister och påminnelser' },
] as const;
export type HistoryGroup = (typeof historyGroups)[number]['code'];
