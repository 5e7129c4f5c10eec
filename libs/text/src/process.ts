/** Processkartor. */
export const processTexts = {
  parts: 'Processer och aktiviteter',
  holds: (day: string): string => `Så här ser kartan ut den ${day}.`,
  empty: 'Inget är tillagt än.',
  series: { main: 'Huvudprocesser', support: 'Stödprocesser' },
  answers: (level: string): string => `Svarar: ${level}`,
  from: (day: string): string => `gäller från den ${day}`,
  until: (day: string): string => `gäller till och med den ${day}`,
  ended: 'Gäller inte längre',
} as const;
