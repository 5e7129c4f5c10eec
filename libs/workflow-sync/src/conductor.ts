import type { Core } from '#case-service/core';
import { caseStream } from '#domain/ids';
import type { RecordedEvent } from '#event-store/event-store';
import { type Failed, parkFailed } from '#event-store/parked';
import { type Subscription, subscribe } from '#event-store/subscription';
import { errorFields, type Log } from '#platform/log';
import { faultCode, isAway } from '#platform/temporal';
import { isOver } from '#workflows/messages';
import { inParallel } from './in-parallel.js';
import { isOfTheStream } from './patience.js';
import { allRecords, isOfCase, mayHaveWorkflow, type Snapshot, type Snapshots, snapshotsOf, streamOf, waits } from './snapshots.js';
import { inTrouble } from './trouble.js';
import { allWaiting, keepWaiting, waitingSince } from './waiting.js';
import type { WorkflowNotifier } from './workflow-notifier.js';

const NAME = 'conductor';
const AT_ONCE = 16;
const CHUNK = 200;
const TRIES = 3;
const MINUTE = 60_000;
/** What is later than this has lost its workflow, or its workflow does not know the time. */
const LATE_MS = 15 * MINUTE;

/** A case or a record whose workflow could not be notified. */
type Unsent = Snapshots['poisoned'][number];

export interface ConductorOptions {
  /** How often those put aside are tried again, in ms (30 s). */
  readonly asideEveryMs?: number;
  /** How often what is late, and every record, is notified again, in ms (an hour). */
  readonly againEveryMs?: number;
  /** How often the demo's clock is looked at, in ms (500). */
  readonly clockEveryMs?: number;
  /** What else is to happen when the demo's clock has moved. */
  readonly onClockMoved?: (offsetMs: number) => void;
}

/**
 * Notifies the workflow of each case and record of how it stands, after every change, and again where time has moved or nothing happened.
 * When Temporal is away the batch waits and comes again; a stream whose workflow can’t be notified is put aside and the others go on.
 */
export class Conductor {
  #subscription: Subscription | null = null;
  #timers: NodeJS.Timeout[] = [];
  #busy: Promise<void> = Promise.resolve();
  #offset: number;

  constructor(
    private readonly core: Core,
    private readonly notifier: WorkflowNotifier,
    private readonly log: Log,
    private readonly options: ConductorOptions = {},
  ) {
    this.#offset = core.clock.offsetMs();
  }

  /** Follows the log, and begins by sending again what came to be late while nobody conducted. */
  async start(): Promise<void> {
    const { core, options } = this;
    this.#subscription = await subscribe(core.store, core.database, {
      name: NAME,
      streamPrefix: '',
      handle: (events) => this.handle(events),
      isPoison: isOfTheStream,
      onParked: ({ stream, error }) => this.log.error({ stream, ...errorFields(error), fault: faultCode(error) }, 'case or record put aside'),
      ...(options.asideEveryMs === undefined ? {} : { retryMs: options.asideEveryMs }),
      onError: (error) => this.log.warn({ ...errorFields(error), fault: faultCode(error) }, 'conductor waits and tries again'),
    });
    this.#timers = [
      setInterval(() => this.#aside(() => this.notifyLate()).#aside(() => this.notifyRecords()), options.againEveryMs ?? 60 * MINUTE),
      setInterval(() => this.#watchClock(), options.clockEveryMs ?? 500),
    ];
    this.#aside(() => (this.#offset > 0 ? this.notifyAllWaiting() : this.notifyLate())).#aside(() => this.notifyRecords());
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#subscription?.stop();
    await this.#busy;
  }

  leading(): boolean {
    return this.#subscription?.leading() ?? false;
  }

  /** A batch of the log: each case and record that it touches is sent once, as it stands. Answers which could not be. @throws ServiceError where Temporal is away */
  async handle(events: readonly RecordedEvent[]): Promise<readonly Failed[]> {
    const streams = new Set(events.map(({ stream }) => stream).filter(mayHaveWorkflow));
    if (streams.size === 0) return [];
    const { snapshots, poisoned } = await snapshotsOf(this.core, [...streams]);
    // Born closed by an import: no workflow was ever started, so there is none to end.
    const bornOver = new Set(events.filter((event) => event.version === 1 && event.type === 'CaseImported').map((event) => event.stream));
    const failed = await this.#notify(
      snapshots.filter((snapshot) => !(isOfCase(snapshot) && snapshot.version === 1 && isOver(snapshot) && bornOver.has(streamOf(snapshot)))),
      poisoned,
    );
    return failed.map(({ stream, error }) => ({ stream, error, position: events.find((event) => event.stream === stream)?.position ?? 0 }));
  }

  /** Notifies again the workflows of cases whose next step is more than a quarter of an hour late, and those that have reported trouble. */
  async notifyLate(): Promise<void> {
    const { database, clock } = this.core;
    const late = await waitingSince(database, new Date(clock.now().getTime() - LATE_MS).toISOString());
    await this.notifyAgain([...new Set([...late, ...(await inTrouble(database))])]);
  }

  /** Notifies every case’s workflow that waits for a time again, with the offset of the clock as it is now. */
  async notifyAllWaiting(): Promise<void> {
    await this.notifyAgain(await allWaiting(this.core.database));
  }

  /** Notifies every record’s workflow that waits for a time again: they are hundreds, so one that was lost is found by looking at all. @throws ServiceError where Temporal is away */
  async notifyRecords(): Promise<void> {
    for await (const { snapshots, poisoned } of allRecords(this.core)) await this.#notifyOrPark(snapshots.filter(waits), poisoned);
  }

  /** Notifies some cases’ workflows again, as they stand. @throws ServiceError where Temporal is away */
  async notifyAgain(caseIds: readonly string[]): Promise<void> {
    for (let from = 0; from < caseIds.length; from += CHUNK) {
      const { snapshots, poisoned } = await snapshotsOf(this.core, caseIds.slice(from, from + CHUNK).map(caseStream));
      await this.#notifyOrPark(snapshots, poisoned);
    }
  }

  async #notifyOrPark(snapshots: readonly Snapshot[], poisoned: readonly Unsent[]): Promise<void> {
    for (const { stream, error } of await this.#notify(snapshots, poisoned)) {
      const position = (await this.core.store.load(stream)).at(-1)?.position ?? 0;
      await parkFailed(this.core.database, NAME, { stream, position, error });
    }
  }

  /** @throws ServiceError Temporal is away */
  async #notify(snapshots: readonly Snapshot[], poisoned: readonly Unsent[]): Promise<readonly Unsent[]> {
    const failed = await this.#tried(snapshots, TRIES);
    await keepWaiting(this.core.database, snapshots.filter(isOfCase));
    return [...poisoned, ...failed];
  }

  /** Notifies them all, some at a time. Those that fail are tried again a few times: one in trouble must not hold the others up. */
  async #tried(snapshots: readonly Snapshot[], left: number): Promise<readonly Unsent[]> {
    const failed: (Unsent & { readonly snapshot: Snapshot })[] = [];
    await inParallel(AT_ONCE, snapshots, async (snapshot) => {
      await this.notifier.notify(snapshot).catch((error: unknown) => failed.push({ stream: streamOf(snapshot), error, snapshot }));
    });
    const [first, ...rest] = failed.filter(({ error }) => isAway(error));
    if (first === undefined) return failed;
    if (!(await this.notifier.isUp())) throw first.error;
    if (left <= 1) return failed;
    const again = await this.#tried(
      [first, ...rest].map(({ snapshot }) => snapshot),
      left - 1,
    );
    return [...failed.filter(({ error }) => !isAway(error)), ...again];
  }

  #watchClock(): void {
    const offset = this.core.clock.offsetMs();
    if (offset === this.#offset) return;
    this.#offset = offset;
    this.#aside(async () => {
      await this.notifyAllWaiting();
      this.options.onClockMoved?.(offset);
    }).#aside(() => this.notifyRecords());
  }

  /** Work beside the log, one at a time. What fails is sent again within the hour. */
  #aside(work: () => Promise<void>): this {
    this.#busy = this.#busy.then(work).catch((error: unknown) => this.log.warn(errorFields(error), 'notifying again did not succeed'));
    return this;
  }
}
