import type pg from 'pg';
import { SettingFault } from '../log.js';

const CHANNEL = 'gensvar_own_session';
const HEARD_WITHIN_MS = 5000;

const BETWEEN =
  'DATABASE_URL går till en pooler (till exempel PgBouncer) som inte ger varje anslutning en egen session hos PostgreSQL. ' +
  'Gensvar lyssnar på händelser (LISTEN) och sätter tidszon och tidsgränser för sin session. ' +
  'Ange databasens egen adress, eller sätt poolern i läget session och låt den släppa igenom inställningarna.';

/** The SQLSTATE with which a pooler refuses unknown settings at connect (protocol violation). */
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
 * A connection must be a session of its own: its listeners and settings stay with it. A pooler in transaction mode gives
 * neither, without a fault: pages would no longer be told of changes, and instants could be read in another time zone.
 *
 * @param client a connection that is not used for anything else, opened with the settings that all our connections have
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
  // A pooler answers the connection itself, under a process number of its own
  const direct = (client as unknown as { readonly processID: number | null }).processID === found.pid;
  if (!direct && !(await hears(client, elsewhere))) throw new SettingFault(BETWEEN);
}

async function hears(client: pg.Client, elsewhere: (sql: string) => Promise<unknown>): Promise<boolean> {
  const heard = new Promise<true>((resolve) => client.on('notification', () => resolve(true)));
  await client.query(`LISTEN ${CHANNEL}`);
  // On another connection: a pooler in transaction mode may give this one the same session again and forward its notifications
  await elsewhere(`NOTIFY ${CHANNEL}`);
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), HEARD_WITHIN_MS);
  });
  return Promise.race([heard, tired]).finally(() => clearTimeout(timer));
}
