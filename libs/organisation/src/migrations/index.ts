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

class SettingsAndStandIns1763800000001 implements MigrationInterface {
  readonly name = 'SettingsAndStandIns1763800000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql('settings-and-stand-ins.sql'));
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW store.held_post; DROP TABLE store.stand_in, store.setting; REVOKE UPDATE (valid_to) ON store.post FROM gensvar_app');
  }
}

class SavedFilters1795310000002 implements MigrationInterface {
  readonly name = 'SavedFilters1795310000002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql('saved-filters.sql'));
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE store.saved_filter');
  }
}

class Sessions1795310000003 implements MigrationInterface {
  readonly name = 'Sessions1795310000003';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql('sessions.sql'));
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE store.sign_in, store.session');
  }
}

export const organisationMigrations = [OrganisationTables1732300000000, SettingsAndStandIns1763800000001, SavedFilters1795310000002, Sessions1795310000003];
