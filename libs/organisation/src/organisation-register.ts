import type { LocalList } from '#domain/case/decide/context';
import { uuidOf } from '#domain/ids';
import { Organisation, type Unit } from '#domain/org/units';
import type { Database, Tx } from '#platform/database';

export interface LocalEntry {
  readonly list: LocalList;
  readonly division: string;
  readonly code: string;
  readonly label: string;
}

const POLL_MS = 5000;

/** The organisation and the divisions' own lists, held in memory and read again when they change. */
export class OrganisationRegister {
  #organisation = new Organisation([]);
  #entries: readonly LocalEntry[] = [];

  private constructor(private readonly database: Tx) {}

  static async open(database: Tx): Promise<OrganisationRegister> {
    const register = new OrganisationRegister(database);
    await register.refresh();
    return register;
  }

  /** Keeps the register fresh: told by NOTIFY, asked every five seconds in case nobody told. Returns the way to stop. */
  async follow(database: Database): Promise<() => Promise<void>> {
    // What can't be read now is read at the next tick; until then the last known organisation holds.
    const refresh = () => void this.refresh().catch(() => undefined);
    const unlisten = await database.listen('organisation', refresh);
    const timer = setInterval(refresh, POLL_MS).unref();
    return async () => {
      clearInterval(timer);
      await unlisten();
    };
  }

  async refresh(): Promise<void> {
    const units = await this.database.query<Unit>(
      `SELECT code, name, level, parent, provider, successor, valid_from AS "validFrom", valid_to AS "validTo"
         FROM store.org_unit WHERE to_position = 9223372036854775807 ORDER BY code, valid_from`,
    );
    this.#entries = await this.database.query<LocalEntry>('SELECT list, division, code, label FROM store.local_entry ORDER BY list, division, label');
    this.#organisation = new Organisation(units);
  }

  get organisation(): Organisation {
    return this.#organisation;
  }

  entries(): readonly LocalEntry[] {
    return this.#entries;
  }

  /** The division that a unit belongs to (itself, if it is one); null without a unit or above divisions. */
  divisionOf(unit: string | null, date: string): string | null {
    if (unit === null) return null;
    const own = this.#organisation.unit(unit, date);
    return [...(own === null ? [] : [own]), ...this.#organisation.ancestors(unit, date)].find((row) => row.level === 'division')?.code ?? null;
  }

  hasLocalEntry(list: LocalList, unit: string | null, code: string, date: string): boolean {
    const division = this.divisionOf(unit, date);
    return this.#entries.some((entry) => entry.list === list && entry.code === code && entry.division === division);
  }

  labelOf(list: LocalList, code: string): string | null {
    return this.#entries.find((entry) => entry.list === list && entry.code === code)?.label ?? null;
  }
}

/** Code of a local entry: opaque, since what a person typed must not travel in an open part (contract.md). */
export const localCode = (list: LocalList, division: string, label: string): string =>
  `local-${uuidOf('local', list, division, label.trim().toLowerCase()).slice(0, 8)}`;
