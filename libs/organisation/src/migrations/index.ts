import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from '#platform/database';

const sql = (file: string): string => readFileSync(new URL(`../sql/${file}`, import.meta.url), 'utf8');

class OrganisationTables1732300000000 implements MigrationInterface {
  readonly name = 'OrganisationTables1732300000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql('tables.sql'));
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE store.post, store.person, store.local_entry, store.org_unit');
  }
}

export const organisationMigrations = [OrganisationTables1732300000000];
