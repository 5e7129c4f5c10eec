import pRetry from 'p-retry';
import type { Core } from '#case-service/core';
import { recordIn, recordOf, recordTypes } from '#domain/record-types';
import { type RecordSnapshot, recordSnapshotOf } from '#domain/records/snapshot';
import type { RecordedEvent } from '#event-store/event-store';
import { type Failed, isPoison, parkFailed } from '#event-store/parked';
import { type Subscription, subscribe } from '#event-store/subscription';
import { DatabaseFault } from '#platform/database';
import { errorFields, type Log } from '#platform/log';
import { faultCode, isAway } from '#platform/temporal';
import { inParallel } from './in-parallel.js';
import { patience } from './patience.js';
import { wholeStreams } from './whole-streams.js';
import type { WorkflowNotifier } from './workflow-notifier.js';

const NAME = 'record-conductor';
const AT_ONCE = 16;
const HOUR_MS = 3_600_000;

const isOfTheRecord = (error: unknown): boolean => (error instanceof DatabaseFault ? isPoison(error) : !isAway(error));

/**
 * Notifies each record's workflow of how the record stands, after every change, when the demo's clock has moved, and all of them every hour:
 * they are hundreds, so a workflow that was lost is found by looking at all.
 */
export class RecordConductor {
  #subscription: Subscription | null = null;
  #timer: NodeJS.Timeout | undefined;
  #busy: Promise<void> = Promise.resolve();

  constructor(
    private readonly core: Core,
    private readonly notifier: WorkflowNotifier,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    this.#subscription = await subscribe(this.core.store, this.core.database, {
      name: NAME,
      streamPrefix: '',
      handle: (events) => this.handle(events),
      isPoison: isOfTheRecord,
      onParked: ({ stream, error }) => this.log.error({ stream, ...errorFields(error), fault: faultCode(error) }, 'record put aside'),
      onError: (error) => this.log.warn({ ...errorFields(error), fault: faultCode(error) }, 'record conductor waits and tries again'),
    });
    this.#timer = setInterval(() => this.notifyAllAside(), HOUR_MS);
    this.notifyAllAside();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#subscription?.stop();
    await this.#busy;
  }

  /** A batch of the log: each record that it touches is sent once, as it stands. Answers which could not be. @throws ServiceError where Temporal is away */
  async handle(events: readonly RecordedEvent[]): Promise<readonly Failed[]> {
    const firsts = new Map<string, number>();
    for (const { stream, position } of events) if (!firsts.has(stream) && recordOf(stream) !== null) firsts.set(stream, position);
    if (firsts.size === 0) return [];
    const failed: Failed[] = [];
    const streams = [...(await this.core.store.loadMany([...firsts.keys()]))];
    await inParallel(AT_ONCE, streams, async ([stream, all]) => {
      try {
        const snapshot = snapshotIn(this.core, stream, all);
        if (snapshot !== null) await this.notifier.notifyRecord(snapshot);
      } catch (error) {
        if (isAway(error)) throw error;
        failed.push({ stream, error, position: firsts.get(stream) ?? 0 });
      }
    });
    return failed;
  }

  /** Begins notifying all, after what is under way. What fails is sent again within the hour. */
  notifyAllAside(): void {
    this.#busy = this.#busy
      .then(() => notifyAllRecords(this.core, this.notifier))
      .then(async ({ failed }) => {
        for (const one of failed) await parkFailed(this.core.database, NAME, one);
      })
      .catch((error: unknown) => this.log.warn(errorFields(error), 'notifying records again did not succeed'));
  }
}

/** Notifies the workflow of every record that waits for something; answers how many, and which could not be read or sent. @throws ServiceError where Temporal is away */
export async function notifyAllRecords(core: Core, notifier: WorkflowNotifier): Promise<{ readonly notified: number; readonly failed: readonly Failed[] }> {
  let notified = 0;
  const failed: Failed[] = [];
  const notify = async ([stream, events]: readonly [string, readonly RecordedEvent[]]) => {
    try {
      const snapshot = snapshotIn(core, stream, events);
      if (snapshot === null || snapshot.steps.length === 0) return;
      await pRetry(() => notifier.notifyRecord(snapshot), patience);
      notified += 1;
    } catch (error) {
      if (!isOfTheRecord(error)) throw error;
      failed.push({ stream, error, position: events.at(-1)?.position ?? 0 });
    }
  };
  const upTo = await core.store.position();
  for (const { family } of recordTypes)
    for await (const streams of wholeStreams(core.store.readByStream(`${family}/`, upTo))) await inParallel(AT_ONCE, [...streams], notify);
  return { notified, failed };
}

function snapshotIn({ clock, register }: Core, stream: string, events: readonly RecordedEvent[]): RecordSnapshot | null {
  const found = recordIn(stream, events);
  return found === null ? null : recordSnapshotOf(found.type, found.state, clock.offsetMs(), register.organisation.settings);
}
