import { Organisation, type Unit } from '#domain/org/units';

/** Where the cases of a unit are counted: in which column of the table, between which days (`to` exclusive; null = any day). */
export interface Place {
  readonly code: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Code of the part below the asked unit; OWN for the asked unit itself; null outside of it. */
  readonly column: string | null;
  /** Whether the municipality runs it itself: own and private are always kept apart. */
  readonly own: boolean;
}

/** A lowest unit during some days of the period, and the units whose attestation covers it. */
export interface Leaf {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly column: string;
  readonly attesting: readonly string[];
}

export interface Layout {
  readonly places: readonly Place[];
  readonly leaves: readonly Leaf[];
}

/** The column of the asked unit's own cases, and of cases without a unit. */
export const OWN = 'own';
export const NONE = 'none';

export interface LayoutQuery {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly mode: 'now' | 'then';
  readonly today: string;
  /** Whether cases received before the period are included: a notification counts the day it is sent. */
  readonly earlier?: boolean;
}

/**
 * Lays the organisation out for one table. `then` follows each unit's place on the day; `now` counts everything where the unit,
 * or the one that carries it on, is today. Pure: today's tree changes by the calendar alone, so it is no stored table.
 */
export function layOut(units: readonly Unit[], asked: LayoutQuery): Layout {
  const organisation = new Organisation(units);
  const spans = spansOf(units, asked);
  const before = asked.earlier === true ? spansOf(units, { ...asked, from: firstDay(units, asked.from), to: asked.from }) : [];
  const columnNow = (code: string) => {
    const carrier = organisation.successorOf(code, asked.today);
    return carrier === null ? undefined : columnOf(chain(organisation, carrier.code, asked.today), asked.unit);
  };
  const staysIn = (among: typeof spans) =>
    among.flatMap(([from, to]) =>
      organisation.at(from).map((unit) => ({ code: unit.code, from, to, own: unit.provider === 'own', above: chain(organisation, unit.code, from) })),
    );
  const stays = staysIn(spans);
  const leaves = stays.flatMap(({ code, from, to, above }) => {
    const column = asked.mode === 'then' ? columnOf(above, asked.unit) : columnNow(code);
    const isLeaf = !organisation.at(from).some((unit) => unit.parent === code);
    if (!isLeaf || column == null) return [];
    const today = organisation.successorOf(code, asked.today);
    const attesting = [...above, ...(asked.mode === 'now' && today !== null ? chain(organisation, today.code, asked.today) : [])];
    return [{ code, from, to, column, attesting }];
  });
  if (asked.mode === 'then') {
    const places = [...staysIn(before), ...stays].map(({ above, ...stay }) => ({ ...stay, column: columnOf(above, asked.unit) }));
    return { leaves, places };
  }
  const places = [...new Set(units.map(({ code }) => code))].flatMap((code) => {
    const column = columnNow(code);
    const own = organisation.successorOf(code, asked.today)?.provider === 'own';
    return column === undefined ? [] : [{ code, from: null, to: null, column, own }];
  });
  return { leaves, places };
}

const chain = (organisation: Organisation, code: string, day: string): readonly string[] => [
  code,
  ...organisation.ancestors(code, day).map((unit) => unit.code),
];

/** The part of the asked unit that a chain of parents passes; null where it doesn't pass the asked unit. */
function columnOf(above: readonly string[], unit: string): string | null {
  const at = above.indexOf(unit);
  if (at < 0) return null;
  return at === 0 ? OWN : (above[at - 1] as string);
}

/** The day before which there was no organisation; at most the period's own first day. */
const firstDay = (units: readonly Unit[], from: string): string => units.reduce((first, unit) => (unit.validFrom < first ? unit.validFrom : first), from);

/** The period, cut where the organisation changed; an empty one has no parts. */
function spansOf(units: readonly Unit[], { from, to }: Pick<LayoutQuery, 'from' | 'to'>): readonly (readonly [string, string])[] {
  if (from >= to) return [];
  const cuts = units.flatMap((unit) => [unit.validFrom, unit.validTo ?? to]).filter((day) => from < day && day < to);
  const days = [from, ...new Set(cuts.sort()), to];
  return days.slice(1).map((end, n) => [days[n] as string, end]);
}
