import { foldStored } from '#case-service/case-service';
import type { Core } from '#case-service/core';
import { isOpen } from '#domain/case/case';
import { reworded } from '#domain/case/decide/duties';
import { Refusal } from '#domain/errors';
import { caseIdOf, uuidOf } from '#domain/ids';
import { system } from '#domain/org/actor';
import type { RecordedEvent } from '#event-store/event-store';
import { isPoison } from '#event-store/parked';
import { lockOrganisation, STREAM } from '#organisation/changes';
import { deadlinesAt } from '#organisation/organisation-at';
import { errorFields, type Log } from '#platform/log';
import { LogFollower } from './log-follower.js';
import { wholeStreams } from './whole-streams.js';

export const NAME = 'deadlines';

/** Follows the organisation: a period that the municipality has changed moves the open duties that it holds for, each by an event of its case. */
export class DeadlineUpdater extends LogFollower {
  constructor(core: Core, log: Log) {
    super(core, log, {
      name: NAME,
      streamPrefix: STREAM,
      isPoison,
      waits: 'deadlines wait and are tried again',
      putAside: 'put aside: deadlines are not moved',
    });
  }

  /** Every open case is read once for all the changes of a batch. Safe to repeat: a case whose days stand is left as it is. */
  override async handle(events: readonly RecordedEvent[]): Promise<void> {
    const last = await this.#lastThatChanges(events);
    if (last === null) return;
    const { core, log } = this;
    // What this process knows of the rows may be older than they are.
    await core.register.refresh();
    let moved = 0;
    for await (const streams of wholeStreams(core.store.readByStream('case/', await core.store.position()))) {
      for (const [stream, stored] of streams) {
        // One case that can't be read or changed now is passed by: its next command moves its days.
        const isMoved = await this.#recount(stream, stored, uuidOf('recountDeadlines', last.eventId, stream)).catch((error: unknown) => {
          if (!(error instanceof Refusal) && !isPoison(error)) throw error;
          log.error({ stream, ...errorFields(error) }, 'deadlines of a case not moved');
          return false;
        });
        if (isMoved) moved += 1;
      }
    }
    log.info({ moved }, 'deadlines moved');
  }

  async #recount(stream: string, stored: readonly RecordedEvent[], commandId: string): Promise<boolean> {
    const { cases, clock, register } = this.core;
    const caseId = caseIdOf(stream) ?? stream;
    const state = foldStored(caseId, stored);
    if (!state.exists || !isOpen(state)) return false;
    const due = reworded(state, { now: clock.now().toISOString(), organisation: register.organisation });
    // A change of law alone waits for the next command (docs/decisions/0008).
    if (!due.some(({ type, open }) => type === 'DeadlineRecalculated' && open.why === 'setting')) return false;
    await cases.execute(system, caseId, { type: 'RecountDeadlines' }, { commandId });
    return true;
  }

  async #lastThatChanges(events: readonly RecordedEvent[]): Promise<RecordedEvent | null> {
    for (const event of events.toReversed()) if (await this.#changesDeadlines(event)) return event;
    return null;
  }

  async #changesDeadlines({ type, position }: RecordedEvent): Promise<boolean> {
    if (type !== 'OrganisationChanged') return false;
    return this.core.database.transaction(async (tx) => {
      // The event is seen before the rows that it tells of: waits until the change is whole.
      await lockOrganisation(tx);
      return JSON.stringify(await deadlinesAt(tx, position - 1)) !== JSON.stringify(await deadlinesAt(tx, position));
    });
  }
}
