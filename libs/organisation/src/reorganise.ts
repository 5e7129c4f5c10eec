import { labelOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { roles } from '#domain/codes/roles';
import { type Lack, refuse } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import { whyNotSettable } from '#domain/law/own-period';
import { delegatedIn } from '#domain/org/delegations';
import { type Rewritten, reorganised } from '#domain/org/reorganise';
import { Organisation } from '#domain/org/units';
import { canonical } from '#event-store/canonical';
import type { EventStore, RecordedEvent } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';
import type { Database, Tx } from '#platform/database';
import type { OrganisationChanges } from './change.schema.js';
import { lockOrganisation, record } from './changes.js';
import { lacksInCrest } from './crests.js';
import { lacksInEntries, writeEntries } from './local-entries.js';
import { settingsAt, unitsAt } from './organisation-at.js';
import type { OrganisationRegister } from './organisation-register.js';
import { lacksInPeople, writePeople } from './people-changes.js';
import { writeSettings, writeUnits } from './write-rows.js';

/** Beside the changes: why, the proposal that they were confirmed from, and what tells one giving of the same changes from another. */
export interface Grounds {
  readonly why?: string;
  readonly proposal?: string;
  readonly key?: string;
  /** Asked about the register just before it is changed: refuses by throwing. */
  readonly allows?: (events: readonly RecordedEvent[]) => void;
}

export interface Parts {
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
export async function reorganise(parts: Parts, changes: OrganisationChanges, actor: string, now: string, grounds: Grounds = {}): Promise<number> {
  const { database, store, seal, register } = parts;
  const { why, proposal, key, allows } = grounds;
  const hash = seal.hmac('organisation', canonical({ changes, ...(key === undefined ? {} : { key }) })).toString('hex');
  const command = { id: uuidOf('organisation', hash), actor, bodyHash: Buffer.from(hash, 'hex') };
  const position = await database.transaction(async (tx) => {
    // One at a time: a change is computed from the rows that the one before it wrote.
    await lockOrganisation(tx);
    const units = await checked(tx, changes, await positionBefore(store, command.id));
    const told = { rows: changes.length, hash, proposal: proposal ?? null };
    const at = await record(store, command, now, { type: 'OrganisationChanged', open: told, sealed: sealedOf(changes, why) }, allows);
    await writeUnits(tx, units, at);
    await writeSettings(tx, changes, at);
    await writeEntries(tx, changes, at);
    await writePeople(tx, changes, at);
    return at;
  });
  await notifyOf(database);
  await register.refresh();
  return position;
}

/** What the changes make of the units, as they were known at a position (null = now). @throws Refusal unitNotValid, incomplete, each lack named */
export async function checked(tx: Tx, changes: OrganisationChanges, position: number | null): Promise<Rewritten> {
  const before = await unitsAt(tx, position);
  const rewritten = reorganised(before, changes.flatMap(unitChange));
  const after = new Organisation([...before.filter((row) => !rewritten.closed.includes(row)), ...rewritten.opened]);
  lacksInDeadlines(changes);
  await lacksInDelegations(tx, changes, position);
  await lacksInPeople(tx, changes, after);
  await lacksInCrest(tx, changes);
  await lacksInEntries(tx, changes, after, position);
  return rewritten;
}

/** A deadline that a law gives is not the municipality's to change. @throws Refusal incomplete, with the law named */
function lacksInDeadlines(changes: OrganisationChanges): void {
  const rules = changes.flatMap((change) => (change.do === 'setDeadline' ? [change.rule] : []));
  const lacks = [...new Set(rules)].flatMap((rule) => whyNotSettable(rule) ?? []).map((text) => ({ field: 'rule', text }));
  if (lacks.length > 0) refuse('incomplete', lacks);
}

/** A delegation is to a role that decides, and one that ends has begun. @throws Refusal incomplete */
async function lacksInDelegations(tx: Tx, changes: OrganisationChanges, position: number | null): Promise<void> {
  const lacks: Lack[] = [];
  for (const change of changes) {
    if (change.do !== 'delegate' && change.do !== 'endDelegation') continue;
    const { kind, role } = change;
    const day = change.do === 'delegate' ? change.from : change.to;
    const settings = await settingsAt(tx, position, day);
    const set = changes.flatMap((one) => (one.do === 'set' && one.name === 'ivoDecider' ? [one.value] : [])).at(-1);
    const names = `${labelOf(roles, role)}, ${labelOf(kinds, kind)}`;
    if (change.do === 'delegate' && !(set ?? settings.ivoDecider)[kind].includes(role)) {
      lacks.push({ field: 'role', text: `${names}: rollen beslutar inte om anmälan till IVO i kommunen` });
    }
    const isHeld = delegatedIn(settings.delegations).some(
      (one) => one.kind === kind && one.role === role && one.from < day && (one.to === null || one.to >= day),
    );
    const isNew = changes.some((one) => one.do === 'delegate' && one.kind === kind && one.role === role && one.from < day);
    if (change.do === 'endDelegation' && !isHeld && !isNew)
      lacks.push({ field: 'role', text: `${names}: ingen registrerad delegation gäller före den ${day}` });
  }
  if (lacks.length > 0) refuse('incomplete', lacks);
}

/** A sealed text has an end: a longer file is told of by its number of changes alone. */
const LONGEST = 20_000;

export function sealedOf(changes: OrganisationChanges, why: string | undefined): { why?: string; changes?: string } {
  const text = JSON.stringify(changes);
  return { ...(why === undefined ? {} : { why }), ...(text.length > LONGEST ? {} : { changes: text }) };
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
