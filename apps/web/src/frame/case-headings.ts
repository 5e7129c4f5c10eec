import { caseStream } from '#domain/ids';
import type { Actor } from '#domain/org/actor';
import { logListing } from '#event-store/access-log';
import type { EventStore } from '#event-store/event-store';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Tx } from '#platform/database';
import { caseHeadings } from '#read-model/case-headings';
import { headingFor } from '#text/case-heading';

/** What cases are called in a list: what somebody has written, for those who may read the words of the case, else what their codes say. */
export class CaseHeadings {
  constructor(
    private readonly database: Tx,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
  ) {}

  /**
   * By case id. Written titles are words: that they are shown is logged before they are opened, and only those of the given cases are.
   * @param ids cases that the actor sees @param now an ISO instant @param route that shows them @throws DatabaseFault
   */
  async of(actor: Actor, ids: readonly string[], now: string, route: string): Promise<ReadonlyMap<string, string>> {
    const cases = await caseHeadings(this.database, actor, this.register.organisation, ids, now);
    const titled = [...cases].flatMap(([id, { titledAt }]) => (titledAt === null ? [] : [{ id, titledAt }]));
    const words = titled.length === 0 ? new Map<number, Record<string, unknown>>() : await this.#words(actor, titled, route);
    return new Map(
      [...cases].map(([id, { titledAt, reads, ...headed }]) => {
        const title = titledAt === null ? undefined : words.get(titledAt)?.['title'];
        return [id, typeof title === 'string' ? title : headingFor(headed, reads)];
      }),
    );
  }

  async #words(actor: Actor, titled: readonly { readonly id: string; readonly titledAt: number }[], route: string) {
    await logListing(this.database, { person: actor.person ?? actor.id, streams: titled.map(({ id }) => caseStream(id)), route });
    return this.store.wordsAt(titled.map(({ titledAt }) => titledAt));
  }
}
