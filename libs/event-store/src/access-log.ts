import { machineTime } from '#platform/clock';
import { DatabaseFault, type Tx } from '#platform/database';

/** One access to a stream, as ids and codes. */
export interface Access {
  readonly person: string;
  /** What was done: `read`, `history`, `export` … */
  readonly action: string;
  readonly stream: string;
  readonly route: string;
}

/** Logs an access. Await it before showing anything: what cannot be logged must not be shown. @throws DatabaseFault */
export const logAccess = (tx: Tx, { stream, ...access }: Access): Promise<void> => logAccesses(tx, { ...access, streams: [stream] });

/**
 * Like logAccess, for several streams that are shown at once. Where the disk is full the accesses are written to stderr, which the operator keeps,
 * so that a case can still be read when it cannot be changed. @throws DatabaseFault
 */
export async function logAccesses(tx: Tx, { person, action, streams, route }: Omit<Access, 'stream'> & { readonly streams: readonly string[] }): Promise<void> {
  if (streams.length === 0) return;
  const noted = tx.query(
    `INSERT INTO store.access_log (at, person, action, stream, route)
     SELECT clock_timestamp() + (SELECT offset_ms FROM store.clock) * interval '1 millisecond', $1, $2, stream, $4 FROM unnest($3::text[]) AS stream`,
    [person, action, streams, route],
  );
  await noted.catch((error: unknown) => {
    if (!(error instanceof DatabaseFault && error.full)) throw error;
    process.stderr.write(`${JSON.stringify({ time: machineTime(), name: 'access', person, action, streams, route })}\n`);
  });
}

/** What is looked for in the log: of streams, by a person, both or neither; from the first instant, up to but not with the second. */
export interface AccessSearch {
  readonly streams: readonly string[] | null;
  readonly person: string | null;
  readonly from: string;
  readonly to: string;
}

export interface LoggedAccess extends Access {
  readonly at: string;
}

interface Found {
  readonly items: readonly LoggedAccess[];
  /** How many there are in all. */
  readonly total: number;
}

const FOUND = `SELECT at, person, action, stream, route FROM store.access_log
  WHERE at >= $1 AND at < $2 AND ($3::text[] IS NULL OR stream = ANY($3)) AND ($4::text IS NULL OR person = $4)`;
const COUNTED = FOUND.replace('at, person, action, stream, route', 'count(*)::int AS total');

/** Accesses, latest first. @throws DatabaseFault */
export async function accessesFound(tx: Tx, { streams, person, from, to }: AccessSearch, limit: number, offset = 0): Promise<Found> {
  const asked = [from, to, streams, person];
  const items = await tx.query<LoggedAccess>(`${FOUND} ORDER BY at DESC, id DESC LIMIT $5 OFFSET $6`, [...asked, limit, offset]);
  const [counted] = await tx.query<{ total: number }>(COUNTED, asked);
  return { items, total: counted?.total ?? 0 };
}

/**
 * Accesses drawn at random from a period, the same ones each time it is asked for: a control can be done again, and nobody chooses what is looked
 * at. Log-ins and lists are left out, since each opening of a case is logged by itself. @throws DatabaseFault
 */
export async function accessesDrawn(tx: Tx, { from, to }: Pick<AccessSearch, 'from' | 'to'>, size: number): Promise<Found> {
  const drawn = `${FOUND} AND action IN ('read', 'disclose', 'refused')`;
  const asked = [from, to, null, null];
  const items = await tx.query<LoggedAccess>(`${drawn} ORDER BY md5($1::text || '/' || id) LIMIT $5`, [...asked, size]);
  const [counted] = await tx.query<{ total: number }>(`${COUNTED} AND action IN ('read', 'disclose', 'refused')`, asked);
  return { items, total: counted?.total ?? 0 };
}
