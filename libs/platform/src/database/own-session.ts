import type pg from 'pg';
import { SettingFault } from '../log.js';

const CHANNEL = 'gensvar_own_session';
const HEARD_WITHIN_MS = 5000;

const BETWEEN =
  'DATABASE_URL går till en pooler (till exempel PgBouncer) som inte ger varje anslutning en egen session hos PostgreSQL. ' +
  'Gensvar lyssnar på händelser (LISTEN) och sätter tidszon och tidsgränser för sin session. ' +
  'Ange databasens egen adress, eller sätt poolern i läget session och låt den släppa igenom inställningarna.';

/** The SQLSTATE with which a pooler answers settings at the connection's start that it does not know (protocol violation). */
const PROTOCOL_VIOLATION = '08P01';

/** @throws SettingFault where a pooler refused the connection's settings; else returns */
export function refusedByPooler(error: unknown): void {
  if ((error as { code?: unknown }).code === PROTOCOL_VIOLATION) throw new SettingFault(BETWEEN);
}

interface Settings {
  readonly pid: number;
  readonly zone: string;
  readonly patience: string;
}

/**
 * A connection must be a session of its own: what it listens to and what it has set stay with it. A pooler in transaction mode gives
 * neither, and says nothing: pages would no longer be told of what is new, and instants could be read in another time zone.
 *
 * @param client a connection that is not used for anything else, opened with the settings that every connection of ours has
 * @param patience the `statement_timeout` among those settings, as PostgreSQL writes it
 * @param elsewhere runs a statement on another connection
 * @throws SettingFault where a pooler stands between and the session is not the connection's own
 */
export async function mustBeOwnSession(client: pg.Client, patience: string, elsewhere: (sql: string) => Promise<unknown>): Promise<void> {
  const { rows } = await client.query<Settings>(
    `SELECT pg_backend_pid() AS pid, current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS patience`,
  );
  const [found] = rows as [Settings];
  if (found.zone !== 'UTC' || found.patience !== patience) throw new SettingFault(BETWEEN);
  // A pooler answers the connection itself, under a number of its own
  const direct = (client as unknown as { readonly processID: number | null }).processID === found.pid;
  if (!direct && !(await hears(client, elsewhere))) throw new SettingFault(BETWEEN);
}

async function hears(client: pg.Client, elsewhere: (sql: string) => Promise<unknown>): Promise<boolean> {
  const heard = new Promise<true>((resolve) => client.on('notification', () => resolve(true)));
  await client.query(`LISTEN ${CHANNEL}`);
  // Not on the same connection: a pooler in transaction mode may give it the same session again, and hand on what that session hears
  await elsewhere(`NOTIFY ${CHANNEL}`);
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), HEARD_WITHIN_MS);
  });
  return Promise.race([heard, tired]).finally(() => clearTimeout(timer));
}
