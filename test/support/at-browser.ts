import { jest } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { desk, openBrowser } from './browser.js';

/** What hangs is found by the thirty seconds of each action; a whole test may be slow, where the machine is. */
const A_TEST_MS = 300_000;

interface Served {
  readonly base: string;
  close(): Promise<void>;
}

/**
 * What every browser spec needs: a server, Chromium, and pages that are closed after the test.
 * `prepare` gets the server and makes what the specs look at. @param start e.g. freshApi or freshDemo
 */
export function atBrowser<T extends Served>(start: () => Promise<T>, prepare: (served: T) => unknown) {
  jest.setTimeout(A_TEST_MS);
  let served: T;
  let browser: Browser;
  const opened: BrowserContext[] = [];
  beforeAll(async () => {
    served = await start();
    browser = await openBrowser();
    await prepare(served);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  }, 60_000);
  const close = async () => {
    for (const context of opened.splice(0)) await context.close();
  };
  afterEach(close);

  /** A page with a storage of its own. */
  const page = async (options: BrowserContextOptions = desk): Promise<Page> => {
    const context = await browser.newContext(options);
    opened.push(context);
    return context.newPage();
  };
  /** The same at the desk of a Swede, where axe is let in; logged in, and there. */
  const as = async (login: string, path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const at = await page({ ...desk, bypassCSP: true, timezoneId: 'Europe/Stockholm', ...options });
    await at.goto(`${served.base}/demo/login?user=${login}`);
    await at.goto(served.base + path);
    return at;
  };
  return { page, as, close };
}
