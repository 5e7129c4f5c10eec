import type { Tx } from '#platform/database';

/** Others are connected: what they keep in memory would be another than what the store holds. */
export class NotAlone extends Error {
  override readonly name = 'NotAlone';
}

/** For what is done while the system is stopped. @throws NotAlone where the running role has a connection */
export async function demandAlone(tx: Tx): Promise<void> {
  const [others] = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND usename = 'gensvar_app'`,
  );
  if ((others?.n ?? 0) > 0) throw new NotAlone('others are connected');
}
