import { uuidOf } from '#domain/ids';
import { reorganised } from '#domain/org/reorganise';
import { canonical } from '#event-store/canonical';
import type { EventStore } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';
import type { Database, Tx } from '#platform/database';
import type { OrganisationChanges } from './change.schema.js';
import { record } from './changes.js';
import { unitsAt } from './organisation-at.js';
import type { OrganisationRegister } from './organisation-register.js';
import { lacksInPeople, writePeople } from './people-changes.js';
import { writeSettings, writeUnits } from './write-rows.js';

interface Parts {
  readonly database: Database;
  readonly store: EventStore;
  readonly seal: Seal;
  readonly register: OrganisationRegister;
}

/**
 * Changes the organisation, its settings and its people: everything or nothing. Units move and end on their day; the cases follow
 * without a change of their own, since who answers for a unit is computed from the organisation. OrganisationChanged comes first in the log and
 * every row has its position. A repeat is answered with the same position, so a change that was interrupted between
 * event and rows is completed by repeating it.
 * @returns the position of the event, from which the rows hold @throws Refusal unitNotValid, incomplete
 */
export async function reorganise(parts: Parts, changes: OrganisationChanges, actor: string, now: string): Promise<number> {
  const { database, store, seal, register } = parts;
  const hash = seal.hmac('organisation', canonical({ changes })).toString('hex');
  const command = { id: uuidOf('organisation', hash), actor, bodyHash: Buffer.from(hash, 'hex') };
  const position = await database.transaction(async (tx) => {
    // One at a time: a change is computed from the rows that the one before it wrote.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('organisation'))`);
    const units = reorganised(await unitsAt(tx, await positionBefore(store, command.id)), changes.flatMap(unitChange));
    await lacksInPeople(tx, changes);
    const at = await record(store, command, now, { rows: changes.length, hash });
    await writeUnits(tx, units, at);
    await writeSettings(tx, changes, at);
    await writePeople(tx, changes, at);
    return at;
  });
  await notifyOf(database);
  await register.refresh();
  return position;
}

const notifyOf = (tx: Tx) => tx.query(`SELECT pg_notify('organisation', '')`);

/** What the change was computed from the first time; null where it is new. */
async function positionBefore(store: EventStore, command: string): Promise<number | null> {
  const done = await store.answerOf(command);
  return done === null ? null : (done.answer as { position: number }).position - 1;
}

function unitChange(change: OrganisationChanges[number]) {
  switch (change.do) {
    case 'addUnit':
    case 'moveUnit':
    case 'renameUnit':
    case 'endUnit':
      return [change];
    default:
      return [];
  }
}
