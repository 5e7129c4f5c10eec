import type { Organisation } from './units.js';

/** The unit and all below it on the day, each followed by its own, siblings by name. */
export const inTreeOrder = (organisation: Organisation, code: string, day: string): readonly string[] => [
  code,
  ...organisation
    .at(day)
    .filter(({ parent }) => parent === code)
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))
    .flatMap((child) => inTreeOrder(organisation, child.code, day)),
];

/** Every unit of the day, tree after tree: the municipality's own first. */
export const wholeTree = (organisation: Organisation, day: string): readonly string[] =>
  organisation
    .at(day)
    .filter(({ parent }) => parent === null)
    .sort((a, b) => Number(b.provider === 'own') - Number(a.provider === 'own') || a.name.localeCompare(b.name, 'sv'))
    .flatMap(({ code }) => inTreeOrder(organisation, code, day));
