import type { Kind } from '#domain/codes/kinds';
import { isCovered } from '#domain/register/covered';
import type { Tx } from '#platform/database';
import { grouped } from '../grouped.js';
import type { Leaf } from './places.js';
import type { Scope } from './scope.js';

/** A unit's attestation that its statistics of some days are complete; `to` exclusive. */
export interface Attestation {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  /** Null = every kind. */
  readonly kinds: readonly string[] | null;
}

export interface Coverage {
  readonly units: number;
  readonly of: number;
  /** Columns in which a zero is a reported zero: the whole period is attested. */
  readonly columns: ReadonlySet<string>;
  /** Codes of the units that are not attested. */
  readonly missing: readonly string[];
}

/** Attestations known at the table's position that overlap its period. */
export async function attestations(tx: Tx, scope: Scope): Promise<readonly Attestation[]> {
  return tx.query<Attestation>(
    `SELECT unit, valid_from AS "from", valid_to AS "to", kinds FROM read.fact_register
     WHERE type = 'attestation' AND from_position <= $1 AND $1 < to_position AND valid_from < $3 AND valid_to > $2`,
    [scope.position, scope.from, scope.to],
  );
}

/** The lowest units that are attested, by themselves or by a unit above, for all their days of the period and all of the kinds; several attestations may cover them together. */
export function coverageOf(leaves: readonly Leaf[], kinds: readonly Kind[], attestations: readonly Attestation[]): Coverage {
  const units = grouped(leaves, (leaf) => leaf.code);
  const byKind = kinds.map((kind) => attestations.filter((said) => said.kinds === null || said.kinds.includes(kind)));
  const covered = [...units.values()].filter((stays) =>
    stays.every((leaf) =>
      byKind.every((said) =>
        isCovered(
          leaf,
          said.filter(({ unit }) => leaf.attesting.includes(unit)),
        ),
      ),
    ),
  );
  return {
    units: covered.length,
    of: units.size,
    columns: new Set(covered.flat().map((leaf) => leaf.column)),
    missing: [...units].filter(([, stays]) => !covered.includes(stays)).map(([code]) => code),
  };
}
