import { Refusal } from '#domain/errors';
import { caseStream } from '#domain/ids';
import { EventStore } from '#event-store/event-store';
import { MovedOn } from './moved-on.js';

/** Adds to a refusal "movedOn" what has happened to the case since the version that the sender saw. */
export class Changes {
  constructor(private readonly store: EventStore) {}

  /** Policy is asked before "movedOn" is raised, so the change is shown only to those who may see the case. */
  async saying<T>(caseId: string, since: number | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (since === undefined || !(error instanceof Refusal) || error.code !== 'movedOn') throw error;
      throw new MovedOn(since, await this.store.load(caseStream(caseId), since));
    }
  }
}
