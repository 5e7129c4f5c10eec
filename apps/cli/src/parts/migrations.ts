import { storeMigrations } from '#event-store/migrations/index';
import { kafkaMigrations } from '#kafka/migrations/index';
import { noticeMigrations } from '#notices/migrations/index';
import { organisationMigrations } from '#organisation/migrations/index';
import { readModelMigrations } from '#read-model/migrations/index';
import { workflowSyncMigrations } from '#workflow-sync/migrations/index';

/** Every migration there is, in the order they are run. */
export const allMigrations = [
  ...storeMigrations,
  ...organisationMigrations,
  ...kafkaMigrations,
  ...readModelMigrations,
  ...workflowSyncMigrations,
  ...noticeMigrations,
];
