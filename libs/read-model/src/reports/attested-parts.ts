import { codesOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { evolveUnit, noRegister, type UnitRegister } from '#domain/register/unit';
import type { EventStore } from '#event-store/event-store';
import type { ReadCore } from '../read-core.js';
import { type Attestation, type Coverage, coverageOf } from './attested.js';
import type { Period } from './periods.js';
import { scopeOf } from './scope.js';

/** An attestation with who made it and when. */
export interface SignedAttestation extends Attestation {
  /** Names it in the register of its unit. */
  readonly key: string;
  /** As in the event's envelope: `person:<id>`. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** Null where it holds; `why` is a code of attestationWithdrawals, null where it was not said. */
  readonly withdrawn: { readonly by: string; readonly at: string; readonly why: string | null } | null;
}

export interface AttestedParts extends Coverage {
  /** Those that concern any part and overlap the period, taken back or not, the last made first. */
  readonly made: readonly SignedAttestation[];
  /** When the manager of a unit was last reminded of just this period, by unit: ISO instants. */
  readonly reminded: ReadonlyMap<string, string>;
}

/**
 * The parts of a unit in which a zero of the period is a reported zero, for all kinds. Read from the registers themselves: what somebody has
 * just attested is known at once. @throws Refusal badPeriod, unitNotValid
 */
export async function attestedParts(core: ReadCore, { unit, from, to }: Period & { readonly unit: string }, now: string): Promise<AttestedParts> {
  const { leaves } = await scopeOf(core, { unit, from, to, organisation: 'now' }, now, false);
  const registers = await loaded(core.store, [...new Set([unit, ...leaves.flatMap((leaf) => leaf.attesting)])]);
  const made = registers.flatMap(({ signed }) => signed).filter((one) => one.from < to && one.to > from);
  const holding = made.filter(({ withdrawn }) => withdrawn === null);
  return {
    ...coverageOf(leaves, codesOf(kinds), holding),
    made: made.sort((a, b) => b.at.localeCompare(a.at)),
    reminded: new Map(
      registers.flatMap(({ code, reminders }) => reminders.filter((one) => one.from === from && one.to === to).map(({ at }) => [code, at] as const)),
    ),
  };
}

/** Which of some periods are attested by every part of a unit, for all kinds: there a zero is a reported zero. @returns the beginnings of those periods */
export async function attestedAmong(core: ReadCore, unit: string, periods: readonly Period[], now: string): Promise<ReadonlySet<string>> {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return new Set();
  const { leaves } = await scopeOf(core, { unit, from: first.from, to: last.to, organisation: 'now' }, now, false);
  const registers = await loaded(core.store, [...new Set([unit, ...leaves.flatMap((leaf) => leaf.attesting)])]);
  const holding = registers.flatMap(({ signed }) => signed).filter(({ withdrawn }) => withdrawn === null);
  const isAttested = ({ from, to }: Period): boolean => {
    const within = leaves.filter((leaf) => leaf.from < to && leaf.to > from);
    const stays = within.map((leaf) => ({ ...leaf, from: leaf.from > from ? leaf.from : from, to: leaf.to < to ? leaf.to : to }));
    return stays.length > 0 && coverageOf(stays, codesOf(kinds), holding).missing.length === 0;
  };
  return new Set(periods.filter(isAttested).map(({ from }) => from));
}

interface Loaded {
  readonly code: string;
  readonly signed: readonly SignedAttestation[];
  readonly reminders: UnitRegister['reminders'];
}

async function loaded(store: EventStore, units: readonly string[]): Promise<readonly Loaded[]> {
  const streams = await store.loadMany(units.map((code) => `unit/${code}`));
  return [...streams].map(([stream, events]) => {
    const actors = new Map(events.map(({ version, actor }) => [version, actor]));
    const { attestations, reminders } = events.reduce(evolveUnit, noRegister);
    const signed = attestations.map(({ withdrawn, ...one }) => ({
      ...one,
      by: actors.get(Number(one.key.slice(1))) ?? '',
      withdrawn: withdrawn === null ? null : { by: actors.get(withdrawn.version) ?? '', at: withdrawn.at, why: withdrawn.why },
    }));
    return { code: stream.slice('unit/'.length), signed, reminders };
  });
}
