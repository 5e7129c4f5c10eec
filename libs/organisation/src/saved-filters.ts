import type { Tx } from '#platform/database';

/** A filter of the work list that a person has kept under a name of their own; `query` as it stands in the address. */
export interface SavedFilter {
  readonly name: string;
  readonly query: string;
}

/** As many as can be counted at each look at the list without being felt. */
const AT_MOST = 12;

export const savedFiltersOf = (database: Tx, person: string): Promise<SavedFilter[]> =>
  database.query<SavedFilter>('SELECT name, query FROM store.saved_filter WHERE person = $1 ORDER BY name LIMIT $2', [person, AT_MOST]);

/** Keeps a filter; one of the same name gives way. False where the person has as many as can be kept. */
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
