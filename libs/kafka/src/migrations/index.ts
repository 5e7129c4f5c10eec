import type { MigrationInterface, QueryRunner } from '#platform/database';

/** How far the relay has sent in each partition, written together with its checkpoint: figures stand on it (engine.md 5). */
class RelayPartition1732400000001 implements MigrationInterface {
  readonly name = 'RelayPartition1732400000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE store.relay_partition (partition integer PRIMARY KEY, position bigint NOT NULL) WITH (fillfactor = 50)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON store.relay_partition TO gensvar_app');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE store.relay_partition');
  }
}

export const kafkaMigrations: readonly (new () => MigrationInterface)[] = [RelayPartition1732400000001];
