import { randomUUID } from 'node:crypto';
import { caseEvents } from '#domain/case/events.schema';
import { caseStream } from '#domain/ids';
import { recordStream, recordTypes } from '#domain/record-types';
import type { RecordedEvent } from '#event-store/event-store';
import { parked } from '#event-store/parked';
import { type Subscription, subscribe } from '#event-store/subscription';
import { NoticeWriter } from '#notices/notice-writer';
import { Projector } from '#read-model/projections/projector';
import { Conductor } from '#workflow-sync/conductor';
import { MirrorUpdater } from '#workflow-sync/mirror-updater';
import { rehydrate } from '#workflow-sync/rehydrate';
import { isOfCase, type Snapshot } from '#workflow-sync/snapshots';
import type { WorkflowNotifier } from '#workflow-sync/workflow-notifier';
import { startStoreFeed } from '../../apps/projector/src/store-feed.js';
import { Abouts } from '../../apps/relay/src/about.js';
import { silent } from '../support/conducting.js';
import { freshCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';
import { oneOfEachRecord } from '../support/record-samples.js';
import { reported } from '../support/walk.js';

/*
 * A stream that can't be handled, whatever event it is of, is parked by each part that follows the log, and all others go on. The events are
 * written straight to the store, since the command service accepts none of them.
 */

let core: Awaited<ReturnType<typeof freshCore>>;
const spoilt: string[] = [];
beforeAll(async () => {
  core = await freshCore();
  const base = await core.store.load(caseStream(await reported(core)));
  for (const type of types)
    for (const make of Object.values(bad)) spoilt.push(await poison(caseStream(randomUUID()), isFirst(type) ? [] : base, type, make(type)));
  for (const { type, stream } of await oneOfEachRecord(core)) {
    const before = await core.store.load(stream);
    for (const { name, begin } of type.events)
      for (const make of Object.values(bad)) spoilt.push(await poison(recordStream(type, randomUUID()), begin === undefined ? before : [], name, make(name)));
  }
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

// The removed part must exist: the store itself refuses an event that says otherwise.
const types = (Object.keys(caseEvents) as (keyof typeof caseEvents)[]).filter((type) => type !== 'SealedPartRemoved');
/** Values that no schema accepts: a date that PostgreSQL can't store, or none of what the fold reads. */
const bad: Readonly<Record<string, (type: string) => Record<string, unknown>>> = {
  'a day in the year 0': (type) => ({ ...years, nothing: type }),
  'nothing of what it should hold': () => ({}),
  'every field null': () => Object.fromEntries(Object.keys(years).map((name) => [name, null])),
};
const zero = '0000-02-30T00:00:00.000Z';
const years = {
  startedAt: zero,
  dueAt: zero,
  new: zero,
  targetAt: zero,
  effectDueAt: zero,
  due: zero,
  effectDue: zero,
  nextReview: zero,
  knownAt: zero,
  receivedAt: zero,
  id: 'x#1',
  duty: 'x#1',
  rule: 'x',
  owner: 'enhetschef@x',
  item: randomUUID(),
  toRole: 'enhetschef',
  level: 1,
  stage: 'received',
};

const isFirst = (type: string): boolean => type === 'CaseReceived' || type === 'CaseImported';

/** A case or a record with valid events, followed by an invalid one. */
const poison = async (stream: string, before: readonly RecordedEvent[], type: string, open: Record<string, unknown>): Promise<string> => {
  const events = [
    ...before.map((event) => ({ type: event.type, v: event.v, at: event.at, open: event.open })),
    { type, v: 1, at: '0001-01-01T00:00:00.000Z', open },
  ];
  await core.store.append({
    command: { id: randomUUID(), actor: 'test', bodyHash: Buffer.alloc(32) },
    build: () => ({ streams: [{ stream, expectedVersion: 0, events }], answer: {} }),
  });
  return stream;
};

const told = new Set<string>();
const notifier = {
  notify: async (snapshot: Snapshot) => void told.add(isOfCase(snapshot) ? snapshot.caseId : snapshot.id),
  isUp: async () => true,
} as unknown as WorkflowNotifier;
const started = async (name: string): Promise<{ stop(): Promise<void> }> => {
  if (name === 'conductor') {
    const conductor = new Conductor(core, notifier, silent, { asideEveryMs: 60_000 });
    await conductor.start();
    return conductor;
  }
  if (name === 'notices') {
    const writer = new NoticeWriter(core);
    return subscribe(core.store, core.database, {
      name,
      streamPrefix: '',
      onError: () => undefined,
      handle: async (events, lease) => void (await writer.handle(events, lease)),
    });
  }
  if (name === 'mirrors') {
    const post = new MirrorUpdater(core, silent);
    await post.start();
    return post;
  }
  if (name === 'relay') {
    const abouts = new Abouts(core.store);
    return subscribe(core.store, core.database, { name, onError: () => undefined, handle: async (events) => void (await abouts.of(events)) });
  }
  return startStoreFeed(new Projector(core), core, { onError: () => undefined, onUnreadable: () => undefined }) as unknown as Promise<Subscription>;
};
const positionOf = async (name: string) =>
  (await core.database.query<{ position: number }>('SELECT position FROM store.subscriptions WHERE name = $1', [name]))[0]?.position ?? 0;

describe('No stream stops the others', () => {
  test.each(['conductor', 'notices', 'mirrors', 'relay', 'projector'])(
    'a poisoned stream of any event type lets all others through %s',
    async (name) => {
      const good = await reported(core);
      const records = await oneOfEachRecord(core);
      const head = await core.store.position();
      const following = await started(name);
      try {
        await waitFor(async () => (await positionOf(name)) >= head, 60_000);
        const aside = await parked(core.database, name);
        for (const stream of [caseStream(good), ...records.map((made) => made.stream)]) expect(aside.map((row) => row.stream)).not.toContain(stream);
        for (const { stream } of aside) expect(spoilt).toContain(stream);
        const after = await reported(core);
        const last = await core.store.position();
        await waitFor(async () => (await positionOf(name)) >= last, 60_000);
        expect((await parked(core.database, name)).map(({ stream }) => stream)).not.toContain(caseStream(after));
      } finally {
        await following.stop();
      }
    },
    120_000,
  );

  // A type that time does nothing about has no workflow.
  test.each(recordTypes.filter(({ abouts }) => abouts.length > 0).map(({ family }) => family))(
    'a poisoned %s is named, and every other gets its workflow, where all are notified again',
    async (family) => {
      const good = (await oneOfEachRecord(core)).find(({ type }) => type.family === family);
      told.clear();
      const { notifiedRecords, failed } = await rehydrate(core, notifier);
      expect([notifiedRecords > 0, told.has(good?.id ?? '')]).toEqual([true, true]);
      const ofFamily = failed.filter((stream) => stream.startsWith(`${family}/`));
      expect(ofFamily.length).toBeGreaterThan(0);
      for (const stream of ofFamily) expect(spoilt).toContain(stream);
    },
  );
});
