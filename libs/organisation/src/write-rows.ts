import type { Delegation } from '#domain/org/delegations';
import type { Rewritten } from '#domain/org/reorganise';
import type { Unit } from '#domain/org/units';
import type { Tx } from '#platform/database';
import type { OrganisationChanges } from './change.schema.js';
import { DEADLINE, DELEGATION, STILL } from './organisation-at.js';

/** Closes rows and opens others at a position. Idempotent. */
export async function writeUnits(tx: Tx, { closed, opened }: Rewritten, position: number): Promise<void> {
  await tx.query(
    `UPDATE store.org_unit o SET to_position = $2 FROM jsonb_to_recordset($1::jsonb) AS u(code text, "validFrom" date)
      WHERE o.code = u.code AND o.valid_from = u."validFrom" AND o.to_position = ${STILL} AND o.from_position < $2`,
    [JSON.stringify(closed), position],
  );
  await insertUnits(tx, opened, position);
}

/** A row that is stored already, from whatever position, is left as it is. */
export const insertUnits = (tx: Tx, units: readonly Unit[], position: number) =>
  tx.query(
    `INSERT INTO store.org_unit (code, name, level, parent, provider, successor, valid_from, valid_to, from_position)
     SELECT u.code, u.name, u.level, u.parent, u.provider, u.successor, u."validFrom", u."validTo", $2
       FROM jsonb_to_recordset($1::jsonb) AS u(code text, name text, level text, parent text, provider text, successor text, "validFrom" date, "validTo" date)
      WHERE NOT EXISTS (SELECT FROM store.org_unit o WHERE o.code = u.code AND o.valid_from = u."validFrom" AND o.to_position = ${STILL})
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(units), position],
  );

/** A setting holds from its day until another of its name; one given again for the same day replaces it. */
export async function writeSettings(tx: Tx, changes: OrganisationChanges, position: number): Promise<void> {
  const rows = JSON.stringify(
    changes.flatMap((change): readonly { name: string; value: unknown; from: string }[] => {
      if (change.do === 'setDeadline') return [{ name: `${DEADLINE}${change.rule}`, value: change.period, from: change.from }];
      if (change.do === 'delegate' || change.do === 'endDelegation') return [delegationRow(change)];
      return change.do === 'set' ? [change] : [];
    }),
  );
  await tx.query(
    `UPDATE store.setting o SET to_position = $2 FROM jsonb_to_recordset($1::jsonb) AS s(name text, "from" date)
      WHERE o.name = s.name AND o.valid_from = s."from" AND o.to_position = ${STILL} AND o.from_position < $2`,
    [rows, position],
  );
  await tx.query(
    `INSERT INTO store.setting (name, value, valid_from, from_position)
     SELECT s.name, s.value, s."from", $2 FROM jsonb_to_recordset($1::jsonb) AS s(name text, value jsonb, "from" date) ON CONFLICT DO NOTHING`,
    [rows, position],
  );
}

type DelegationChange = Extract<OrganisationChanges[number], { do: 'delegate' | 'endDelegation' }>;

function delegationRow(change: DelegationChange): { name: string; value: unknown; from: string } {
  const { kind, role } = change;
  const isEnd = change.do === 'endDelegation';
  const value = { kind, role, point: isEnd ? null : change.point, decision: isEnd ? null : change.decision } satisfies Omit<Delegation, 'from'>;
  return { name: `${DELEGATION}${kind}-${role}`, value, from: isEnd ? change.to : change.from };
}
