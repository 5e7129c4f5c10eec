import { type CaseState, type ExistingCase, noCase } from '#domain/case/case';
import type { CaseCommand, ReportCase } from '#domain/case/commands.schema';
import { withNumber } from '#domain/case/decide/born';
import type { Context } from '#domain/case/decide/context';
import { type Decision, decide } from '#domain/case/decide/index';
import { mirrorBegun } from '#domain/case/decide/mirrored';
import { senderOf, takenIn } from '#domain/case/decide/report';
import { reportFollowed } from '#domain/case/decide/report-followed';
import { decideTogether } from '#domain/case/decide/together';
import { diaryNumberIn } from '#domain/case/diary-number';
import { eventShapes, type NewCaseEvent } from '#domain/case/events.schema';
import { evolve } from '#domain/case/evolve';
import { asFirstSent } from '#domain/case/first-sent';
import { type BoardTold, mirrorIdOf } from '#domain/case/mirroring';
import { type StoredShape, upcast } from '#domain/case/upcast';
import { casesNamedIn } from '#domain/case/wall';
import { type Kind, seriesOf } from '#domain/codes/kinds';
import { type Refusal, refuse } from '#domain/errors';
import { caseStream, uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { type Actor, isLoggedIn, system } from '#domain/org/actor';
import type { EventStore, NewEvent } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';
import type { KeyEntry } from '#event-store/types';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import { tryAgain } from '#platform/try-again';
import type { CommandAnswer, Envelope, ReportAnswer, ReportEnvelope } from './answers.js';
import { CommandLog, numberOf, TRIES, yearOf } from './command-log.js';
import { type DiaryNumberUse, diaryNumberUse } from './diary-numbers.js';
import { codesMeant, receiptCodeHash, receiptCodeOf } from './receipt-code.js';

/** Id of a command: the same key from the same sender is the same command. */
export const commandIdOf = (actor: Actor, idempotencyKey: string): string => uuidOf('command', actor.id, idempotencyKey);

/**
 * The service that all commands go through: people's, the importer's and the workflows' (docs/engine.md#commands).
 * A repeat is answered from the stored answer before anything is judged; a refusal stores nothing; a decision without events stores its answer.
 */
export class CaseService {
  readonly #log: CommandLog;

  constructor(
    private readonly store: EventStore,
    private readonly seal: Seal,
    private readonly clock: Clock,
    private readonly register: OrganisationRegister,
  ) {
    this.#log = new CommandLog(store, seal);
  }

  /** Takes a report in. The sender is the one who may stand in the log: nobody, for one who asked not to be named. @throws Refusal */
  async report(actor: Actor, body: ReportCase, { commandId, now }: ReportEnvelope): Promise<ReportAnswer & { readonly receiptCode: string }> {
    const sender = senderOf(actor, body);
    const envelope: Envelope = { commandId: typeof commandId === 'string' ? commandId : commandId(sender), now };
    const bodyHash = this.#log.hash({ report: body });
    const known = await this.#log.known<ReportAnswer>(envelope.commandId, bodyHash);
    if (known !== null) return { ...known, receiptCode: receiptCodeOf(this.seal, known.id) };
    const answer = (await tryAgain(TRIES, () => this.#reported(actor, sender, body, envelope, bodyHash))) ?? refuse('busy');
    return { ...answer, receiptCode: receiptCodeOf(this.seal, answer.id) };
  }

  /** Decides a report and stores it; null where another command took its diary number first. */
  async #reported(actor: Actor, sender: Actor, body: ReportCase, envelope: Envelope, bodyHash: Buffer): Promise<ReportAnswer | null> {
    const diary = await this.#diary(diaryNumberIn(body));
    const context = { ...this.#context(actor, envelope), diary: diary.cases };
    const { parts, takenInAs } = takenIn(body, actor);
    const receivedAt = isLoggedIn(sender) ? (body.receivedAt ?? context.now) : context.now;
    // Decided once before any number is taken: a refusal must not use up a number.
    const foreseen = parts.map((part) => reportFollowed(part, numberOf(seriesOf[part.command.kind], yearOf(receivedAt), 0), context));
    const series = [
      ...parts.map((part) => seriesFor(part.command.kind, receivedAt)),
      ...foreseen.flatMap(({ born }) => born).map((child) => seriesFor(child.kind, child.receivedAt)),
    ];
    return this.#log.append<ReportAnswer>(sender, envelope, bodyHash, {
      numbers: series,
      build: (firsts) => {
        const numbers = numbersOf(series, firsts);
        const reported = parts.map((part, n) => reportFollowed(part, numbers[n] as string, context));
        const [first, ...siblings] = reported.map(({ caseId }, n) => ({ id: caseId, number: numbers[n] as string }));
        const born = bornOf(reported, numbers.slice(parts.length));
        const events = reported[0]?.events ?? [];
        return {
          streams: [
            ...reported.map((one) => streamOf(one.caseId, 0, born[0] === undefined ? one.events : withNumber(one.events, born[0].number), context.now)),
            ...born.map(({ id, events: made }) => streamOf(id, 0, made, context.now)),
          ],
          answer: {
            ...(first as { id: string; number: string }),
            version: events.length,
            events: events.map(({ type }) => ({ type })),
            siblings,
            ...(born.length === 0 ? {} : { born: born.map(({ id, kind, number }) => ({ id, kind, number })) }),
            ...(takenInAs === null ? {} : { takenInAs }),
          } satisfies ReportAnswer,
          keys: [
            ...diary.keys(first?.id as string),
            ...reported.map(({ caseId }) => ({
              list: 'receiptCode',
              hash: receiptCodeHash(this.seal, receiptCodeOf(this.seal, caseId)),
              stream: caseStream(caseId),
            })),
          ],
        };
      },
    });
  }

  /** Executes a command on a case. @throws Refusal; with `ifMatch`, `movedOn` says what has happened since. */
  execute(actor: Actor, caseId: string, command: CaseCommand, envelope: Envelope): Promise<CommandAnswer> {
    const asked = { hash: this.#log.hash({ caseId, command: asFirstSent(command) }), diary: diaryNumberIn(command), commands: [command] };
    return this.#executed(actor, caseId, envelope, asked, (state, context) => decide(command, state, context));
  }

  /** What a command would make of the case as it stands, without making it: for a page that shows it first. @throws Refusal as `execute` */
  async foresee(actor: Actor, caseId: string, command: CaseCommand): Promise<Decision> {
    const diary = await this.#diary(diaryNumberIn(command));
    const cases = await this.#named([command]);
    return decide(command, await this.load(caseId), { ...this.#context(actor, { commandId: uuidOf('foreseen', caseId) }), diary: diary.cases, cases });
  }

  /** Executes the commands of one form, in order, in one append: all of them or none (decide/together). @throws Refusal as `execute` */
  executeTogether(actor: Actor, caseId: string, commands: readonly CaseCommand[], envelope: Envelope): Promise<CommandAnswer> {
    const asked = {
      hash: this.#log.hash({ caseId, together: commands.map(asFirstSent) }),
      diary: commands.map(diaryNumberIn).find((number) => number !== null) ?? null,
      commands,
    };
    return this.#executed(actor, caseId, envelope, asked, (state, context) => (state.exists ? decideTogether(commands, state, context) : refuse('notFound')));
  }

  async #executed(
    actor: Actor,
    caseId: string,
    envelope: Envelope,
    { hash, diary: number, commands }: { readonly hash: Buffer; readonly diary: string | null; readonly commands: readonly CaseCommand[] },
    make: (state: CaseState, context: Context) => Decision,
  ): Promise<CommandAnswer> {
    const attempt = async () => {
      const state = await this.load(caseId);
      const diary = await this.#diary(number);
      // Asked after the load: a repeat must not be judged on the state that the command itself made.
      const known = await this.#log.known<CommandAnswer>(envelope.commandId, hash);
      if (known !== null) return known;
      const context = { ...this.#context(actor, envelope), diary: diary.cases, cases: await this.#named(commands) };
      const decided = this.#decided(() => make(state, context), state, envelope.ifMatch);
      return this.#appendDecision(actor, envelope, hash, state, decided, context.now, diary.keys(caseId));
    };
    // Where another command was first, on this case or with the diary number, it is decided again; an If-Match that no longer holds is then refused.
    return (await tryAgain(TRIES, attempt)) ?? refuse('busy');
  }

  /**
   * Records on the municipality's mirror what a private provider has told the board about its case. The first such message makes the mirror.
   * Sent by the system, since nobody on either side sees the other's cases. @throws Refusal
   */
  async mirror(told: BoardTold, envelope: Envelope): Promise<void> {
    const caseId = mirrorIdOf(told.source);
    const { about, source, toldAt, notifiedAt } = told;
    const news = { type: 'RecordProviderNews', about, source, toldAt, notifiedAt } as const;
    const bodyHash = this.#log.hash({ caseId, command: news });
    if ((await this.#log.known(envelope.commandId, bodyHash)) !== null) return;
    if (!(await this.load(caseId)).exists) {
      const context = this.#context(system, envelope);
      const series = [seriesFor('lexSarah', toldAt)];
      const answer = await this.#log.append<CommandAnswer>(system, envelope, bodyHash, {
        numbers: series,
        build: (firsts) => {
          const { events } = mirrorBegun(told, numbersOf(series, firsts)[0] as string, context);
          return {
            streams: [streamOf(caseId, 0, events, context.now)],
            answer: { version: events.length, events: events.map(({ type }) => ({ type })) } satisfies CommandAnswer,
          };
        },
      });
      if (answer !== null) return;
    }
    await this.execute(system, caseId, news, envelope);
  }

  /** When a command was stored, and as which case where it was a report; null for an unused key. */
  async takenIn(commandId: string): Promise<{ readonly at: string; readonly number: string | null } | null> {
    const known = await this.store.answerOf(commandId);
    if (known === null) return null;
    const at = await this.store.takenInAt(commandId);
    const { number } = known.answer as { readonly number?: unknown };
    return at === null ? null : { at, number: typeof number === 'string' ? number : null };
  }

  /** The case as it stands, folded from the store. */
  async load(caseId: string): Promise<CaseState> {
    return foldStored(caseId, await this.store.load(caseStream(caseId)));
  }

  /** The case of a receipt code; null for a code that opens nothing. */
  async byReceiptCode(code: string): Promise<ExistingCase | null> {
    const hashes = codesMeant(code).map((meant) => receiptCodeHash(this.seal, meant));
    const [found] = hashes.length === 0 ? [] : (await this.store.findMany('receiptCode', hashes)).values();
    if (found === undefined) return null;
    const state = await this.load(found.stream.slice('case/'.length));
    return state.exists ? state : null;
  }

  /** Appends a decision: the case's own events, those of others that it names, and the cases that it made, numbered by the store, in one append (docs/engine.md#commands). */
  #appendDecision(
    actor: Actor,
    envelope: Envelope,
    bodyHash: Buffer,
    { id, version }: CaseState,
    { events, born, beside = [] }: Decision,
    now: string,
    keys: readonly KeyEntry[],
  ): Promise<CommandAnswer | null> {
    const series = born.map(({ kind, receivedAt }) => seriesFor(kind, receivedAt));
    return this.#log.append<CommandAnswer>(actor, envelope, bodyHash, {
      numbers: series,
      build: (firsts) => {
        const numbers = numbersOf(series, firsts);
        const own = numbers[0] === undefined ? events : withNumber(events, numbers[0]);
        return {
          streams: [
            ...(own.length === 0 ? [] : [streamOf(id, version, own, now)]),
            ...born.map((child, n) => streamOf(child.caseId, 0, child.events(numbers[n] as string), now)),
            ...beside.map((other) => streamOf(other.caseId, other.version, other.events, now)),
          ],
          answer: {
            version: version + own.length,
            events: own.map(({ type }) => ({ type })),
            ...(born.length === 0 ? {} : { born: born.map((child, n) => ({ id: child.caseId, kind: child.kind, number: numbers[n] as string })) }),
          } satisfies CommandAnswer,
          keys: own.length === 0 ? [] : keys,
        };
      },
    });
  }

  #decided(make: () => Decision, state: CaseState, ifMatch: number | undefined): Decision {
    if (ifMatch === undefined || !state.exists || state.version === ifMatch) return make();
    // Sight is checked first: a version must reveal nothing to one who may not see the case.
    try {
      make();
    } catch (error) {
      if ((error as Refusal).code === 'notFound' || (error as Refusal).code === 'notYours') throw error;
    }
    return refuse('movedOn', [], `Du såg version ${ifMatch}, ärendet är nu på version ${state.version}.`);
  }

  #context(actor: Actor, envelope: Envelope): Context {
    const now = envelope.now ?? this.clock.now().toISOString();
    const today = stockholmDate(now);
    const { register } = this;
    return {
      now,
      today,
      actor,
      organisation: register.organisation,
      commandId: envelope.commandId,
      people: register.holders(today),
      diary: [],
      cases: [],
      hasLocalEntry: (list, unit, code, day) => register.hasLocalEntry(list, unit, code, { today, day }),
    };
  }

  #diary(number: string | null): Promise<DiaryNumberUse> {
    return diaryNumberUse(this.store, this.seal, number, (streams) => this.#existing(streams));
  }

  /** The other cases that commands name. */
  async #named(commands: readonly CaseCommand[]): Promise<readonly ExistingCase[]> {
    const ids = commands.flatMap(casesNamedIn);
    return ids.length === 0 ? [] : this.#existing(ids.map(caseStream));
  }

  async #existing(streams: readonly string[]): Promise<readonly ExistingCase[]> {
    const states = [...(await this.store.loadMany(streams))].map(([stream, events]) => foldStored(stream.slice('case/'.length), events));
    return states.filter((state) => state.exists);
  }
}

/** Folds what the store holds of a case. */
export function foldStored(caseId: string, events: readonly StoredShape[]): CaseState {
  return events.reduce<CaseState>((state, event) => evolve(state, upcast(event)), noCase(caseId));
}

const seriesFor = (kind: Kind, receivedAt: string) => ({ series: seriesOf[kind], year: yearOf(receivedAt), count: 1 });
const numbersOf = (series: readonly ReturnType<typeof seriesFor>[], firsts: readonly number[]): readonly string[] =>
  series.map(({ series: letters, year }, n) => numberOf(letters, year, firsts[n] as number));
/** The cases of another kind that the reports gave rise to, each with its number. */
const bornOf = (reported: readonly Pick<Decision, 'born'>[], numbers: readonly string[]) =>
  reported
    .flatMap(({ born }) => born)
    .map(({ caseId, kind, events }, n) => ({ id: caseId, kind, number: numbers[n] as string, events: events(numbers[n] as string) }));
const streamOf = (caseId: string, expectedVersion: number, events: readonly NewCaseEvent[], now: string) => ({
  stream: caseStream(caseId),
  expectedVersion,
  events: events.map((event) => stored(event, now)),
});

/** A decided event as the store takes it: parsed by its own schema, so that nothing unknown is ever written. */
export function stored(event: NewCaseEvent, now: string): NewEvent {
  const shape = eventShapes[event.type];
  const open = shape.open.parse(event.open) as Record<string, unknown>;
  const sealed = event.sealed === undefined ? undefined : (shape.sealed.parse(event.sealed) as Record<string, unknown>);
  const words = sealed === undefined || Object.keys(sealed).length === 0 ? {} : { sealed };
  return { type: event.type, v: shape.v, at: event.at ?? now, open, ...words };
}
