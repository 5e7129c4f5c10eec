import { readFileSync } from 'node:fs';
import { migration } from '#platform/database';

export const conductingMigrations = [
  migration('Conducting1732300000100', () => readFileSync(new URL('../sql/tables.sql', import.meta.url), 'utf8'), 'DROP TABLE store.heartbeat, store.waiting'),
];
