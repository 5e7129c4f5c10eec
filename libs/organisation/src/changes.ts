import type { z } from 'zod';
import { eventShapes } from '#domain/case/events.schema';
import { uuidOf } from '#domain/ids';
import type { Unit } from '#domain/org/units';
import { canonical } from '#event-store/canonical';
import type { EventStore, RecordedEvent } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';
import type { Tx } from '#platform/database';
import { tryAgain } from '#platform/try-again';
import type { LocalEntry, OrganisationRegister } from './organisation-register.js';
import { insertUnits } from './write-rows.js';

export const STREAM = 'organisation';
const TRIES = 5;

/** Waits until no change of the organisation is under way, and holds others off to the end of the transaction. @throws DatabaseFault */
export const lockOrganisation = (tx: Tx) => tx.query(`SELECT pg_advisory_xact_lock(hashtext('organisation'))`);

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
    type: 'OrganisationChanged',
    open: { rows: change.units.length + change.entries.length, hash },
  });
  await insertUnits(database, change.units, position);
  await insertEntries(database, change.entries, position);
  await database.query(`SELECT pg_notify('organisation', '')`);
  await register.refresh();
  return position;
}

type Told = 'OrganisationChanged' | 'OrganisationChangeProposed' | 'OrganisationChangeRejected';

/** An event of the register. `sealed` holds words and names of persons. */
export interface Recorded<T extends Told = Told> {
  readonly type: T;
  readonly open: z.input<(typeof eventShapes)[T]['open']>;
  readonly sealed?: { readonly why?: string; readonly changes?: string };
}

/**
 * Appends an event of the organisation, once for each command. `allows` is asked about what the register holds just before: it refuses by throwing.
 * @returns its position
 */
export async function record(
  store: EventStore,
  command: { id: string; actor: string; bodyHash: Buffer },
  now: string,
  { type, open, sealed = {} }: Recorded,
  allows: (events: readonly RecordedEvent[]) => void = () => undefined,
): Promise<number> {
  const position = await tryAgain(TRIES, async () => {
    const known = await store.answerOf(command.id);
    if (known !== null) return (known.answer as { position: number }).position;
    const events = await store.load(STREAM);
    allows(events);
    const shape = eventShapes[type];
    const words = Object.values(sealed).some((text) => text !== undefined) ? { sealed: shape.sealed.parse(sealed) as Record<string, unknown> } : {};
    const event = { type, v: shape.v, at: now, open: shape.open.parse(open) as Record<string, unknown>, ...words };
    const result = await store.append({
      command,
      build: () => ({ streams: [{ stream: STREAM, expectedVersion: events.at(-1)?.version ?? 0, events: [event] }], answer: {} }),
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
