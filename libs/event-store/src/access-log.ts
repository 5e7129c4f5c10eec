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

/** A list that draws itself again within so long is the same access to what it shows, in minutes. */
const LISTING = 10;

/**
 * Like logAccesses, for a list of words that follows what others do: streams that the same list has shown to the person within ten minutes are not logged
 * again. @throws DatabaseFault
 */
export async function logListing(
  tx: Tx,
  { person, streams, route }: Pick<Access, 'person' | 'route'> & { readonly streams: readonly string[] },
): Promise<void> {
  const logged = await tx.query<{ stream: string }>(
    `SELECT DISTINCT stream FROM store.access_log WHERE stream = ANY($2) AND person = $1 AND action = 'list' AND route = $3
       AND at > clock_timestamp() + (SELECT offset_ms FROM store.clock) * interval '1 millisecond' - interval '${LISTING} minutes'`,
    [person, streams, route],
  );
  const known = new Set(logged.map(({ stream }) => stream));
  await logAccesses(tx, { person, action: 'list', streams: streams.filter((stream) => !known.has(stream)), route });
}

/** Readings closer than this to each other are one visit. */
const VISIT = 30 * 60_000;
/** So many readings of one visit are looked through; more than these are taken as one. */
const MOST = 200;

/**
 * When a person last had a stream open before this visit, by their own readings, which are logged in any case; null where they had not. The reading that
 * is going on has been logged. @throws DatabaseFault
 */
export async function lastVisit(tx: Tx, person: string, stream: string): Promise<string | null> {
  const read = await tx.query<{ at: string }>(
    `SELECT at FROM store.access_log WHERE stream = $1 AND person = $2 AND action = 'read' ORDER BY at DESC LIMIT ${MOST}`,
    [stream, person],
  );
  const before = read.findIndex(({ at }, n) => n > 0 && Date.parse((read[n - 1] as { at: string }).at) - Date.parse(at) > VISIT);
  return before === -1 ? null : new Date((read[before] as { at: string }).at).toISOString();
}

/**
 * Of several streams those in which somebody else has done something since the person last had them open; one that they have not opened has no news.
 * @param quiet types of events that are no news @throws DatabaseFault
 */
export async function withNews(tx: Tx, person: string, streams: readonly string[], quiet: readonly string[]): Promise<ReadonlySet<string>> {
  if (streams.length === 0) return new Set();
  const rows = await tx.query<{ stream: string }>(
    `SELECT s.stream FROM unnest($2::text[]) AS s(stream)
     CROSS JOIN LATERAL (SELECT max(a.at) AS at FROM store.access_log a WHERE a.stream = s.stream AND a.person = $1 AND a.action = 'read') opened
     WHERE opened.at IS NOT NULL
       AND EXISTS (SELECT FROM store.events e WHERE e.stream = s.stream AND e.recorded_at > opened.at AND e.actor <> 'person:' || $1 AND e.type <> ALL($3::text[]))`,
    [person, streams, quiet],
  );
  return new Set(rows.map(({ stream }) => stream));
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

const DAYS = 'at >= $1 AND at < $2';

/** Accesses, latest first. @throws DatabaseFault */
export const accessesFound = (tx: Tx, { streams, person, from, to }: AccessSearch, limit: number, offset = 0): Promise<Found> =>
  found(tx, `${DAYS} AND ($3::text[] IS NULL OR stream = ANY($3)) AND ($4::text IS NULL OR person = $4)`, 'at DESC, id DESC', [from, to, streams, person], {
    limit,
    offset,
  });

/**
 * Accesses drawn at random from a period, the same ones each time it is asked for: a control can be done again, and nobody chooses what is looked
 * at. Log-ins and lists are left out, since each opening of a case is logged by itself. @throws DatabaseFault
 */
export const accessesDrawn = (tx: Tx, { from, to }: Pick<AccessSearch, 'from' | 'to'>, size: number): Promise<Found> =>
  found(tx, `${DAYS} AND action IN ('read', 'disclose', 'refused')`, "md5($1::text || '/' || id)", [from, to], { limit: size, offset: 0 });

async function found(
  tx: Tx,
  where: string,
  order: string,
  params: readonly unknown[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Found> {
  const items = await tx.query<LoggedAccess>(
    `SELECT at, person, action, stream, route FROM store.access_log WHERE ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`,
    [...params],
  );
  const [counted] = await tx.query<{ total: number }>(`SELECT count(*)::int AS total FROM store.access_log WHERE ${where}`, [...params]);
  return { items, total: counted?.total ?? 0 };
}
