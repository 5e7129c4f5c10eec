import { refuse } from '#domain/errors';
import { isUuid } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { recordStream } from '#domain/record-types';
import { seesRecord } from '#domain/records/decide';
import { foldRecord } from '#domain/records/fold';
import type { Asking } from '#domain/records/record-command';
import type { RecordState } from '#domain/records/record-event';
import type { AnyRecordType } from '#domain/records/record-type';
import { logAccess } from '#event-store/access-log';
import type { EventStore, RecordedEvent } from '#event-store/event-store';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';

/** A record opened for one person. */
export interface OpenedRecord extends Asking {
  readonly state: RecordState;
  readonly events: readonly RecordedEvent[];
  /** Sealed parts by event id. */
  readonly words: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** The texts as they stand: the last of each of the type's `standing`. */
  readonly standing: Readonly<Record<string, string>>;
  readonly now: string;
}

interface Opening {
  readonly route: string;
  readonly sees: (state: RecordState, asking: Asking) => boolean;
}

/** Opens records for readers. The access is logged before anything is shown. */
export class RecordReader {
  constructor(
    private readonly database: Tx,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal notFound, the same for a record that does not exist and one that this person may not see */
  async open(actor: Actor, type: AnyRecordType, id: string, route: string): Promise<OpenedRecord> {
    return this.openFor(actor, type, id, { route, sees: (state, asking) => seesRecord(type, state, asking) });
  }

  /** Opens a record for one who sees it by a rule of its own, as the elected see a report that is decided. @throws Refusal notFound */
  async openFor(actor: Actor, type: AnyRecordType, id: string, { route, sees }: Opening): Promise<OpenedRecord> {
    if (!isUuid(id)) refuse('notFound');
    const now = this.clock.now().toISOString();
    const asking: Asking = { actor, organisation: this.register.organisation, today: stockholmDate(now) };
    const stream = recordStream(type, id);
    const events = await this.store.load(stream);
    const state = foldRecord(type, id, events);
    if (state === null || !sees(state, asking)) refuse('notFound');
    await logAccess(this.database, { person: actor.person ?? actor.id, action: 'read', stream, route });
    const words = await this.store.words(stream);
    return { ...asking, state, events, words, standing: standingOf(type, events, words), now };
  }

  /** The standing texts of several records at once, for a list that has logged its accesses. */
  async texts(type: AnyRecordType, ids: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
    const names = ids.map((id) => recordStream(type, id));
    const [streams, words] = await Promise.all([this.store.loadMany(names), this.store.wordsMany(names)]);
    return new Map(ids.map((id) => [id, standingOf(type, streams.get(recordStream(type, id)) ?? [], words)]));
  }

  /** The events and the words of several records by their streams, for a search that has found them for one who sees them. */
  async searched(streams: readonly string[]): Promise<ReadonlyMap<string, Pick<OpenedRecord, 'events' | 'words'>>> {
    const [loaded, words] = await Promise.all([this.store.loadMany(streams), this.store.wordsMany(streams)]);
    return new Map(streams.map((stream) => [stream, { events: loaded.get(stream) ?? [], words }]));
  }
}

function standingOf(
  { standing }: AnyRecordType,
  events: readonly RecordedEvent[],
  words: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { eventId } of events)
    for (const name of Object.keys(standing)) {
      const text = words.get(eventId)?.[name];
      if (typeof text === 'string') texts[name] = text;
    }
  return texts;
}
