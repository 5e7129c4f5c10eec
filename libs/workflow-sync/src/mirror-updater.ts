import { foldStored } from '#case-service/case-service';
import type { Core } from '#case-service/core';
import { boardTold } from '#domain/case/mirroring';
import { Refusal } from '#domain/errors';
import { caseIdOf, uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { RecordedEvent } from '#event-store/event-store';
import { isPoison } from '#event-store/parked';
import type { Log } from '#platform/log';
import { LogFollower } from './log-follower.js';

export const NAME = 'mirrors';

/** Follows the log: what a private provider tells the board in its own tree is told the municipality's mirror, through the one door for commands. */
export class MirrorUpdater extends LogFollower {
  constructor(core: Core, log: Log) {
    super(core, log, {
      name: NAME,
      streamPrefix: 'case/',
      isPoison: (error) => error instanceof Refusal || isPoison(error),
      waits: 'mirrors wait and are tried again',
      putAside: 'put aside: its mirror is not told',
    });
  }

  /** Each event once: the command's id is the event's, so a batch that comes again changes nothing. */
  override async handle(events: readonly RecordedEvent[]): Promise<void> {
    for (const event of events) {
      if (event.type !== 'FeedbackGiven' || (event.open as { to?: unknown }).to !== 'board') continue;
      const stored = (await this.core.store.load(event.stream)).filter(({ version }) => version <= event.version);
      const state = foldStored(caseIdOf(event.stream) ?? event.stream, stored);
      // By the day it was written down: a setting made later mirrors nothing that was told before it.
      const told = state.exists ? boardTold(event, state, this.core.register.organisation, stockholmDate(event.recordedAt)) : null;
      if (told !== null) await this.core.cases.mirror(told, { commandId: uuidOf('mirror', event.eventId) });
    }
  }
}
