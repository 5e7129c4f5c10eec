import { sights } from '#domain/case/sight';
import type { Actor } from '#domain/org/actor';
import { sameAs } from '#domain/org/settings';
import { inTreeOrder } from '#domain/org/tree-order';
import type { Organisation } from '#domain/org/units';
import { type UnitAsked, type UnitFilter, type UnitNumbers, unitFilters } from '#read-model/reports/unit-figures';
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

/** The parts just below a unit with their own sums, then the unit's own. Nothing where it has no parts. */
export function partsOf(
  organisation: Organisation,
  unit: string,
  figures: readonly UnitNumbers[],
  attested: ReadonlySet<string>,
  today: string,
  hrefOf: (unit: string) => string,
): readonly UnitPart[] {
  const children = organisation
    .at(today)
    .filter(({ parent }) => parent === unit)
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  if (children.length === 0) return [];
  const taken = new Set<string | null>();
  const parts = children.map(({ code, name }) => {
    const codes = new Set([code, ...organisation.carriedBy(code, today)]);
    for (const each of codes) taken.add(each);
    return {
      name,
      href: hrefOf(code),
      values: valuesOf(
        figures.filter((row) => row.unit !== null && codes.has(row.unit)),
        attested.has(code),
      ),
    };
  });
  const rest = figures.filter((row) => !taken.has(row.unit));
  return rest.length === 0 ? parts : [...parts, { name: 'Utan enhet eller direkt här', href: null, values: valuesOf(rest, true) }];
}

/** A zero of what came in counts only where it is attested; the current state is always known. */
function valuesOf(rows: readonly UnitNumbers[], isAttested: boolean): Readonly<Record<UnitFilter, number | null>> {
  const sum = (which: UnitFilter) => rows.reduce((total, row) => total + row[which], 0);
  return Object.fromEntries(unitFilters.map((which) => [which, which === 'received' && sum(which) === 0 && !isAttested ? null : sum(which)])) as Record<
    UnitFilter,
    number | null
  >;
}
