import type { OwnPeriods } from '#domain/law/own-period';
import { type Delegation, pointsOn } from '#domain/org/delegations';
import { defaultSettings, type Settings } from '#domain/org/settings';
import { Organisation, type Unit } from '#domain/org/units';
import type { Tx } from '#platform/database';

/** The current position: that of rows that still hold. */
export const STILL = '9223372036854775807';

/** The rows of the units as they were known at a position. */
export const unitsAt = (tx: Tx, position: number | null): Promise<Unit[]> =>
  tx.query<Unit>(
    `SELECT code, name, level, parent, provider, successor, valid_from AS "validFrom", valid_to AS "validTo" FROM store.org_unit
      WHERE ${known(position)} ORDER BY code, valid_from`,
    position === null ? [] : [position],
  );

/** The settings that hold on a date, as known at a position; the default for what the municipality has not set. */
export async function settingsAt(tx: Tx, position: number | null, date: string): Promise<Settings> {
  const rows = await tx.query<{ name: string; value: unknown }>(
    `SELECT DISTINCT ON (name) name, value FROM store.setting WHERE valid_from <= ${position === null ? '$1' : '$2'} AND ${known(position)}
      ORDER BY name, valid_from DESC`,
    position === null ? [date] : [position, date],
  );
  const set = Object.fromEntries(rows.filter(({ name }) => !name.includes(':')).map(({ name, value }) => [name, value])) as Partial<Settings>;
  const delegations = await delegationsAt(tx, position);
  const settings = { ...defaultSettings, ...set, delegations, deadlines: await deadlinesAt(tx, position) };
  return { ...settings, delegationPoint: pointsOn(delegations, settings.delegationPoint, date) };
}

/** Before the rule's id in the name of the setting of its period. */
export const DEADLINE = 'deadline:';

/** Before kind and role in the name of the setting of a delegation. */
export const DELEGATION = 'delegation:';

async function delegationsAt(tx: Tx, position: number | null): Promise<readonly Delegation[]> {
  const rows = await tx.query<{ value: Omit<Delegation, 'from'>; from: string }>(
    `SELECT value, valid_from AS "from" FROM store.setting WHERE name LIKE '${DELEGATION}%' AND ${known(position)} ORDER BY name, valid_from`,
    position === null ? [] : [position],
  );
  return rows.map(({ value, from }) => ({ ...value, from }));
}

/** Every period of every deadline, those to come among them: a duty that runs already may have the one to come. */
export async function deadlinesAt(tx: Tx, position: number | null): Promise<OwnPeriods> {
  const rows = await tx.query<{ rule: string; from: string; period: string }>(
    `SELECT substr(name, ${DEADLINE.length + 1}) AS rule, valid_from AS "from", value #>> '{}' AS period FROM store.setting
      WHERE name LIKE '${DEADLINE}%' AND ${known(position)} ORDER BY name, valid_from`,
    position === null ? [] : [position],
  );
  return Object.fromEntries(rows.map(({ rule }) => [rule, rows.filter((row) => row.rule === rule).map(({ from, period }) => ({ from, period }))]));
}

/** The organisation with its settings of a date, as known at a position (null = now): the same query always has the same answer. */
export async function organisationAt(tx: Tx, position: number | null, date: string): Promise<Organisation> {
  return new Organisation(await unitsAt(tx, position), await settingsAt(tx, position, date));
}

const known = (position: number | null): string => (position === null ? `to_position = ${STILL}` : 'from_position <= $1 AND $1 < to_position');
