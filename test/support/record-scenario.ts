import { Refusal } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { createRecord, decideRecord, seesRecord } from '#domain/records/decide';
import { evolveRecord } from '#domain/records/fold';
import type { Beside, BesideRecord, RecordContext, RecordDecision } from '#domain/records/record-command';
import type { NewRecordEvent, RecordState } from '#domain/records/record-event';
import type { RecordType } from '#domain/records/record-type';
import { organisation, people } from './scenario.js';

/** As Scenario, for a record of any type: given events, when command, then events. A refusal is kept in `refusal` and stores nothing. */
export class RecordScenario<R extends RecordState> {
  state: R | null = null;
  refusal: Refusal | null = null;
  readonly log: NewRecordEvent[] = [];
  /** What cases were told by the last command. */
  beside: readonly Beside[] = [];
  besideRecords: readonly BesideRecord[] = [];
  /** Streams that commands may name. */
  readonly seen = new Set<string>();
  units = organisation;
  #n = 0;

  constructor(
    readonly type: RecordType<R>,
    public now = '2026-03-02T08:00:00.000Z',
  ) {}

  get record(): R {
    if (this.state === null) throw new Error(`no record: ${this.refusal?.code} ${this.lacks().join()}`);
    return this.state;
  }

  at(now: string): this {
    this.now = now;
    return this;
  }

  create(body: object, actor: Actor): this {
    const { schema, name } = this.type.creation;
    return this.#run(actor, (context) => createRecord(this.type, `${this.type.series}-2026-0001`, schema.parse({ type: name, ...body }), context));
  }

  /** Gives a command, which may be refused. */
  when(actor: Actor, command: { readonly type: string } & Record<string, unknown>): this {
    const definition = this.type.commands.find(({ name }) => name === command.type);
    return this.#run(actor, (context) => decideRecord(this.type, definition?.schema.parse(command) ?? command, this.state, context));
  }

  /** Gives a command that must be accepted. */
  does(actor: Actor, command: { readonly type: string } & Record<string, unknown>): this {
    this.when(actor, command);
    if (this.refusal !== null) throw new Error(`${command.type}: ${this.refusal.code} ${this.lacks().join(', ')}`);
    return this;
  }

  sees(actor: Actor): boolean {
    return seesRecord(this.type, this.record, this.#context(actor));
  }

  lacks(): readonly string[] {
    return (this.refusal?.missing ?? []).map(({ field }) => field);
  }

  types(): readonly string[] {
    return this.log.map(({ type }) => type);
  }

  #context(actor: Actor): RecordContext {
    this.#n += 1;
    return {
      now: this.now,
      today: stockholmDate(this.now),
      actor,
      organisation: this.units,
      commandId: uuidOf('record scenario', this.#n),
      people: Object.values(people).flatMap(({ person, posts }) => (person === null ? [] : [{ id: person, posts }])),
      seen: this.seen,
    };
  }

  #run(actor: Actor, decide: (context: RecordContext) => RecordDecision): this {
    this.refusal = null;
    try {
      const { events, beside = [], besideRecords = [] } = decide(this.#context(actor));
      this.beside = beside;
      this.besideRecords = besideRecords;
      for (const event of events) this.#fold(event);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    }
    return this;
  }

  #fold(event: NewRecordEvent): void {
    this.log.push(event);
    const stored = { type: event.type, version: this.log.length, at: this.now, recordedAt: this.now, open: event.open };
    this.state = evolveRecord(this.type, uuidOf('record'), this.state, stored);
  }
}
