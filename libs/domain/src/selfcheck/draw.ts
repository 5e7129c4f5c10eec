import { uuidOf } from '../ids.js';

/** So many of the cases, by lot: the same seed and the same cases always give the same draw, in whatever order they are handed in. */
export function drawn(seed: string, cases: readonly string[], size: number): readonly string[] {
  return [...new Set(cases)]
    .map((id) => ({ id, lot: uuidOf(seed, id) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}
