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

class NoticeOfMessage1795310000003 implements MigrationInterface {
  readonly name = 'NoticeOfMessage1795310000003';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds("'receipt', 'reminder', 'effect', 'escalation', 'assignment', 'message'"));
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM store.notice WHERE kind = 'message'`);
    await runner.query(kinds("'receipt', 'reminder', 'effect', 'escalation', 'assignment'"));
  }
}

const kinds = (list: string): string =>
  `ALTER TABLE store.notice DROP CONSTRAINT notice_kind_check; ALTER TABLE store.notice ADD CONSTRAINT notice_kind_check CHECK (kind IN (${list}))`;

export const noticeMigrations = [Notices1732300000200, NoticeOfMessage1795310000003];
