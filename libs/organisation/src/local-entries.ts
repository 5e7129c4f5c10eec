import type { LocalList } from '#domain/codes/local-lists';
import { type Lack, refuse } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import type { Organisation } from '#domain/org/units';
import { looksPersonal } from '#domain/personal-data';
import type { Tx } from '#platform/database';
import type { OrganisationChanges } from './change.schema.js';
import { STILL } from './organisation-at.js';
import type { DatedEntry } from './organisation-register.js';

type Change = OrganisationChanges[number];
type EntryChange = Extract<Change, { do: 'addEntry' | 'renameEntry' | 'endEntry' }>;
const isOfLists = (change: Change): change is EntryChange => change.do === 'addEntry' || change.do === 'renameEntry' || change.do === 'endEntry';

/** The divisions' own lists as they were known at a position (null = now), of all days. */
export const entriesAt = (tx: Tx, position: number | null): Promise<DatedEntry[]> =>
  tx.query<DatedEntry>(
    `SELECT list, division, code, label, valid_from AS "validFrom", valid_to AS "validTo" FROM store.local_entry
      WHERE ${position === null ? `to_position = ${STILL}` : 'from_position <= $1 AND $1 < to_position'} ORDER BY list, division, label`,
    position === null ? [] : [position],
  );

/** Code of a local entry: computed from what was typed, and says nothing of it (docs/contract.md#local-lists). */
export const localCode = (list: LocalList, division: string, label: string): string =>
  `local-${uuidOf('local', list, division, label.trim().toLowerCase()).slice(0, 8)}`;

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The code of the entry that has the label; a new one's where none has. An entry that was renamed keeps its code, so a new one may need another. */
export function codeOf(entries: readonly DatedEntry[], list: LocalList, division: string, label: string): string {
  const own = entries.filter((entry) => entry.list === list && entry.division === division);
  return own.find((entry) => isSame(entry.label, label))?.code ?? localCode(list, division, label);
}

/** Refuses an entry that is there already, one that is not, and days in the wrong order. @throws Refusal incomplete */
export async function lacksInEntries(tx: Tx, changes: OrganisationChanges, organisation: Organisation, position: number | null): Promise<void> {
  if (!changes.some(isOfLists)) return;
  const lacks: Lack[] = [];
  changed(await entriesAt(tx, position), changes, (field, text) => lacks.push({ field, text }), organisation);
  if (lacks.length > 0) refuse('incomplete', lacks);
}

/** The entries after the changes, one after the other. What can't be done is told and changes nothing. */
function changed(
  before: readonly DatedEntry[],
  changes: OrganisationChanges,
  lack: (field: string, text: string) => unknown = () => undefined,
  organisation: Organisation | null = null,
): readonly DatedEntry[] {
  return changes.filter(isOfLists).reduce<readonly DatedEntry[]>((entries, change) => {
    const { list, division } = change;
    const own = entries.filter((entry) => entry.list === list && entry.division === division);
    const named = change.do === 'addEntry' ? undefined : own.find(({ code }) => code === change.code);
    const wrong = lackIn(change, own, named, organisation);
    if (wrong !== null) {
      lack(wrong.field, wrong.text);
      return entries;
    }
    if (change.do === 'addEntry') {
      const { label, from } = change;
      const free = localCode(list, division, label);
      const code = own.some((entry) => entry.code === free) ? localCode(list, division, `${label} (${own.length})`) : free;
      return entries.concat({ list, division, code, label, validFrom: from, validTo: null });
    }
    const then = change.do === 'renameEntry' ? { label: change.label } : { validTo: change.from };
    return entries.map((entry) => (entry === named ? { ...entry, ...then } : entry));
  }, before);
}

function lackIn(change: EntryChange, own: readonly DatedEntry[], named: DatedEntry | undefined, organisation: Organisation | null): Lack | null {
  if (change.do === 'addEntry' && organisation !== null && organisation.unit(change.division, change.from)?.level !== 'division')
    return { field: 'division', text: `${change.division} är ingen avdelning den ${change.from}` };
  if (change.do !== 'addEntry' && named === undefined) return { field: 'code', text: 'Posten finns inte i avdelningens lista' };
  if (change.do === 'endEntry') {
    if (named?.validTo != null) return { field: 'from', text: `Posten är redan avslutad, från och med ${named.validTo}` };
    return named !== undefined && change.from <= named.validFrom
      ? { field: 'from', text: `Dagen ska vara efter ${named.validFrom}, då posten börjar gälla` }
      : null;
  }
  if (looksPersonal(change.label)) return { field: 'label', text: 'Får inte innehålla personnummer, telefonnummer, e-post eller adress' };
  const same = own.find((entry) => entry !== named && isSame(entry.label, change.label));
  if (same === undefined) return null;
  const ended = same.validTo === null ? '' : `, avslutad från och med ${same.validTo}`;
  return { field: 'label', text: `${same.label} finns redan i avdelningens lista${ended}` };
}

/** Closes the rows that are changed and opens others, at the position of the event. Idempotent. */
export async function writeEntries(tx: Tx, changes: OrganisationChanges, position: number): Promise<void> {
  if (!changes.some(isOfLists)) return;
  const before = await entriesAt(tx, position - 1);
  const after = changed(before, changes);
  const rows = JSON.stringify(after.filter((entry) => !before.includes(entry)));
  await tx.query(
    `UPDATE store.local_entry o SET to_position = $2 FROM jsonb_to_recordset($1::jsonb) AS e(list text, division text, code text)
      WHERE o.list = e.list AND o.division = e.division AND o.code = e.code AND o.to_position = ${STILL} AND o.from_position < $2`,
    [rows, position],
  );
  await tx.query(
    `INSERT INTO store.local_entry (list, division, code, label, valid_from, valid_to, from_position)
     SELECT e.list, e.division, e.code, e.label, e."validFrom", e."validTo", $2
       FROM jsonb_to_recordset($1::jsonb) AS e(list text, division text, code text, label text, "validFrom" date, "validTo" date) ON CONFLICT DO NOTHING`,
    [rows, position],
  );
}
