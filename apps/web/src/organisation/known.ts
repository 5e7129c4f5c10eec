import { stockholmDate } from '#domain/law/calendar';
import type { OrganisationChanges } from '#organisation/change.schema';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import type { Known } from './change-fields.js';
import { consequencesOf } from './consequences.js';
import { type Moves, movesOf } from './deadline-moves.js';

/** What the pages of the organisation read: units and people of today, and what a change would mean. */
export class OrganisationToday {
  constructor(
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  async known(): Promise<Known> {
    const today = stockholmDate(this.clock.now().toISOString());
    return { organisation: this.register.organisation, people: await allPeople(this.database, today), entries: this.register.entries(), today };
  }

  /** What the changes make of the duties that run; null where none of them is of a deadline. */
  async moves(changes: OrganisationChanges, known: Known): Promise<Moves | null> {
    const change = changes.find((one) => one.do === 'setDeadline');
    return change === undefined ? null : movesOf(this.database, change, known);
  }

  consequences(change: OrganisationChanges[number], known: Known): Promise<readonly string[]> {
    return consequencesOf(this.database, change, known);
  }
}
