import { randomUUID } from 'node:crypto';
import { command, event, type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { type AppendResult, EventStore } from './event-store.js';

describe('Appending to the log', () => {
  let at: FreshStore;
  beforeAll(async () => {
    at = await freshStore();
  });
  afterAll(() => at.close());

  /** Separate stores, as in separate processes: one store would queue its appends. */
  const stores = (n: number) => Array.from({ length: n }, () => new EventStore(at.database, at.seal));
  const kinds = (results: readonly AppendResult[]) => results.map((r) => r.kind).sort();

  it('returns what was recorded, in order, with instants in UTC and nothing of what was sealed', async () => {
    const stream = `case/${randomUUID()}`;
    const sealed = event({
      at: '2024-03-01T09:30:00+01:00',
      open: { b: 2, a: [1, null, { d: 'x', c: true }], gone: undefined },
      sealed: { what: 'Föll i hallen' },
    });
    const done = await at.store.append(to(stream, 0, [sealed, event()]));
    if (done.kind !== 'appended') throw new Error(done.kind);
    const [first, second] = await at.store.load(stream);
    expect(first).toEqual({
      position: done.position - 1,
      stream,
      version: 1,
      eventId: done.events[0]?.eventId,
      type: 'EntryMade',
      v: 1,
      actor: 'person-1',
      commandId: expect.any(String),
      at: '2024-03-01T08:30:00.000Z',
      recordedAt: done.recordedAt,
      open: { a: [1, null, { c: true, d: 'x' }], b: 2 },
    });
    expect(second).toMatchObject({ position: done.position, version: 2 });
    expect(done.answer).toEqual({ version: 2, position: done.position });
    expect(await at.store.words(stream)).toEqual(new Map([[first?.eventId, { what: 'Föll i hallen' }]]));
    expect(await at.store.load(stream, 1)).toEqual([second]);
  });

  it('lets one of twenty writers with the same expected version win (R-073)', async () => {
    const stream = `case/${randomUUID()}`;
    await at.store.append(to(stream, 0));
    const results = await Promise.all([...stores(10), ...Array<EventStore>(10).fill(at.store)].map((store) => store.append(to(stream, 1))));
    expect(kinds(results)).toEqual(['appended', ...Array(19).fill('conflict')]);
    expect(results.filter((r) => r.kind === 'conflict')).toEqual(Array(19).fill({ kind: 'conflict', stream, actual: 2 }));
    expect(await at.store.load(stream)).toHaveLength(2);
  });

  it('stores a command that arrives ten times at once one time, and gives all the same answer', async () => {
    const request = to(`case/${randomUUID()}`, 0, [event(), event()]);
    const results = await Promise.all([...stores(5), ...Array<EventStore>(5).fill(at.store)].map((store) => store.append(request)));
    expect(kinds(results)).toEqual(['appended', ...Array(9).fill('repeated')]);
    const answers = results.map((r) => JSON.stringify('answer' in r ? r.answer : null));
    expect(new Set(answers).size).toBe(1);
    expect(JSON.stringify((await at.store.answerOf(request.command.id))?.answer)).toBe(answers[0]);
  });

  it('gives a repeated command its first answer, also when the state has moved on, and refuses the id for another body', async () => {
    const stream = `case/${randomUUID()}`;
    const request = to(stream, 0);
    const first = await at.store.append(request);
    await at.store.append(to(stream, 1));
    expect(await at.store.append(request)).toEqual({ kind: 'repeated', answer: 'answer' in first ? first.answer : null });
    const other = { ...request, command: { ...request.command, bodyHash: Buffer.alloc(32, 2) } };
    expect(await at.store.append(other)).toEqual({ kind: 'idReused' });
    expect(await at.store.load(stream)).toHaveLength(2);
  });

  it('stores the answer of a command without events, without a position', async () => {
    const request = { command: command(), build: () => ({ streams: [], answer: { version: 3 } }) };
    const before = await at.store.position();
    expect(await at.store.append(request)).toMatchObject({ kind: 'appended', answer: { version: 3 }, position: before, events: [] });
    expect(await at.store.append(request)).toEqual({ kind: 'repeated', answer: { version: 3 } });
    expect(await at.store.position()).toBe(before);
  });

  it('appends to all of several streams or to none', async () => {
    const [a, b] = [`case/${randomUUID()}`, `case/${randomUUID()}`];
    const both = (versionOfB: number) =>
      at.store.append({
        command: command(),
        build: () => ({
          streams: [
            { stream: a, expectedVersion: 0, events: [event()] },
            { stream: b, expectedVersion: versionOfB, events: [event()] },
          ],
          answer: {},
        }),
      });
    expect(await both(7)).toEqual({ kind: 'conflict', stream: b, actual: 0 });
    expect(await at.store.loadMany([a, b])).toEqual(
      new Map([
        [a, []],
        [b, []],
      ]),
    );
    expect(await both(0)).toMatchObject({
      kind: 'appended',
      events: [
        { stream: a, version: 1 },
        { stream: b, version: 1 },
      ],
    });
  });

  it('checks the version of a stream that it only reads', async () => {
    const [read, written] = [`unit/${randomUUID()}`, `case/${randomUUID()}`];
    await at.store.append(to(read, 0));
    const guarded = (version: number) =>
      at.store.append({
        command: command(),
        build: () => ({
          streams: [
            { stream: read, expectedVersion: version, events: [] },
            { stream: written, expectedVersion: 0, events: [event()] },
          ],
          answer: {},
        }),
      });
    expect(await guarded(0)).toEqual({ kind: 'conflict', stream: read, actual: 1 });
    expect((await guarded(1)).kind).toBe('appended');
    expect(await at.store.load(read)).toHaveLength(1);
  });

  it('finds a stream by its key, and refuses a taken key to any other stream', async () => {
    const [mine, others, hash] = [`case/${randomUUID()}`, `case/${randomUUID()}`, at.seal.hmac('receiptCode', randomUUID())];
    const withKey = (store: EventStore, stream: string) =>
      store.append({
        command: command(),
        build: () => ({
          streams: [{ stream, expectedVersion: 0, events: [event()] }],
          answer: {},
          keys: [{ list: 'receiptCode', hash, stream, note: Buffer.from('n') }],
        }),
      });
    const results = await Promise.all([withKey(at.store, mine), withKey(stores(1)[0] as EventStore, others)]);
    expect(kinds(results)).toEqual(['appended', 'conflict']);
    const winner = results[0]?.kind === 'appended' ? mine : others;
    expect(results.find((r) => r.kind === 'conflict')).toEqual({ kind: 'conflict', stream: winner, actual: 1 });
    expect(await at.store.find('receiptCode', hash)).toEqual({ stream: winner, note: Buffer.from('n') });
    expect(await at.store.find('externalId', hash)).toBeNull();
  });

  it('does not deadlock when appends take random pairs of streams', async () => {
    const streams = Array.from({ length: 6 }, () => `case/${randomUUID()}`);
    const pick = () => streams[Math.floor(Math.random() * streams.length)] as string;
    await Promise.all(
      stores(4).flatMap((store) =>
        Array.from({ length: 4 }, async () => {
          for (let i = 0; i < 15; i++) {
            const pair = [...new Set([pick(), pick()])];
            const state = await store.loadMany(pair);
            const versions = pair.map((stream) => ({ stream, expectedVersion: state.get(stream)?.length ?? 0, events: [event()] }));
            expect(['appended', 'conflict']).toContain((await store.append({ command: command(), build: () => ({ streams: versions, answer: {} }) })).kind);
          }
        }),
      ),
    );
  });

  it('reads everything, by position and by stream, and finds the position of an instant and the end of a command', async () => {
    const a = await at.store.append(to(`risk/${randomUUID()}`, 0, [event(), event(), event()]));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const b = await at.store.append(to(`risk/${randomUUID()}`, 0));
    if (a.kind !== 'appended' || b.kind !== 'appended') throw new Error('not appended');
    expect((await at.store.readAfter(a.position, 10)).map((e) => e.position)).toEqual([b.position]);
    expect((await at.store.readAfter(0, 3, 'risk/')).map((e) => e.position)).toEqual(a.events.map((e) => e.position));
    expect(await at.store.positionAt(b.recordedAt)).toBe(a.position);
    expect(await at.store.positionAt('1999-01-01T00:00:00.000Z')).toBe(0);
    expect(await at.store.positionAt('2999-01-01T00:00:00.000Z')).toBe(b.position);
    expect(await at.store.commandEnd(a.position - 1)).toBe(a.position - 3);
    expect(await at.store.commandEnd(a.position)).toBe(a.position);
    const seen: [string, number][] = [];
    for await (const batch of at.store.readByStream('', b.position)) seen.push(...batch.map((e): [string, number] => [e.stream, e.version]));
    expect(seen).toHaveLength(b.position);
    expect(seen).toEqual([...seen].sort(([s, v], [t, w]) => (s === t ? v - w : s < t ? -1 : 1)));
  });
});
