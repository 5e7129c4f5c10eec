import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from '#platform/database';

class Conducting1732300000100 implements MigrationInterface {
  readonly name = 'Conducting1732300000100';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readFileSync(new URL('../sql/tables.sql', import.meta.url), 'utf8'));
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE store.heartbeat, store.waiting');
  }
}

export const conductingMigrations = [Conducting1732300000100];
