import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration in SQL. `name` ends with its moment in milliseconds and identifies it in the database. `up` is called when it
 * is to be run; `down` is empty where there is nothing to undo, and null where there is no way back.
 */
export const migration = (name: string, up: () => string, down: string | null): (new () => MigrationInterface) =>
  class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(up());
    }

    async down(runner: QueryRunner): Promise<void> {
      if (down === null) throw new Error('the truth is not taken down');
      if (down !== '') await runner.query(down);
    }
  };
