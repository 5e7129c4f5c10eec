import type { Core } from '#case-service/core';
import type { Told } from '#domain/case/agenda';
import { caseIdOf, caseStream } from '#domain/ids';
import type { RecordedEvent } from '#event-store/event-store';
import { type Failed, isPoison, putAside } from '#event-store/parked';
import { type Subscription, subscribe } from '#event-store/subscription';
import { DatabaseFault } from '#platform/database';
import { errorFields, type Log } from '#platform/log';
import { faultCode, isAway } from '#platform/temporal';
import { isOver } from '#workflows/messages';
import { inParallel } from './in-parallel.js';
import type { Teller } from './teller.js';
import { toldOf } from './told-of.js';
import { allWaiting, keepWaiting, waitingSince } from './waiting.js';

const NAME = 'conductor';
const AT_ONCE = 16;
const CHUNK = 200;
const TRIES = 3;
const MINUTE = 60_000;
/** What is later than this has lost its workflow, or its workflow does not know the time. */
const LATE_MS = 15 * MINUTE;

/** A fault that would come again for this case; everything that Temporal may get over is not. */
const isOfTheCase = (error: unknown): boolean => (error instanceof DatabaseFault ? isPoison(error) : !isAway(error));

/** A case that could not be told. */
interface Untold {
  readonly stream: string;
  readonly error: unknown;
}

export interface ConductorOptions {
  /** How often those put aside are tried again, in ms (30 s). */
  readonly asideEveryMs?: number;
  /** How often what is late is told again, in ms (an hour). */
  readonly againEveryMs?: number;
  /** How often the demo's clock is looked at, in ms (500). */
  readonly clockEveryMs?: number;
  /** What else is to happen when the demo's clock has moved. */
  readonly onClockMoved?: (offsetMs: number) => void;
}

/**
 * Tells each case's workflow how the case stands, after every change, and again where time has moved or nothing happened.
 * When Temporal is away the batch waits and comes again; a case that can't be told is put aside and the others go on.
 */
export class Conductor {
  #subscription: Subscription | null = null;
  #timers: NodeJS.Timeout[] = [];
  #busy: Promise<void> = Promise.resolve();
  #offset: number;

  constructor(
    private readonly core: Core,
    private readonly teller: Teller,
    private readonly log: Log,
    private readonly options: ConductorOptions = {},
  ) {
    this.#offset = core.clock.offsetMs();
  }

  /** Follows the log, and begins by telling again what came to be late while nobody conducted. */
  async start(): Promise<void> {
    const { core, options } = this;
    this.#subscription = await subscribe(core.store, core.database, {
      name: NAME,
      streamPrefix: 'case/',
      handle: (events) => this.handle(events),
      isPoison: isOfTheCase,
      onParked: ({ stream, error }) => this.log.error({ stream, ...errorFields(error), fault: faultCode(error) }, 'case put aside'),
      ...(options.asideEveryMs === undefined ? {} : { retryMs: options.asideEveryMs }),
      onError: (error) => this.log.warn({ ...errorFields(error), fault: faultCode(error) }, 'conductor waits and tries again'),
    });
    this.#timers = [
      setInterval(() => this.#aside(() => this.tellLate()), options.againEveryMs ?? 60 * MINUTE),
      setInterval(() => this.#watchClock(), options.clockEveryMs ?? 500),
    ];
    this.#aside(() => (this.#offset > 0 ? this.tellAllWaiting() : this.tellLate()));
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#subscription?.stop();
    await this.#busy;
  }

  leading(): boolean {
    return this.#subscription?.leading() ?? false;
  }

  /** A batch of the log: each case that it touches is told once, as it stands. Answers which could not be told. @throws ServiceError where Temporal is away */
  async handle(events: readonly RecordedEvent[]): Promise<readonly Failed[]> {
    const ids = [...new Set(events.map((event) => caseIdOf(event.stream)).filter((id) => id !== null))];
    const { tolds, poisoned } = await toldOf(this.core, ids);
    // Born closed by an import: no workflow was ever started, so there is none to end.
    const bornOver = new Set(events.filter((event) => event.version === 1 && event.type === 'CaseImported').map((event) => caseIdOf(event.stream)));
    const failed = await this.#tell(
      tolds.filter((told) => !(told.version === 1 && isOver(told) && bornOver.has(told.caseId))),
      poisoned,
    );
    return failed.map(({ stream, error }) => ({ stream, error, position: events.find((event) => event.stream === stream)?.position ?? 0 }));
  }

  /** Tells again the cases whose next item is more than a quarter of an hour late. */
  async tellLate(): Promise<void> {
    const { database, clock } = this.core;
    await this.tellAgain(await waitingSince(database, new Date(clock.now().getTime() - LATE_MS).toISOString()));
  }

  /** Tells every case that waits for a time again, with the offset of the clock as it is now. */
  async tellAllWaiting(): Promise<void> {
    await this.tellAgain(await allWaiting(this.core.database));
  }

  /** Tells some cases again, as they stand. @throws ServiceError where Temporal is away */
  async tellAgain(caseIds: readonly string[]): Promise<void> {
    for (let from = 0; from < caseIds.length; from += CHUNK) {
      const { tolds, poisoned } = await toldOf(this.core, caseIds.slice(from, from + CHUNK));
      for (const { stream, error } of await this.#tell(tolds, poisoned)) {
        const position = (await this.core.store.load(stream)).at(-1)?.position ?? 0;
        await putAside(this.core.database, NAME, { stream, position, error });
      }
    }
  }

  /** @throws ServiceError where nobody can be told: Temporal is away */
  async #tell(tolds: readonly Told[], poisoned: readonly Untold[]): Promise<readonly Untold[]> {
    const failed = await this.#tried(tolds, TRIES);
    await keepWaiting(this.core.database, tolds);
    return [...poisoned, ...failed];
  }

  /** Tells them all, some at a time. Those that fail are tried again a few times: one case in trouble must not hold the others up. */
  async #tried(tolds: readonly Told[], left: number): Promise<readonly Untold[]> {
    const failed: (Untold & { readonly told: Told })[] = [];
    await inParallel(AT_ONCE, tolds, async (told) => {
      await this.teller.tell(told).catch((error: unknown) => failed.push({ stream: caseStream(told.caseId), error, told }));
    });
    const [first, ...rest] = failed.filter(({ error }) => isAway(error));
    if (first === undefined) return failed;
    if (!(await this.teller.isHeard())) throw first.error;
    if (left <= 1) return failed;
    const again = await this.#tried(
      [first, ...rest].map(({ told }) => told),
      left - 1,
    );
    return [...failed.filter(({ error }) => !isAway(error)), ...again];
  }

  #watchClock(): void {
    const offset = this.core.clock.offsetMs();
    if (offset === this.#offset) return;
    this.#offset = offset;
    this.#aside(async () => {
      await this.tellAllWaiting();
      this.options.onClockMoved?.(offset);
    });
  }

  /** Work beside the log, one at a time. What fails is told again within the hour. */
  #aside(work: () => Promise<void>): void {
    this.#busy = this.#busy.then(work).catch((error: unknown) => this.log.warn(errorFields(error), 'telling again did not succeed'));
  }
}
