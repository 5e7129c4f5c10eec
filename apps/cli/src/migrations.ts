import { storeMigrations } from '#event-store/migrations/index';
import { organisationMigrations } from '#organisation/migrations/index';

/** Every migration there is, in the order they are run. */
export const allMigrations = [...storeMigrations, ...organisationMigrations];
