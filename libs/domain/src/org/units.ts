import { isValidAt } from '../codes/code.js';
import type { ProviderForm } from '../codes/providers.js';
import { defaultSettings, type Settings } from './settings.js';

/** One row of the organisation. A unit that moved to another parent has a row for each time; rows of one code never overlap. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: 'board' | 'division' | 'unit';
  readonly parent: string | null;
  readonly provider: ProviderForm;
  /** The code of the unit that carries on after this one. */
  readonly successor: string | null;
  readonly validFrom: string;
  /** Exclusive: the first day on which the row no longer holds. */
  readonly validTo: string | null;
}

/** The provider of a unit: the municipality's own, another's under the municipality's board, or in a private provider's own tree. */
export type Place = 'own' | 'mirrored' | 'provider';

/** The organisation over time. Every query has a date, since units end, move and carry on under others. */
export class Organisation {
  readonly #rows: ReadonlyMap<string, readonly Unit[]>;
  #carried = { date: '', codes: new Map<string, readonly string[]>() };

  constructor(
    units: readonly Unit[],
    /** The municipality's own settings. */
    readonly settings: Settings = defaultSettings,
  ) {
    this.#rows = byCode(units);
  }

  at(date: string): readonly Unit[] {
    return [...this.#rows.values()].flatMap((rows) => rows.filter((row) => isValidAt(row, date)));
  }

  unit(code: string, date: string): Unit | null {
    return this.#rows.get(code)?.find((row) => isValidAt(row, date)) ?? null;
  }

  /** The codes of all units that have ever been. */
  codes(): readonly string[] {
    return [...this.#rows.keys()];
  }

  /** What the unit is called on the date; its code where it does not hold then. */
  nameOf(code: string, date: string): string {
    return this.unit(code, date)?.name ?? code;
  }

  /** Whether there has ever been a unit of this code. */
  knows(code: string): boolean {
    return this.#rows.has(code);
  }

  isValidOn(code: string, date: string): boolean {
    return this.unit(code, date) !== null;
  }

  /** The units above, nearest first; none for a unit that doesn't hold on the date. */
  ancestors(code: string, date: string): readonly Unit[] {
    const above: Unit[] = [];
    let parent = this.unit(code, date)?.parent;
    while (parent != null) {
      const unit = this.unit(parent, date);
      if (!unit || above.includes(unit)) break;
      above.push(unit);
      parent = unit.parent;
    }
    return above;
  }

  /** The unit itself and all below it. */
  subtree(code: string, date: string): readonly Unit[] {
    return this.at(date).filter((unit) => this.isWithin(unit.code, code, date));
  }

  /** Codes of the unit, of all below it, and of ended units that any of these carry on; a unit without a successor is its board's. */
  carriedBy(code: string, date: string): readonly string[] {
    // Called for every post at every request, about today.
    if (date !== this.#carried.date) this.#carried = { date, codes: new Map() };
    const known = this.#carried.codes.get(code);
    if (known !== undefined) return known;
    const codes = [...this.#rows.keys()].filter((each) => this.answering(each, date).some((unit) => unit.code === code));
    this.#carried.codes.set(code, codes);
    return codes;
  }

  /**
   * The units that answer for a unit's matters on the date, nearest first: the one that carries it on and all above. A unit without
   * a successor is the last board's above it; what has no unit is the municipality's own board's.
   */
  answering(code: string | null, date: string): readonly Unit[] {
    if (code === null) return this.ownBoards(date);
    const carrier = this.successorOf(code, date);
    if (carrier !== null) return [carrier, ...this.ancestors(carrier.code, date)];
    const last = this.#rows.get(code)?.at(-1);
    const board = last === undefined ? undefined : this.rootOf(code, last.validFrom);
    const heir = board == null ? null : this.successorOf(board.code, date);
    return heir === null ? [] : [heir, ...this.ancestors(heir.code, date)];
  }

  /** Codes of the units above one that the municipality runs itself, and of ended units that these carry on: what they have decided on applies to it. */
  above(code: string, date: string): readonly string[] {
    if (this.unit(code, date)?.provider !== 'own') return [];
    const ancestors = this.ancestors(code, date).map((unit) => unit.code);
    return [...this.#rows.keys()].filter((each) => ancestors.includes(this.successorOf(each, date)?.code ?? ''));
  }

  /** The municipality's own boards: cases without a unit are theirs. A private provider's board is apart. */
  ownBoards(date: string): readonly Unit[] {
    return this.at(date).filter((unit) => unit.level === 'board' && unit.provider === 'own');
  }

  /** The root of the unit's tree on the date; null where the unit does not hold then. */
  rootOf(code: string, date: string): Unit | null {
    return this.ancestors(code, date).at(-1) ?? this.unit(code, date);
  }

  /** Run by another than the municipality, but in the municipality's tree: cases about it are the municipality's view of them. */
  isMirrored(code: string, date: string): boolean {
    const unit = this.successorOf(code, date);
    return unit !== null && unit.provider !== 'own' && this.rootOf(unit.code, date)?.provider === 'own';
  }

  /** Cases without a unit are the municipality's own. */
  placeOf(code: string | null, date: string): Place {
    const unit = code === null ? null : this.successorOf(code, date);
    if (unit === null) return 'own';
    if (this.rootOf(unit.code, date)?.provider !== 'own') return 'provider';
    return unit.provider === 'own' ? 'own' : 'mirrored';
  }

  /** Whether the unit is the named one or below it. */
  isWithin(code: string, above: string, date: string): boolean {
    if (!this.isValidOn(code, date)) return false;
    return code === above || this.ancestors(code, date).some((unit) => unit.code === above);
  }

  /** The unit that carries on on the date: the unit itself while it holds, otherwise its first successor that does. */
  successorOf(code: string, date: string): Unit | null {
    const tried = new Set<string>();
    for (let next: string | null = code; next !== null && !tried.has(next); next = this.#lastSuccessor(next)) {
      const unit = this.unit(next, date);
      if (unit) return unit;
      tried.add(next);
    }
    return null;
  }

  #lastSuccessor(code: string): string | null {
    return this.#rows.get(code)?.at(-1)?.successor ?? null;
  }
}

export class OverlappingUnitsError extends Error {
  override readonly name = 'OverlappingUnitsError';
  constructor(readonly code: string) {
    super(`two rows of unit ${code} hold on the same day`);
  }
}

function byCode(units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const rows = new Map<string, Unit[]>();
  for (const unit of units.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const earlier = rows.get(unit.code) ?? [];
    const last = earlier.at(-1);
    if (last && (last.validTo === null || last.validTo > unit.validFrom)) throw new OverlappingUnitsError(unit.code);
    rows.set(unit.code, [...earlier, unit]);
  }
  return rows;
}
