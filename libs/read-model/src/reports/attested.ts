import { grouped } from '../grouped.js';
import type { Leaf } from './places.js';

/** A unit's word that its statistics of some days are complete; `to` exclusive. */
export interface Attestation {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
}

export interface Coverage {
  readonly units: number;
  readonly of: number;
  /** Columns in which a zero is a zero: someone there has attested the whole period. */
  readonly columns: ReadonlySet<string>;
}

/** Who of the lowest units has attested, itself or by one above, the whole of the days it was there; several may cover them together. */
export function coverageOf(leaves: readonly Leaf[], attestations: readonly Attestation[]): Coverage {
  const units = grouped(leaves, (leaf) => leaf.code);
  const covered = [...units.values()].filter((stays) => stays.every((leaf) => isCovered(leaf, attestations)));
  return { units: covered.length, of: units.size, columns: new Set(covered.flat().map((leaf) => leaf.column)) };
}

function isCovered(leaf: Leaf, attestations: readonly Attestation[]): boolean {
  let reached = leaf.from;
  for (const { from, to } of attestations.filter(({ unit }) => leaf.attesting.includes(unit)).sort((a, b) => a.from.localeCompare(b.from))) {
    if (from > reached) return false;
    if (to > reached) reached = to;
  }
  return reached >= leaf.to;
}
