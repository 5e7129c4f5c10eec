import type { Tx } from '#platform/database';

/** Other processes are connected; what they hold in memory would no longer match the store. */
export class NotAlone extends Error {
  override readonly name = 'NotAlone';
}

/** A process that has just ended leaves its connections for a moment, on a busy machine for a second or more. */
const PATIENCE = { times: 30, seconds: 0.1 };

/** For work that needs the system to be stopped. @throws NotAlone where the running role still has a connection after three seconds */
export async function demandAlone(tx: Tx): Promise<void> {
  for (let n = 0; n < PATIENCE.times; n += 1) {
    const [others] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND usename = 'gensvar_app'`,
    );
    if ((others?.n ?? 0) === 0) return;
    // Within a transaction what was seen first is seen again, unless it is cleared.
    await tx.query('SELECT pg_stat_clear_snapshot(), pg_sleep($1)', [PATIENCE.seconds]);
  }
  throw new NotAlone('others are connected');
}
