/** The per cent that `n` of `of` is, as it is printed: rounded to the nearest. */
const perCent = (n: number, of: number): number => Math.round((100 * n) / of);

/** How many of `of` answers a printed per cent can be; none where no number of them comes to it. */
export const answersAt = (percent: number, of: number): readonly number[] =>
  [Math.floor((percent * of) / 100), Math.ceil((percent * of) / 100)].filter((n, at, all) => n <= of && perCent(n, of) === percent && all.indexOf(n) === at);

/** “91 procent av 20 går inte: 18 av 20 är 90 procent och 19 av 20 är 95.” Null where it is possible. */
export function impossible(percent: number, of: number): string | null {
  if (answersAt(percent, of).length > 0) return null;
  const below = Math.floor((percent * of) / 100);
  const near = [below, below + 1].filter((n) => n >= 0 && n <= of).map((n) => `${n} av ${of} är ${perCent(n, of)} procent`);
  return `${percent} procent av ${of} svar är inte möjligt: ${near.join(' och ')}. Rätta procenten, eller ange hur många svar den är räknad på`;
}
