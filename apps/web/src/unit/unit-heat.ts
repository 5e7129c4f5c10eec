import { causeAreas } from '#domain/codes/causes';
import type { Code } from '#domain/codes/code';
import { shownIn } from '#read-model/reports/shown';
import type { Crossing, UnitFilter } from '#read-model/reports/unit-figures';
import { label } from '../frame/labels.js';
import type { UnitPageProps } from './unit.page.js';

/** Rarer rows are counted in a note, not shown. */
const ROWS = 12;

/** Causes across what the cases were about, the most frequent first; null where no cause is found. */
export function heatOf(
  cells: readonly (Crossing & { readonly cases: number })[],
  { pressed, from, to }: { readonly pressed: UnitFilter | Crossing; readonly from: string; readonly to: string },
  hrefOf: (crossing: Crossing) => string,
  isKnown: boolean,
): UnitPageProps['heat'] {
  if (cells.length === 0) return null;
  const sums = new Map<string, number>();
  for (const { about, cases } of cells) sums.set(about, (sums.get(about) ?? 0) + cases);
  const abouts = [...sums].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)).map(([about]) => about);
  const numbers = new Map(cells.map(({ about, cause, cases }) => [`${about} ${cause}`, cases]));
  return {
    rows: abouts.slice(0, ROWS).map((code) => ({ code, label: nameOfAbout(code) })),
    columns: shownIn<Code>(causeAreas, { from, to }, ({ code }) => cells.some(({ cause }) => cause === code)).map(({ code, label: name }) => ({
      code,
      label: name,
    })),
    numberAt: (about, cause) => numbers.get(`${about} ${cause}`) ?? 0,
    hrefOf: (about, cause) => hrefOf({ about, cause }),
    isChosen: (about, cause) => typeof pressed !== 'string' && pressed.about === about && pressed.cause === cause,
    isKnown,
    left: Math.max(0, abouts.length - ROWS),
  };
}

export const crossingName = ({ cause, about }: Crossing): string => `${nameOfAbout(about)}, ${label('causeArea', cause)}`;

/** The label of `<list>:<code>`. */
export function nameOfAbout(about: string): string {
  const [list = '', code = ''] = about.split(':');
  return label(list, code) ?? code;
}
