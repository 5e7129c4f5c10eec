import { LRUCache } from 'lru-cache';
import type { Tx } from '#platform/database';
import type { Scope } from './scope.js';

/** Some tens of kilobytes each at most. */
const MOST = 200;
const caches = new WeakMap<Tx, LRUCache<string, Promise<unknown>>>();

/**
 * Figures at a position never change: they are computed once, also for simultaneous requests, and cached until
 * enough others have been asked for. `key` holds everything that the answer depends on.
 */
export function cacheAtPosition<T>(tx: Tx, key: string, make: () => Promise<T>): Promise<T> {
  const own = caches.get(tx) ?? new LRUCache<string, Promise<unknown>>({ max: MOST });
  caches.set(tx, own);
  const known = own.get(key);
  if (known !== undefined) return known as Promise<T>;
  const made = make();
  own.set(key, made);
  // A failed computation is not cached.
  made.catch(() => own.peek(key) === made && own.delete(key));
  return made;
}

/** Everything in a scope that a table depends on, the names of its columns too. */
export const cacheKeyOf = (scope: Scope, ...more: readonly unknown[]): string =>
  JSON.stringify([scope, [...new Set(scope.places.map(({ column }) => column))].map((column) => scope.nameOf(column ?? '')), ...more]);
