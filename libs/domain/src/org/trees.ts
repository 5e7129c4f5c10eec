import { refuse } from '../errors.js';
import type { Post } from './holders.js';
import type { Organisation } from './units.js';

/** Roots of the trees in which a person holds a post; without posts the municipality's. A provider's own tree is not the board's. */
export function treesOf(posts: readonly Post[], organisation: Organisation, today: string): readonly string[] {
  const roots = posts.flatMap((post) => organisation.answering(post.unit, today).at(-1)?.code ?? []);
  return roots.length > 0 ? [...new Set(roots)] : organisation.ownBoards(today).map(({ code }) => code);
}

/**
 * The unit whose figures are asked for. Figures stay within a tree: the municipality counts nothing of a provider's own cases and the
 * other way round. Without a unit it is the board (undefined), or the provider's own root for one who works there alone.
 * @throws Refusal unitNotValid for a unit of another tree, as for one that does not exist
 */
export function unitCounted(asked: string | undefined, posts: readonly Post[], organisation: Organisation, today: string): string | undefined {
  const trees = treesOf(posts, organisation, today);
  if (asked === undefined) return organisation.ownBoards(today).some(({ code }) => trees.includes(code)) ? undefined : trees[0];
  const root = organisation.answering(asked, today).at(-1);
  if (root !== undefined && !trees.includes(root.code)) refuse('unitNotValid', [{ field: 'unit', text: 'Enheten finns inte' }]);
  return asked;
}

/**
 * The tree of a unit: the municipality's own, or the root of a provider's. What has no unit is the
 * municipality's; null for a unit that never existed.
 */
export function sideOf(unit: string | null, organisation: Organisation, today: string): string | null {
  const root = organisation.answering(unit, today).at(-1);
  if (root === undefined) return unit === null ? OWN_SIDE : null;
  return root.provider === 'own' ? OWN_SIDE : root.code;
}

/** The trees in which a person holds a post. */
export const sidesOf = (posts: readonly Post[], organisation: Organisation, today: string): readonly (string | null)[] => [
  ...new Set(posts.map((post) => sideOf(post.unit, organisation, today))),
];

/** The municipality's own tree, including its units that others run (mirrors). */
export const OWN_SIDE = 'own';
