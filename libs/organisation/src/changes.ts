import { eventShapes } from '#domain/case/events.schema';
import { uuidOf } from '#domain/ids';
import type { Unit } from '#domain/org/units';
import { canonical } from '#event-store/canonical';
import type { EventStore } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';
import type { Tx } from '#platform/database';
import { tryAgain } from '#platform/try-again';
import type { LocalEntry, OrganisationRegister } from './organisation-register.js';
import { insertUnits } from './write-rows.js';

const STREAM = 'organisation';
const TRIES = 5;

/** New rows of the organisation or of the divisions' own lists. */
export interface OrganisationChange {
  readonly units: readonly Unit[];
  readonly entries: readonly LocalEntry[];
}

interface Parts {
  readonly database: Tx;
  readonly store: EventStore;
  readonly seal: Seal;
  readonly register: OrganisationRegister;
}

/**
 * Adds rows to the organisation: OrganisationChanged first, then the rows with its position. A repeat is answered
 * with the same position, so a change that was interrupted between the two is completed by repeating it.
 * @returns the position of the event, from which the rows hold
 */
export async function addToOrganisation(parts: Parts, change: OrganisationChange, actor: string, now: string): Promise<number> {
  const { database, store, seal, register } = parts;
  const hash = seal.hmac('organisation', canonical(change)).toString('hex');
  const position = await record(store, { id: uuidOf('organisation', hash), actor, bodyHash: Buffer.from(hash, 'hex') }, now, {
    rows: change.units.length + change.entries.length,
    hash,
  });
  await insertUnits(database, change.units, position);
  await insertEntries(database, change.entries, position);
  await database.query(`SELECT pg_notify('organisation', '')`);
  await register.refresh();
  return position;
}

/** Appends OrganisationChanged, once for each command. @returns its position */
export async function record(
  store: EventStore,
  command: { id: string; actor: string; bodyHash: Buffer },
  now: string,
  open: { rows: number; hash: string },
): Promise<number> {
  const position = await tryAgain(TRIES, async () => {
    const version = (await store.load(STREAM)).at(-1)?.version ?? 0;
    const shape = eventShapes.OrganisationChanged;
    const result = await store.append({
      command,
      build: () => ({
        streams: [{ stream: STREAM, expectedVersion: version, events: [{ type: 'OrganisationChanged', v: shape.v, at: now, open: shape.open.parse(open) }] }],
        answer: {},
      }),
    });
    if (result.kind === 'appended') return result.position;
    return result.kind === 'repeated' ? (result.answer as { position: number }).position : null;
  });
  if (position === null) throw new Error('the organisation kept changing');
  return position;
}

const insertEntries = (database: Tx, entries: readonly LocalEntry[], position: number) =>
  database.query(
    `INSERT INTO store.local_entry (list, division, code, label, from_position)
     SELECT e.list, e.division, e.code, e.label, $2 FROM jsonb_to_recordset($1::jsonb) AS e(list text, division text, code text, label text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(entries), position],
  );
