import { keepRunning } from './keep-running.js';

const settings = { firstMs: 1, longestMs: 4, calmMs: 1_000, onFault: () => undefined };

describe('A part of a process that depends on another system', () => {
  test('begins again after a fault and after an end, and every fault is told', async () => {
    const stop = new AbortController();
    const faults: unknown[] = [];
    let runs = 0;
    const run = async () => {
      runs += 1;
      if (runs === 4) stop.abort();
      if (runs % 2 === 1) throw new TypeError(`fault ${runs}`);
    };
    await keepRunning(run, { ...settings, signal: stop.signal, onFault: (error) => faults.push(String(error)) });
    expect([runs, faults]).toEqual([4, ['TypeError: fault 1', 'TypeError: fault 3']]);
  });

  test('is not begun again when it is stopped in the middle of a long pause, and the pause ends at once', async () => {
    const stop = new AbortController();
    let runs = 0;
    const ended = keepRunning(
      async () => {
        runs += 1;
        setImmediate(() => stop.abort());
      },
      { ...settings, firstMs: 600_000, longestMs: 600_000, signal: stop.signal },
    );
    await ended;
    expect(runs).toBe(1);
  });
});
