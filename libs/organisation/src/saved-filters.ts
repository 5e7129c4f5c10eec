import { Column, type Database, Entity, PrimaryColumn } from '#platform/database';

/** A filter of the work list that a person has saved under a name; `query` as in the address. */
export type SavedFilter = Pick<SavedFilterRow, 'name' | 'query'>;

@Entity({ schema: 'store', name: 'saved_filter' })
export class SavedFilterRow {
  @PrimaryColumn('uuid')
  readonly person!: string;

  @PrimaryColumn('text')
  readonly name!: string;

  @Column('text')
  readonly query!: string;
}

/** The number of filters that can be counted at each view of the list without a delay. */
const AT_MOST = 12;

export const savedFiltersOf = (database: Database, person: string): Promise<SavedFilter[]> =>
  database.register(SavedFilterRow, (filters) =>
    filters.find({ select: { name: true, query: true }, where: { person }, order: { name: 'ASC' }, take: AT_MOST }),
  );

/** Saves a filter in place of one with the same name. False where the person has as many as can be saved. */
export async function saveFilter(database: Database, person: string, { name, query }: SavedFilter): Promise<boolean> {
  const kept = await savedFiltersOf(database, person);
  if (kept.length >= AT_MOST && !kept.some((row) => row.name === name)) return false;
  await database.register(SavedFilterRow, (filters) => filters.upsert({ person, name, query }, ['person', 'name']));
  return true;
}

export async function removeFilter(database: Database, person: string, name: string): Promise<void> {
  await database.register(SavedFilterRow, (filters) => filters.delete({ person, name }));
}
