import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from '#platform/database';

const sql = (name: string) => readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8');

class EventStore1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const file of ['tables', 'functions', 'append', 'grants']) await runner.query(sql(file));
  }

  async down(): Promise<void> {
    throw new Error('the truth is not taken down');
  }
}

class Drafts1795310000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql('drafts'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE store.draft');
  }
}

class Attachments1795310000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql('attachments'));
  }

  async down(): Promise<void> {
    throw new Error('the truth is not taken down');
  }
}

/** Schema `store`, in order. Owned here: events, answers, numbers, keys, subscriptions, the demo's clock and the access log, drafts, attachments. */
export const storeMigrations: readonly (new () => MigrationInterface)[] = [EventStore1700000000001, Drafts1795310000001, Attachments1795310000002];
