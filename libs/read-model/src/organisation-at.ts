import { Organisation, type Unit } from '#domain/org/units';
import type { Tx } from '#platform/database';
import { STILL } from './read-core.js';

const SELECT = `SELECT code, name, level, parent, provider, successor, valid_from AS "validFrom", valid_to AS "validTo" FROM store.org_unit`;

/** The current organisation. */
export async function organisationNow(tx: Tx): Promise<Organisation> {
  return new Organisation(await tx.query<Unit>(`${SELECT} WHERE to_position = ${STILL} ORDER BY code, valid_from`));
}

/** The organisation's rows as known at a position; before the first ones were known, those. */
export async function unitsAt(tx: Tx, position: number): Promise<readonly Unit[]> {
  const known = await tx.query<Unit>(`${SELECT} WHERE from_position <= $1 AND $1 < to_position ORDER BY code, valid_from`, [position]);
  if (known.length > 0) return known;
  return tx.query<Unit>(`${SELECT} WHERE from_position = (SELECT min(from_position) FROM store.org_unit) ORDER BY code, valid_from`);
}
