import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from '#platform/database';

class Notices1732300000200 implements MigrationInterface {
  readonly name = 'Notices1732300000200';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readFileSync(new URL('../sql/tables.sql', import.meta.url), 'utf8'));
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE store.notice');
  }
}

export const noticeMigrations = [Notices1732300000200];
