import { isValidAt } from '#domain/codes/code';
import type { LocalList } from '#domain/codes/local-lists';
import { stockholmDate } from '#domain/law/calendar';
import type { Holder, Post } from '#domain/org/holders';
import { Organisation } from '#domain/org/units';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/database';
import { codeOf, entriesAt } from './local-entries.js';
import { organisationAt } from './organisation-at.js';

export interface LocalEntry {
  readonly list: LocalList;
  readonly division: string;
  readonly code: string;
  readonly label: string;
}
/** An entry with its days: it can be chosen for cases that are received from the first, and before the last where it has one. */
export interface DatedEntry extends LocalEntry {
  readonly validFrom: string;
  readonly validTo: string | null;
}

interface Held {
  readonly person: string;
  readonly post: Post;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const POLL_MS = 5000;

/** The organisation, who holds its posts by id alone, and the divisions' own lists, cached in memory and read again when they change. */
export class OrganisationRegister {
  #organisation = new Organisation([]);
  #held: readonly Held[] = [];
  /** By date, as long as the rows are the same: used by every command. */
  readonly #holders = new Map<string, readonly Holder[]>();
  #entries: readonly DatedEntry[] = [];

  private constructor(
    private readonly database: Tx,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** @param clock the platform's: settings and posts are those of its day */
  static async open(database: Tx, clock: Pick<Clock, 'now'>): Promise<OrganisationRegister> {
    const register = new OrganisationRegister(database, clock);
    await register.refresh();
    return register;
  }

  /** Keeps the register current: by NOTIFY, and by polling every five seconds. Returns a function that stops it. */
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
    const today = stockholmDate(this.clock.now().toISOString());
    const organisation = await organisationAt(this.database, null, today);
    this.#held = await this.database.query<Held>(
      `SELECT person, json_strip_nulls(json_build_object('role', role, 'unit', unit, 'instead', instead)) AS post,
              valid_from AS "validFrom", valid_to AS "validTo" FROM store.held_post ORDER BY person, role, unit, instead`,
    );
    this.#entries = await entriesAt(this.database, null);
    this.#organisation = organisation;
    this.#holders.clear();
  }

  get organisation(): Organisation {
    return this.#organisation;
  }

  /** Who holds which posts on a date, those who stand in for others among them; by id alone. */
  holders(date: string): readonly Holder[] {
    const known = this.#holders.get(date);
    if (known !== undefined) return known;
    const posts = new Map<string, Post[]>();
    for (const { person, post } of this.#held.filter((row) => isValidAt(row, date))) posts.set(person, [...(posts.get(person) ?? []), post]);
    const holders = [...posts].map(([id, held]) => ({ id, posts: held }));
    this.#holders.set(date, holders);
    return holders;
  }

  /** Of all days: what a form offers is chosen by `entriesOn`. */
  entries(): readonly DatedEntry[] {
    return this.#entries;
  }

  /** What a form offers of a list: the entries of the day, and the one that stands in it. */
  entriesOn(list: LocalList, day: string, standing: string | null = null): readonly DatedEntry[] {
    return this.#entries.filter((entry) => entry.list === list && (isValidAt(entry, day) || entry.code === standing));
  }

  /** The division that a unit belongs to (itself, if it is one); null without a unit or above divisions. */
  divisionOf(unit: string | null, date: string): string | null {
    if (unit === null) return null;
    const own = this.#organisation.unit(unit, date);
    return [...(own === null ? [] : [own]), ...this.#organisation.ancestors(unit, date)].find((row) => row.level === 'division')?.code ?? null;
  }

  /** @param day that on which the entry has to hold; the division is the one the unit belongs to today */
  hasLocalEntry(list: LocalList, unit: string | null, code: string, { today, day }: { readonly today: string; readonly day: string }): boolean {
    const division = this.divisionOf(unit, today);
    return this.#entries.some((entry) => entry.list === list && entry.code === code && entry.division === division && isValidAt(entry, day));
  }

  labelOf(list: LocalList, code: string): string | null {
    return this.#entries.find((entry) => entry.list === list && entry.code === code)?.label ?? null;
  }

  /** The code of an entry by its label, in whatever case it is written: that of the entry which has the label, otherwise a new one's. */
  codeOf(list: LocalList, division: string, label: string): string {
    return codeOf(this.#entries, list, division, label);
  }
}
