import { isValidAt } from '../codes/code.js';
import type { ProviderForm } from '../codes/providers.js';
import { defaultSettings, type Settings } from './settings.js';

/** One row of the organisation. A code moved to another parent has a row for each time; rows of one code never overlap. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: 'board' | 'division' | 'unit';
  readonly parent: string | null;
  readonly provider: ProviderForm;
  /** The code that carried on when this one ended. */
  readonly successor: string | null;
  readonly validFrom: string;
  /** Exclusive: the first day on which the row no longer holds. */
  readonly validTo: string | null;
}

/** The organisation through time. Every question is asked for a date: units end, move and carry on under others. */
export class Organisation {
  readonly #rows: ReadonlyMap<string, readonly Unit[]>;

  constructor(
    units: readonly Unit[],
    /** What this municipality does its own way. */
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

  /** Has there ever been a unit of this code? */
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

  /** Codes of the unit, of all below it, and of those that have ended and are carried on by any of these. */
  carriedBy(code: string, date: string): readonly string[] {
    return [...this.#rows.keys()].filter((each) => {
      const carrier = this.successorOf(each, date);
      return carrier !== null && this.isWithin(carrier.code, code, date);
    });
  }

  /** Whether the unit is the one named or stands below it. */
  isWithin(code: string, above: string, date: string): boolean {
    if (!this.isValidOn(code, date)) return false;
    return code === above || this.ancestors(code, date).some((unit) => unit.code === above);
  }

  /** Who carries the unit's matters on the date: itself while it holds, else the first of its successors that does. */
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
