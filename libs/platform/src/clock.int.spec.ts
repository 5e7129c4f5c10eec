import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../../test/support/processes.js';
import { type FreshStore, freshStore, to } from '../../../test/support/store.js';
import { Clock } from './clock.js';

const DAY = 86_400_000;

describe('The clock', () => {
  let at: FreshStore;
  beforeEach(async () => {
    at = await freshStore(3);
  });
  afterEach(() => at.close());

  it("gives this machine's time until the demo moves it, for every process and for what is recorded", async () => {
    const [mine, another] = [new Clock(at.database), new Clock(at.database)];
    const stop = await another.follow(at.database);
    const before = await at.store.append(to('case/1', 0));
    const [from, told, until] = [Date.now(), mine.now().getTime(), Date.now()];
    expect(told >= from && told <= until).toBe(true);
    await mine.advance(5 * DAY);
    expect(mine.offsetMs()).toBe(5 * DAY);
    await waitFor(() => another.offsetMs() === 5 * DAY);
    const earliest = mine.now().getTime();
    const after = await at.store.append(to('case/1', 1));
    const latest = mine.now().getTime();
    if (before.kind !== 'appended' || after.kind !== 'appended') throw new Error('not appended');
    expect(Date.parse(after.recordedAt) - Date.parse(before.recordedAt)).toBeGreaterThanOrEqual(5 * DAY);
    // Two readers of one clock, one of which counts in whole milliseconds.
    expect(Date.parse(after.recordedAt)).toBeGreaterThanOrEqual(earliest - 1);
    expect(Date.parse(after.recordedAt)).toBeLessThanOrEqual(latest + 1);
    await stop();
  });

  it('never goes back', async () => {
    const clock = new Clock(at.database);
    await clock.advance(DAY);
    await expect(clock.advance(-1)).rejects.toThrow(RangeError);
    await expect(clock.advance(0.5)).rejects.toThrow(RangeError);
    await at.owner.query('UPDATE store.clock SET offset_ms = 0');
    await clock.refresh();
    expect(clock.offsetMs()).toBe(DAY);
  });

  it("keeps what is recorded from going back, also when the machine's clock does", async () => {
    const first = await at.store.append(to('case/1', 0));
    if (first.kind !== 'appended') throw new Error(first.kind);
    await at.owner.query(`UPDATE store.counter SET recorded_at = recorded_at + interval '1 hour'`);
    await sleep(5);
    const second = await at.store.append(to('case/1', 1));
    if (second.kind !== 'appended') throw new Error(second.kind);
    expect(Date.parse(second.recordedAt) - Date.parse(first.recordedAt)).toBe(3_600_000);
  });
});
