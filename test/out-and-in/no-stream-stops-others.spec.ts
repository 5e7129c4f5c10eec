import { randomUUID } from 'node:crypto';
import { caseEvents } from '#domain/case/events.schema';
import { caseStream } from '#domain/ids';
import type { RecordedEvent } from '#event-store/event-store';
import { parked } from '#event-store/parked';
import { type Subscription, subscribe } from '#event-store/subscription';
import { NoticeWriter } from '#notices/notice-writer';
import { Projector } from '#read-model/projections/projector';
import { Conductor } from '#workflow-sync/conductor';
import { MirrorUpdater } from '#workflow-sync/mirror-updater';
import type { WorkflowNotifier } from '#workflow-sync/workflow-notifier';
import { startStoreFeed } from '../../apps/projector/src/store-feed.js';
import { Abouts } from '../../apps/relay/src/about.js';
import { silent } from '../support/conducting.js';
import { freshCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';
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
  for (const type of types) for (const make of Object.values(bad)) spoilt.push(await poison(base, type, make(type)));
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

/** A case with valid events, followed by an invalid one. */
const poison = async (base: readonly RecordedEvent[], type: string, open: Record<string, unknown>): Promise<string> => {
  const stream = caseStream(randomUUID());
  const before = type === 'CaseReceived' || type === 'CaseImported' ? [] : base;
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
const notifier = { notify: async ({ caseId }: { caseId: string }) => void told.add(caseId), isUp: async () => true } as unknown as WorkflowNotifier;
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
      streamPrefix: 'case/',
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
      const head = await core.store.position();
      const following = await started(name);
      try {
        await waitFor(async () => (await positionOf(name)) >= head, 60_000);
        const aside = await parked(core.database, name);
        expect(aside.map(({ stream }) => stream)).not.toContain(caseStream(good));
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
});
