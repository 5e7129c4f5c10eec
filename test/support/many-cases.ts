import { eventShapes, type NewCaseEvent } from '#domain/case/events.schema';
import { uuidOf } from '#domain/ids';
import { copyLine, Database } from '#platform/database';
import { Scenario } from './scenario.js';

const DAY_MS = 86_400_000;
const EVENTS = ['position', 'stream', 'version', 'event_id', 'type', 'v', 'actor', 'command_id', 'at', 'recorded_at', 'open', 'chain'];
const units = ['afs-norra', 'afs-sodra', 'iof-barn'];
const sources = ['serviceUserOrGuardian', 'relative', 'resident', 'otherOrUnknown', 'staff', 'officialOrAuthority', null];
const categories = ['treatment', 'caseHandling', 'serviceDelivery', 'accessibility', 'information', 'other'];

/** The ways of a case that the mass is made of: made once by the domain's own decisions, then repeated with other ids and days. */
function templates(): readonly (readonly Told[])[] {
  const whole = new Scenario().report({ categories: ['treatment'] }).advanceTo('closed').log;
  const halfway = new Scenario().report({ source: 'staff' }).advanceTo('assessing').passUntil('2026-04-10T08:00:00.000Z').log;
  const fresh = new Scenario().report().passUntil('2026-03-20T08:00:00.000Z').log;
  return [whole, halfway, fresh, whole.slice(0, 1)].map((way) =>
    way.map(({ type, open }: NewCaseEvent) => ({ type, open: eventShapes[type].open.parse(open) as Told['open'] })),
  );
}

interface Told {
  readonly type: string;
  readonly open: Record<string, unknown>;
}
const CASES_AT_ONCE = 2000;

/**
 * Fills a store with cases received over four years from a day, after what stands in it, straight into its tables (without a valid chain).
 * `ways` says how often each way occurs: whole, halfway, fresh, received only. Returns the position of the last event.
 */
export async function fillWithCases(adminUrl: string, cases: number, ways: readonly number[] = [3, 2, 2, 3], from = '2022-01-01'): Promise<number> {
  const database = await Database.connect(adminUrl, { poolSize: 2, applicationName: 'fill' });
  const told = templates();
  const chosen = ways.flatMap((times, n) => Array.from({ length: times }, () => told[n] as readonly Told[]));
  const [last] = await database.query<{ position: number; at: string | null }>('SELECT position, recorded_at AS at FROM store.counter');
  let position = last?.position ?? 0;
  const start = Date.parse(`${from}T08:00:00.000Z`);
  // What is recorded is never recorded before what stands there.
  const recordedFrom = position === 0 ? start : Date.parse(last?.at ?? '');
  function* lines(first: number): Iterable<string> {
    for (let n = first; n < Math.min(first + CASES_AT_ONCE, cases); n += 1) {
      const day = start + Math.floor((n / cases) * 4 * 365) * DAY_MS;
      const command = uuidOf('many', n, 'command');
      for (const [index, event] of (chosen[n % chosen.length] as readonly Told[]).entries()) {
        position += 1;
        const at = new Date(day + index * 7_200_000).toISOString();
        const recorded = new Date(recordedFrom + position).toISOString();
        yield copyLine([
          position,
          `case/${uuidOf('many', n)}`,
          index + 1,
          uuidOf('many', n, index),
          event.type,
          1,
          'system',
          command,
          at,
          recorded,
          openOf(event, n, at),
          Buffer.alloc(32),
        ]);
      }
    }
  }
  for (let first = 0; first < cases; first += CASES_AT_ONCE) await database.copyIn(null, `COPY store.events (${EVENTS.join(', ')}) FROM STDIN`, lines(first));
  await database.query('UPDATE store.counter SET position = $1, recorded_at = (SELECT max(recorded_at) FROM store.events)', [position]);
  await database.query(`INSERT INTO store.commands (id, actor, body_hash, answer, position) VALUES ($1, 'system', '', '{}', $2)`, [
    uuidOf('many', position),
    position,
  ]);
  await database.query('ANALYZE store.events');
  await database.close();
  return position;
}

function openOf({ type, open }: Told, n: number, at: string): Record<string, unknown> {
  if (type !== 'CaseReceived') return open;
  const several = n % 3 === 0 ? [categories[n % 6], categories[(n + 1) % 6]] : [categories[n % 6]];
  return {
    ...open,
    number: `KLA-${at.slice(0, 4)}-${n}`,
    receivedAt: at,
    unit: n % 50 === 0 ? null : units[n % 3],
    source: sources[n % 7],
    categories: several,
    incidentId: uuidOf('many', n, 'incident'),
  };
}
