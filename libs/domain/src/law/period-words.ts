const units: Readonly<Record<string, readonly [string, string]>> = {
  BD: ['arbetsdag', 'arbetsdagar'],
  D: ['dag', 'dagar'],
  W: ['vecka', 'veckor'],
  M: ['månad', 'månader'],
  Y: ['år', 'år'],
};

/** A period of one unit as it is written: `P10BD` is “10 arbetsdagar”, `P0D` “samma dag”. Another text is given back as it is. */
export function periodInWords(period: string): string {
  const [, n, unit] = /^P(\d+)(BD|D|W|M|Y)$/.exec(period) ?? [];
  if (n === undefined || unit === undefined) return period;
  return n === '0' ? 'samma dag' : `${n} ${units[unit]?.[n === '1' ? 0 : 1]}`;
}
