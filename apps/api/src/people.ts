import { stockholmDate } from '#domain/law/calendar';
import { allPeople, type Person } from '#organisation/people';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';

const FRESH_MS = 5_000;

/** Everyone who can log in, read at most every five seconds: names beside ids in what is shown. */
export class People {
  #known: readonly Person[] = [];
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Tx,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<readonly Person[]> {
    const now = this.clock.now();
    if (now.getTime() - this.#readAt > FRESH_MS) {
      this.#known = await allPeople(this.database, stockholmDate(now.toISOString()));
      this.#readAt = now.getTime();
    }
    return this.#known;
  }
}
