import type { Tx } from '#platform/database';

/** Other processes are connected; what they hold in memory would no longer match the store. */
export class NotAlone extends Error {
  override readonly name = 'NotAlone';
}

/** For work that needs the system to be stopped. @throws NotAlone where the running role has a connection */
export async function demandAlone(tx: Tx): Promise<void> {
  const [others] = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND usename = 'gensvar_app'`,
  );
  if ((others?.n ?? 0) > 0) throw new NotAlone('others are connected');
}
