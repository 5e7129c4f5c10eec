import type { Page } from 'playwright-core';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';

let api: Api;
const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});

interface Load {
  readonly kB: number;
  readonly lcp: number;
  readonly blocking: number;
  /** How many times longer the page's own work took than it would have, had nobody else used the machine. */
  readonly delayed: number;
}

/** What the page's main thread has worked, in seconds: as the clock has it (`timeTicks`), or while it had the processor (`threadTicks`). */
async function worker(page: Page, timeDomain: 'timeTicks' | 'threadTicks'): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain });
  return async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** One uncached load on an old telephone: 1.6 Mbit/s, 150 ms, a quarter of this machine's speed. */
async function loaded(path: string): Promise<Load> {
  const page = await at.page({ locale: 'sv-SE', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.addInitScript(`
    window.seen = { lcp: 0, blocking: 0 };
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.seen.lcp = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.seen.blocking += Math.max(0, entry.duration - 50); }).observe({ type: 'longtask', buffered: true });
  `);
  const [byClock, byProcessor] = [await worker(page, 'timeTicks'), await worker(page, 'threadTicks')];
  await page.goto(api.base + path, { waitUntil: 'networkidle' });
  const delayed = (await byClock()) / (await byProcessor());
  const { lcp, blocking } = (await page.evaluate('window.seen')) as { lcp: number; blocking: number };
  await at.close();
  return { kB: bytes / 1000, lcp, blocking, delayed };
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/*
 * The bytes that are transferred are the same on every machine and are tested exactly. The time also depends on who else uses this one: the
 * goal (1.5 s, 100 ms) is printed beside the median of five loads, and the test allows twice the one and three times the other, each as many
 * times longer as the page was kept from the processor.
 */
const REACH = { kB: 50, lcp: 1_500, blocking: 100 } as const;

describe('The public form on a slow telephone', () => {
  test.each(['/lamna-synpunkt?plats=afs-norra', '/lamna-synpunkt/lattlast', '/folj'])('%s: at most 50 kB, there in a second and a half', async (path) => {
    await loaded(path);
    const loads: Load[] = [];
    for (let n = 0; n < 5; n += 1) loads.push(await loaded(path));
    const [kB, lcp, blocking, delayed] = [
      Math.max(...loads.map((load) => load.kB)),
      median(loads.map((load) => load.lcp)),
      median(loads.map((load) => load.blocking)),
      Math.max(1, median(loads.map((load) => load.delayed))),
    ] as const;
    process.stderr.write(
      `${path}: ${kB.toFixed(1)} kB, LCP ${Math.round(lcp)} ms, blockering ${Math.round(blocking)} ms, fördröjt ${delayed.toFixed(1)} gånger\n`,
    );
    expect(kB).toBeLessThanOrEqual(REACH.kB);
    expect(lcp).toBeLessThanOrEqual(2 * REACH.lcp * delayed);
    expect(blocking).toBeLessThanOrEqual(3 * REACH.blocking * delayed);
  });
});
