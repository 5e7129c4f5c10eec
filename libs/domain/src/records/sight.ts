import { sameAs } from '../org/settings.js';
import type { Organisation } from '../org/units.js';
import { recordTypes } from '../record-types.js';
import type { Asking } from './record-command.js';
import type { AnyRecordType } from './record-type.js';

/** What of a record decides who sees it. The read model holds the same columns. */
export interface SeenRecord {
  readonly family: string;
  readonly unit: string;
  /** The person whom it names as its owner. */
  readonly owner: string | null;
}

type ReadBy = Pick<AnyRecordType, 'readers' | 'handedDown'>;

/** The units whose records of this type the actor sees, those carried on from ended units among them. */
export const unitsSeen = (type: ReadBy, { actor, organisation, today }: Asking): readonly string[] => [
  ...new Set(
    actor.posts
      .filter(({ role }) => sameAs(organisation.settings, role).some((each) => type.readers.includes(each)))
      .flatMap(({ unit }) => unitsConcerning(type, unit, organisation, today)),
  ),
];

/** The units whose records concern one: itself with all below it, and those above where they hand theirs down. */
export const unitsConcerning = ({ handedDown }: Pick<ReadBy, 'handedDown'>, unit: string, organisation: Organisation, today: string): readonly string[] => [
  ...organisation.carriedBy(unit, today),
  ...(handedDown ? organisation.above(unit, today) : []),
];

/** Which records one person sees, as data: those that they own, and all of these units, by family. */
export interface RecordSight {
  readonly person: string | null;
  readonly units: Readonly<Record<string, readonly string[]>>;
}

export const recordSightOf = (asking: Asking): RecordSight => ({
  person: asking.actor.person,
  units: Object.fromEntries(recordTypes.map((type) => [type.family, unitsSeen(type, asking)])),
});

/** Who sees which records, as a function of what the read model holds: the same rule as `seesRecord`. */
export function recordSight(asking: Asking): (record: SeenRecord) => boolean {
  const { person, units } = recordSightOf(asking);
  return ({ family, unit, owner }) => person !== null && (owner === person || units[family]?.includes(unit) === true);
}
