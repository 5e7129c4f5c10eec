import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from '#platform/database';

export const sql = (file: string): string => readFileSync(new URL(`../sql/${file}.sql`, import.meta.url), 'utf8');

/**
 * The read side belongs to the running role: a rebuild makes the schema anew beside the old one and changes them.
 * A later migration that changes its tables drops the schema and makes it again: rows come back by the rebuild that a projector
 * begins with where there are none.
 */
async function anew(runner: QueryRunner): Promise<void> {
  await runner.query(`DO $own$ BEGIN
    IF NOT pg_has_role(current_user, 'gensvar_app', 'SET') THEN EXECUTE 'GRANT gensvar_app TO ' || quote_ident(current_user); END IF;
    EXECUTE format('GRANT CREATE ON DATABASE %I TO gensvar_app', current_database());
  END $own$`);
  await runner.query('DROP SCHEMA IF EXISTS read CASCADE; CREATE SCHEMA read AUTHORIZATION gensvar_app');
  await runner.query('SET LOCAL ROLE gensvar_app; SET LOCAL search_path = read');
  await runner.query(sql('tables'));
  await runner.query(sql('indexes'));
  await runner.query('RESET ROLE; SET LOCAL search_path = DEFAULT');
}

class ReadModel1732400000000 implements MigrationInterface {
  readonly name = 'ReadModel1732400000000';
  readonly up = anew;
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA read CASCADE');
  }
}

/** What a case became, how it was finally assessed, and the day it was received on its duties and actions. */
class FourKinds1763800000000 implements MigrationInterface {
  readonly name = 'FourKinds1763800000000';
  readonly up = anew;
  /** The tables before are these without their last columns: nothing to undo. */
  async down(): Promise<void> {}
}

/** The work list by the day received is read from an index. The rows stay: only a new database has it from the beginning. */
class ListByReceipt1763806000000 implements MigrationInterface {
  readonly name = 'ListByReceipt1763806000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL ROLE gensvar_app; CREATE INDEX IF NOT EXISTS case_list_received ON read.case_list (received_at DESC, case_id); RESET ROLE');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX read.case_list_received');
  }
}

const listIndexes = {
  case_list_kind: '(kind, done, next_due, received_at DESC, case_id)',
  case_list_stage: '(stage, next_due, received_at DESC, case_id)',
  case_list_number_end: '(reverse(upper(number)) text_pattern_ops)',
  case_list_diary_end: '(reverse(upper(diary_number)) text_pattern_ops) WHERE diary_number IS NOT NULL',
};

/** The work list by kind, by stage and by the end of a number is read from an index. The rows stay. */
class ListByKindAndNumber1763809800000 implements MigrationInterface {
  readonly name = 'ListByKindAndNumber1763809800000';
  async up(runner: QueryRunner): Promise<void> {
    const made = Object.entries(listIndexes).map(([name, over]) => `CREATE INDEX IF NOT EXISTS ${name} ON read.case_list ${over}`);
    await runner.query(`SET LOCAL ROLE gensvar_app; ${made.join('; ')}; RESET ROLE`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP INDEX ${Object.keys(listIndexes)
        .map((name) => `read.${name}`)
        .join(', ')}`,
    );
  }
}

export const readModelMigrations: readonly (new () => MigrationInterface)[] = [
  ReadModel1732400000000,
  FourKinds1763800000000,
  ListByReceipt1763806000000,
  ListByKindAndNumber1763809800000,
];
