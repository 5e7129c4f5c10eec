import type { CaseCommand } from '#domain/case/commands.schema';
import type { Context } from '#domain/case/decide/context';
import { decide } from '#domain/case/decide/index';
import { seenOf, sees, visible } from '#domain/case/visible';
import { refuse } from '#domain/errors';
import { caseIdOf, caseStream, recordIdOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { type Actor, system } from '#domain/org/actor';
import { recordIn, recordOf, recordStream } from '#domain/record-types';
import { commandNamed } from '#domain/records/attachments';
import { createRecord, decideRecord, seesRecord } from '#domain/records/decide';
import { eventNamed, foldRecord } from '#domain/records/fold';
import type { RecordContext, RecordDecision } from '#domain/records/record-command';
import type { NewRecordEvent, RecordState } from '#domain/records/record-event';
import type { AnyRecordType } from '#domain/records/record-type';
import type { EventStore, NewEvent, StreamAppend } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import { tryAgain } from '#platform/try-again';
import type { CommandAnswer, Envelope } from './answers.js';
import { foldStored, stored } from './case-service.js';
import { CommandLog, numberOf, TRIES, yearOf } from './command-log.js';

/** A command as it was sent: its name and its fields, parsed by its own schema. */
type Command = { readonly type: string } & Readonly<Record<string, unknown>>;

/** The answer to what made a record. */
export interface CreationAnswer extends CommandAnswer {
  readonly id: string;
  readonly number: string;
}

/** The service that all commands on records go through, whatever the record is of (docs/engine.md#records). */
export class RecordService {
  readonly #log: CommandLog;

  constructor(
    private readonly store: EventStore,
    seal: Seal,
    private readonly clock: Clock,
    private readonly register: OrganisationRegister,
  ) {
    this.#log = new CommandLog(store, seal);
  }

  /** Makes a record, numbered by the store. A repeat of the command is answered with the same record. @throws Refusal */
  async create(actor: Actor, type: AnyRecordType, command: Command, envelope: Envelope): Promise<CreationAnswer> {
    const bodyHash = this.#log.hash({ [type.family]: command });
    const known = await this.#log.known<CreationAnswer>(envelope.commandId, bodyHash);
    if (known !== null) return known;
    const id = recordIdOf(envelope.commandId, type.family);
    const attempt = async () => {
      const context = await this.#context(actor, envelope, type.creation.refers?.(command as never) ?? []);
      const decided = (number: string): RecordDecision => createRecord(type, number, command, context);
      // Decided once before any number is taken: a refusal must not use up a number.
      const beside = await this.#beside(decided(numberOf(type.series, yearOf(context.now), 0)), context);
      return this.#log.append<CreationAnswer>(actor, envelope, bodyHash, {
        numbers: [{ series: type.series, year: yearOf(context.now), count: 1 }],
        build: ([first]) => {
          const number = numberOf(type.series, yearOf(context.now), first as number);
          const { events } = decided(number);
          return {
            streams: [streamOf(type, id, 0, events, context.now), ...beside],
            answer: { id, number, version: events.length, events: events.map((event) => ({ type: event.type })) } satisfies CreationAnswer,
          };
        },
      });
    };
    return (await tryAgain(TRIES, attempt)) ?? refuse('busy');
  }

  /** Executes a command on a record. @throws Refusal; with `ifMatch`, `movedOn` where the record has changed since */
  async execute(actor: Actor, type: AnyRecordType, id: string, command: Command, envelope: Envelope): Promise<CommandAnswer> {
    const bodyHash = this.#log.hash({ [type.family]: id, command });
    const attempt = async () => {
      const state = await this.load(type, id);
      const definition = commandNamed(type, command.type);
      const context = await this.#context(actor, envelope, definition?.refers?.(command as never) ?? []);
      // Asked after the load: a repeat must not be judged on the state that the command itself made.
      const known = await this.#log.known<CommandAnswer>(envelope.commandId, bodyHash);
      if (known !== null) return known;
      if (envelope.ifMatch !== undefined && state !== null && state.version !== envelope.ifMatch && seesRecord(type, state, context))
        refuse('movedOn', [], `Du såg version ${envelope.ifMatch}, nu är det version ${state.version}.`);
      const decision = decideRecord(type, command, state, context);
      const version = (state as RecordState).version;
      const { events } = decision;
      const beside = await this.#beside(decision, context);
      return this.#log.append<CommandAnswer>(actor, envelope, bodyHash, {
        build: () => ({
          streams: [...(events.length === 0 ? [] : [streamOf(type, id, version, events, context.now)]), ...beside],
          answer: { version: version + events.length, events: events.map((event) => ({ type: event.type })) } satisfies CommandAnswer,
        }),
      });
    };
    return (await tryAgain(TRIES, attempt)) ?? refuse('busy');
  }

  /** The record as it stands, folded from the store; null where there is none. */
  async load(type: AnyRecordType, id: string): Promise<RecordState | null> {
    return foldRecord(type, id, await this.store.load(recordStream(type, id)));
  }

  async #context(actor: Actor, envelope: Envelope, named: readonly string[]): Promise<RecordContext> {
    const now = envelope.now ?? this.clock.now().toISOString();
    const today = stockholmDate(now);
    const asking = { actor, organisation: this.register.organisation, today };
    const isSeen = (stream: string, events: Awaited<ReturnType<EventStore['load']>>): boolean => {
      const caseId = caseIdOf(stream);
      if (caseId !== null) {
        const state = foldStored(caseId, events);
        return state.exists && (actor.id === system.id || sees(visible(actor, asking.organisation, today), seenOf(state)));
      }
      const found = recordIn(stream, events);
      return found !== null && seesRecord(found.type, found.state, asking);
    };
    const streams = named.length === 0 ? new Map() : await this.store.loadMany(named);
    const seen = new Set([...streams].filter(([stream, events]) => isSeen(stream, events)).map(([stream]) => stream));
    return { ...asking, now, commandId: envelope.commandId, people: this.register.holders(today), seen };
  }

  /** What the decision lets cases and other records know, as events of theirs, decided by their own rules for the system. @throws Refusal */
  async #beside({ beside = [], besideRecords = [] }: RecordDecision, context: RecordContext): Promise<readonly StreamAppend[]> {
    const streams: StreamAppend[] = [];
    for (const { caseId, command } of beside) {
      const state = foldStored(caseId, await this.store.load(caseStream(caseId)));
      const asSystem: Context = { ...context, actor: system, diary: [], cases: [], hasLocalEntry: () => false };
      const { events } = decide(command as CaseCommand, state, asSystem);
      if (state.exists && events.length > 0)
        streams.push({ stream: caseStream(caseId), expectedVersion: state.version, events: events.map((event) => stored(event, context.now)) });
    }
    for (const { stream, command } of besideRecords) {
      const { type, id } = recordOf(stream) ?? refuse('notFound');
      const state = await this.load(type, id);
      const { events } = decideRecord(type, command, state, { ...context, actor: system });
      if (state !== null && events.length > 0) streams.push(streamOf(type, id, state.version, events, context.now));
    }
    return streams;
  }
}

const streamOf = (type: AnyRecordType, id: string, expectedVersion: number, events: readonly NewRecordEvent[], now: string): StreamAppend => ({
  stream: recordStream(type, id),
  expectedVersion,
  events: events.map((event) => storedRecord(type, event, now)),
});

/** A decided event as the store takes it: parsed by its own schema, so that nothing unknown is ever written. */
export function storedRecord(type: AnyRecordType, event: NewRecordEvent, now: string): NewEvent {
  const definition = eventNamed(type, event.type);
  if (definition === undefined) throw new Error(`no event ${type.family}.${event.type}`);
  const open = definition.open.parse(event.open) as Record<string, unknown>;
  const sealed = event.sealed === undefined ? {} : (definition.sealed.parse(event.sealed) as Record<string, unknown>);
  return { type: event.type, v: definition.v, at: now, open, ...(Object.keys(sealed).length === 0 ? {} : { sealed }) };
}
