import type { Tx } from '#platform/database';
import type { Scope } from './scope.js';

/** Some tens of kilobytes each at most. */
const MOST = 200;
const caches = new WeakMap<Tx, Map<string, Promise<unknown>>>();

/**
 * Figures at a position never change: they are computed once, also for simultaneous requests, and cached until
 * enough others have been asked for. `key` holds everything that the answer depends on.
 */
export function cacheAtPosition<T>(tx: Tx, key: string, make: () => Promise<T>): Promise<T> {
  const own = caches.get(tx) ?? new Map<string, Promise<unknown>>();
  caches.set(tx, own);
  const known = own.get(key);
  const made = known ?? make();
  own.delete(key);
  own.set(key, made);
  if (own.size > MOST) own.delete(own.keys().next().value as string);
  // A failed computation is not cached.
  if (known === undefined) made.catch(() => own.get(key) === made && own.delete(key));
  return made as Promise<T>;
}

/** Everything in a scope that a table depends on, the names of its columns too. */
export const cacheKeyOf = (scope: Scope, ...more: readonly unknown[]): string =>
  JSON.stringify([scope, [...new Set(scope.places.map(({ column }) => column))].map((column) => scope.nameOf(column ?? '')), ...more]);
