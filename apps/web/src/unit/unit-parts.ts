import { sights } from '#domain/case/sight';
import type { Actor } from '#domain/org/actor';
import { sameAs } from '#domain/org/settings';
import { inTreeOrder } from '#domain/org/tree-order';
import type { Organisation } from '#domain/org/units';
import { type UnitAsked, type UnitFilter, type UnitNumbers, unitFilters } from '#read-model/reports/unit-figures';
import { unitTexts as texts } from '#text/unit-page';
import type { Option } from '#ui/field';
import type { UnitPart } from './unit-table.js';

/** The units that a person leads or follows by a post that sees cases, and all below them: in the tree's order, deeper ones indented. */
export function unitsOver({ posts }: Actor, organisation: Organisation, today: string): readonly Option[] {
  const over = posts.filter(({ role }) => sameAs(organisation.settings, role).some((held) => sights[held].length > 0)).map(({ unit }) => unit);
  const depthOf = (code: string) => organisation.ancestors(code, today).length;
  const tops = [...new Set(over)].filter((code) => organisation.unit(code, today) !== null).sort((a, b) => depthOf(a) - depthOf(b));
  const codes = new Set(tops.flatMap((code) => inTreeOrder(organisation, code, today)));
  const highest = Math.min(...[...codes].map(depthOf));
  return [...codes].map((code) => ({ value: code, label: `${'\u2003'.repeat(depthOf(code) - highest)}${organisation.nameOf(code, today)}` }));
}

/** The unit with all below it; the municipality's own board has what has no unit yet, too. */
export const scopeOf = (organisation: Organisation, unit: string, today: string): Pick<UnitAsked, 'units' | 'withoutUnit'> => ({
  units: [...new Set([unit, ...organisation.carriedBy(unit, today)])],
  withoutUnit: organisation.ownBoards(today).some(({ code }) => code === unit),
});

/** A part just below a unit, and which units' numbers are its; without code: what is of none of them. */
interface Part {
  readonly code: string | null;
  readonly name: string;
  readonly holds: (unit: string | null) => boolean;
}

/** The parts just below a unit by name, and last what is of none of them; nothing where it has no parts. */
export function partsBelow(organisation: Organisation, unit: string, today: string): readonly Part[] {
  const children = organisation
    .at(today)
    .filter(({ parent }) => parent === unit)
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  if (children.length === 0) return [];
  const parts = children.map(({ code, name }) => ({ code, name, codes: new Set([code, ...organisation.carriedBy(code, today)]) }));
  const isTaken = (each: string | null) => each !== null && parts.some(({ codes }) => codes.has(each));
  return [
    ...parts.map(({ code, name, codes }) => ({ code, name, holds: (each: string | null) => each !== null && codes.has(each) })),
    { code: null, name: texts.ownPart, holds: (each) => !isTaken(each) },
  ];
}

/** The parts just below a unit with their own sums, then the unit's own. Nothing where it has no parts. */
export const partsOf = (
  organisation: Organisation,
  unit: string,
  figures: readonly UnitNumbers[],
  attested: ReadonlySet<string>,
  today: string,
  hrefOf: (unit: string) => string,
): readonly UnitPart[] =>
  partsBelow(organisation, unit, today).flatMap(({ code, name, holds }): readonly UnitPart[] => {
    const rows = figures.filter((row) => holds(row.unit));
    if (code === null) return rows.length === 0 ? [] : [{ name, href: null, values: valuesOf(rows, true) }];
    return [{ name, href: hrefOf(code), values: valuesOf(rows, attested.has(code)) }];
  });

/** A zero of what came in counts only where it is attested; the current state is always known. */
export function valuesOf(rows: readonly UnitNumbers[], isAttested: boolean): Readonly<Record<UnitFilter, number | null>> {
  const sum = (which: UnitFilter) => rows.reduce((total, row) => total + row[which], 0);
  return Object.fromEntries(unitFilters.map((which) => [which, which === 'received' && sum(which) === 0 && !isAttested ? null : sum(which)])) as Record<
    UnitFilter,
    number | null
  >;
}
