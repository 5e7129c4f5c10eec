import type { ExistingCase } from '#domain/case/case';
import { underLawOf } from '#domain/case/decide/duties';
import { caseEventNamed } from '#domain/case/events.schema';
import { maySeeOthersWords, maySeeWords } from '#domain/case/policy';
import { seenOf, sees, visible } from '#domain/case/visible';
import { refuse } from '#domain/errors';
import { caseStream, isUuid } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { logAccess } from '#event-store/access-log';
import type { EventStore, RecordedEvent } from '#event-store/event-store';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { carriedOn, seenAmong } from './carried-on.js';
import { foldStored } from './case-service.js';

/** A case opened for one person: the state, the events, and the words if this person may read them. */
export interface OpenedCase {
  readonly state: ExistingCase;
  /** The cases that continue it, all of them. */
  readonly became: readonly ExistingCase[];
  /** Without what is about a case that this person does not see. */
  readonly events: readonly RecordedEvent[];
  /** The numbers of the cases that these events are about, by id. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Sealed parts by event id; empty for one who works with codes. */
  readonly words: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly mayRead: boolean;
  readonly now: string;
}

/** A case as a search shows it. */
export interface SearchedCase {
  readonly state: ExistingCase;
  /** Whether they may read what others have said, and the title that somebody has written, where one stands that they may read. */
  readonly reads: boolean;
  readonly title: string | null;
  /** The events whose words the person may read, oldest first, and these words by event id. */
  readonly events: readonly RecordedEvent[];
  readonly words: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** Opens cases for readers. The access is logged before anything is shown (SoLPuL 10 §; docs/engine.md#the-event-log). */
export class CaseReader {
  constructor(
    private readonly database: Tx,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal notFound, the same for a case that does not exist and one that this person may not see */
  async open(actor: Actor, caseId: string, route: string): Promise<OpenedCase> {
    if (!isUuid(caseId)) refuse('notFound');
    const now = this.clock.now().toISOString();
    const today = stockholmDate(now);
    const stored = await this.store.load(caseStream(caseId));
    const state = foldStored(caseId, stored);
    const { organisation } = this.register;
    if (!state.exists) refuse('notFound');
    const became = await carriedOn(this.store, state);
    if (!sees(visible(actor, organisation, today), seenOf(state, became))) refuse('notFound');
    await logAccess(this.database, { person: actor.person ?? actor.id, action: 'read', stream: caseStream(caseId), route });
    const numbers = await this.#seenOf(actor, stored, today);
    const events = stored.filter((event) => {
      const about = aboutCase(event);
      return about === null || numbers.has(about);
    });
    const mayRead = maySeeWords(actor, state, organisation, today, became);
    const words = mayRead ? await this.#wordsOf(caseId, this.#readBy(actor, state, became, events, today)) : new Map<string, Record<string, unknown>>();
    return { state: underLawOf(state, { now, organisation }), became, events, numbers, words, mayRead, now };
  }

  /**
   * What the actions of several cases are about, by the action's id, for a list that has logged its accesses: of the cases that this person sees,
   * where they may read what others have said.
   */
  async actionTexts(actor: Actor, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const today = stockholmDate(this.clock.now().toISOString());
    const { organisation } = this.register;
    const streams = await this.store.loadMany(caseIds.map(caseStream));
    const readable = caseIds.filter((id) => {
      const state = foldStored(id, streams.get(caseStream(id)) ?? []);
      return state.exists && sees(visible(actor, organisation, today), seenOf(state)) && maySeeOthersWords(actor, state, organisation, today);
    });
    const words = await this.store.wordsMany(readable.map(caseStream));
    return new Map(
      readable
        .flatMap((id) => streams.get(caseStream(id)) ?? [])
        .flatMap(({ type, eventId, open }) => {
          const what = type === 'ActionPlanned' ? words.get(eventId)?.['what'] : undefined;
          return typeof what === 'string' ? [[String(open['actionId']), what] as const] : [];
        }),
    );
  }

  /** The events whose words a person may read: all, their own, or none. */
  #readBy(actor: Actor, state: ExistingCase, became: readonly ExistingCase[], events: readonly RecordedEvent[], today: string): readonly RecordedEvent[] {
    const { organisation } = this.register;
    if (maySeeOthersWords(actor, state, organisation, today, became)) return events;
    return maySeeWords(actor, state, organisation, today, became) ? events.filter((event) => event.actor === actor.id) : [];
  }

  /** Of the other cases that a case's events are about, those that the person sees. */
  async #seenOf(actor: Actor, events: readonly RecordedEvent[], today: string): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(events.map(aboutCase).filter((id) => id !== null))];
    const seen = await seenAmong(this.store, visible(actor, this.register.organisation, today), ids);
    return new Map(seen.map(({ id, number }) => [id, number]));
  }

  /**
   * Cases among the hits of a search: how each stands, and what this person may read in it. A case that they may not see is absent,
   * whatever the rows said a moment ago. Nothing is logged: what is shown of it is logged by the page.
   */
  async searched(actor: Actor, caseIds: readonly string[]): Promise<ReadonlyMap<string, SearchedCase>> {
    const today = stockholmDate(this.clock.now().toISOString());
    const { organisation } = this.register;
    const [streams, words] = await Promise.all([this.store.loadMany(caseIds.map(caseStream)), this.store.wordsMany(caseIds.map(caseStream))]);
    const found = await Promise.all(
      caseIds.map(async (id): Promise<readonly (readonly [string, SearchedCase])[]> => {
        const events = streams.get(caseStream(id)) ?? [];
        const state = foldStored(id, events);
        if (!state.exists) return [];
        const became = await carriedOn(this.store, state);
        if (!sees(visible(actor, organisation, today), seenOf(state, became))) return [];
        const read = this.#readBy(
          actor,
          state,
          became,
          events.filter((event) => aboutCase(event) === null),
          today,
        );
        const titled = read.find(({ position }) => position === state.titledAt);
        const title = titled === undefined ? undefined : words.get(titled.eventId)?.['title'];
        const reads = maySeeOthersWords(actor, state, organisation, today, became);
        return [[id, { state, reads, title: typeof title === 'string' ? title : null, events: read, words }]];
      }),
    );
    return new Map(found.flat());
  }

  async #wordsOf(caseId: string, events: readonly RecordedEvent[]): Promise<Map<string, Record<string, unknown>>> {
    const words = await this.store.words(caseStream(caseId));
    return new Map(events.flatMap(({ eventId }) => (words.has(eventId) ? [[eventId, words.get(eventId) ?? {}] as const] : [])));
  }
}

/** The other case that an event is about; null for one that is about its own alone. */
const aboutCase = ({ type, open }: RecordedEvent): string | null => caseEventNamed(type)?.about?.(open as never) ?? null;
