import { codesOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { evolveUnit, noRegister } from '#domain/register/unit';
import type { EventStore } from '#event-store/event-store';
import type { ReadCore } from '../read-core.js';
import { type Attestation, type Coverage, coverageOf } from './attested.js';
import type { Period } from './periods.js';
import { scopeOf } from './scope.js';

/** An attestation with who made it and when. */
export interface SignedAttestation extends Attestation {
  /** As in the event's envelope: `person:<id>`. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

export interface AttestedParts extends Coverage {
  /** Those that concern any part and overlap the period, the last made first. */
  readonly made: readonly SignedAttestation[];
}

/**
 * The parts of a unit in which a zero of the period is a reported zero, for all kinds. Read from the registers themselves: what somebody has
 * just attested is known at once. @throws Refusal badPeriod, unitNotValid
 */
export async function attestedParts(core: ReadCore, { unit, from, to }: Period & { readonly unit: string }, now: string): Promise<AttestedParts> {
  const { leaves } = await scopeOf(core, { unit, from, to, organisation: 'now' }, now, false);
  const registers = [...new Set([unit, ...leaves.flatMap((leaf) => leaf.attesting)])];
  const made = (await signed(core.store, registers)).filter((one) => one.from < to && one.to > from);
  return { ...coverageOf(leaves, codesOf(kinds), made), made: made.sort((a, b) => b.at.localeCompare(a.at)) };
}

async function signed(store: EventStore, units: readonly string[]): Promise<SignedAttestation[]> {
  const streams = await store.loadMany(units.map((code) => `unit/${code}`));
  return [...streams.values()].flatMap((events) => {
    const actors = new Map(events.map(({ version, actor }) => [`a${version}`, actor]));
    return events
      .reduce(evolveUnit, noRegister)
      .attestations.filter(({ withdrawn }) => !withdrawn)
      .map(({ key, ...one }) => ({ unit: one.unit, from: one.from, to: one.to, kinds: one.kinds, at: one.at, by: actors.get(key) ?? '' }));
  });
}
