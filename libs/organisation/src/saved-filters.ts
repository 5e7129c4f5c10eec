import type { Tx } from '#platform/database';

/** A filter of the work list that a person has saved under a name; `query` as in the address. */
export interface SavedFilter {
  readonly name: string;
  readonly query: string;
}

/** The number of filters that can be counted at each view of the list without a delay. */
const AT_MOST = 12;

export const savedFiltersOf = (database: Tx, person: string): Promise<SavedFilter[]> =>
  database.query<SavedFilter>('SELECT name, query FROM store.saved_filter WHERE person = $1 ORDER BY name LIMIT $2', [person, AT_MOST]);

/** Saves a filter in place of one with the same name. False where the person has as many as can be saved. */
export async function saveFilter(database: Tx, person: string, { name, query }: SavedFilter): Promise<boolean> {
  const kept = await savedFiltersOf(database, person);
  if (kept.length >= AT_MOST && !kept.some((row) => row.name === name)) return false;
  await database.query(
    'INSERT INTO store.saved_filter (person, name, query) VALUES ($1, $2, $3) ON CONFLICT (person, name) DO UPDATE SET query = excluded.query',
    [person, name, query],
  );
  return true;
}

export async function removeFilter(database: Tx, person: string, name: string): Promise<void> {
  await database.query('DELETE FROM store.saved_filter WHERE person = $1 AND name = $2', [person, name]);
}
