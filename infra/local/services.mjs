import { findJava } from './java.mjs';
import { startKafka } from './kafka.mjs';
import { startPostgres } from './postgres.mjs';
import { startTemporal } from './temporal.mjs';

export { openHome } from './home.mjs';
export { endLeftovers } from './leftovers.mjs';
export { findJava, startKafka, startPostgres, startTemporal };

/**
 * The services without a given address, each with how to start it.
 * @param {NodeJS.ProcessEnv} env
 */
export function wanted(env = process.env) {
  const java = findJava();
  return {
    postgres: !env.DATABASE_URL && !env.DATABASE_ADMIN_URL,
    temporal: !env.TEMPORAL_ADDRESS,
    kafka: !env.KAFKA_BROKERS && 'java' in java,
    java: java.java,
    withoutKafka: !env.KAFKA_BROKERS && 'missing' in java ? java.missing : undefined,
  };
}

/** The variables that running services give to our processes; `DATABASE_ADMIN_URL` is for set-up only. */
export function variablesOf({ postgres, temporal, kafka }) {
  return {
    ...(postgres && { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl }),
    ...(temporal && { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: 'default', TEMPORAL_UI: temporal.ui }),
    ...(kafka && { KAFKA_BROKERS: kafka.brokers }),
  };
}
