import { migration } from '#platform/database';

/** The last position that the relay has sent in each partition, written together with its checkpoint (docs/engine.md#facts-and-figures). */
const partitions = `CREATE TABLE store.relay_partition (partition integer PRIMARY KEY, position bigint NOT NULL) WITH (fillfactor = 50);
  GRANT SELECT, INSERT, UPDATE ON store.relay_partition TO gensvar_app`;

export const kafkaMigrations = [migration('RelayPartition1732400000001', () => partitions, 'DROP TABLE store.relay_partition')];
