import type { Tx } from '#platform/database';
import type { Scope } from './scope.js';

/** Some tens of kilobytes each at most. */
const MOST = 200;
const caches = new WeakMap<Tx, Map<string, Promise<unknown>>>();

/**
 * What was counted at a position stays so: it is counted once, also where twenty people ask for it in the same moment, and kept until
 * others have been asked for since. `key` holds everything the answer is made of.
 */
export function cacheAtPosition<T>(tx: Tx, key: string, make: () => Promise<T>): Promise<T> {
  const own = caches.get(tx) ?? new Map<string, Promise<unknown>>();
  caches.set(tx, own);
  const known = own.get(key);
  const made = known ?? make();
  own.delete(key);
  own.set(key, made);
  if (own.size > MOST) own.delete(own.keys().next().value as string);
  // What failed is asked for again.
  if (known === undefined) made.catch(() => own.get(key) === made && own.delete(key));
  return made as Promise<T>;
}

/** All of a scope that a table is made of, the names of its columns too. */
export const cacheKeyOf = (scope: Scope, ...more: readonly unknown[]): string =>
  JSON.stringify([scope, [...new Set(scope.places.map(({ column }) => column))].map((column) => scope.nameOf(column ?? '')), ...more]);
