import { jest } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { type Core, openCore } from '#case-service/core';
import { readConfig } from '#platform/config';
import { createServer } from '../../apps/server/src/app.js';
import { accessibilityFaults } from '../support/accessibility.js';
import { brokenLine } from '../support/broken-line.js';
import { openBrowser, phone, picture } from '../support/browser.js';
import { type FreshCore, freshCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';

jest.setTimeout(300_000);

let fresh: FreshCore;
let line: Awaited<ReturnType<typeof brokenLine>>;
let core: Core;
let app: NestExpressApplication;
let base: string;
let browser: Browser;

beforeAll(async () => {
  fresh = await freshCore();
  line = await brokenLine(fresh.appUrl);
  core = await openCore({ databaseUrl: line.url, masterKey: fresh.masterKey }, 'behind-a-line');
  const config = readConfig({ GENSVAR_DEMO: '1', DATABASE_URL: line.url, GENSVAR_MASTER_KEY: fresh.masterKey });
  app = await createServer(core, config, pino({ level: 'silent' }));
  await app.listen(0, '127.0.0.1');
  base = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  line?.mend();
  await browser?.close();
  await app?.close();
  await core?.close();
  await line?.close();
  await fresh?.close();
}, 60_000);

describe('When the store can’t be reached (docs/engine.md#when-parts-are-away)', () => {
  test('the public gets an explanation with another way to report, what was typed stays on the page, and it is sent once when the store is back', async () => {
    const context = await browser.newContext({ ...phone, bypassCSP: true });
    const page = await context.newPage();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    line.cut();
    // The form itself needs nothing of the store.
    expect((await page.goto(`${base}/lamna-synpunkt?plats=afs-norra`))?.status()).toBe(200);
    await page.getByLabel('Klagomål').check();
    await press('Nästa');
    await page.getByLabel('Ja, Hemtjänst Norra').check();
    await press('Nästa');
    await page.getByLabel('Berätta med egna ord').fill('Ingen kom på hela dagen.');
    await press('Nästa');
    await press('Nästa');
    await page.getByLabel('Anonymt, med kod').check();
    await press('Nästa');
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await press('Skicka');
    expect((await answered).status()).toBe(503);
    expect(await page.title()).toMatch(/^Fel: /);
    const said = (await page.getByRole('alert').textContent()) ?? '';
    expect(said).toContain('Vi kan inte ta emot det just nu');
    expect(said).toMatch(/ring kommunens växel, eller lämna en lapp eller pappersblanketten/);
    expect(await page.locator('.review').textContent()).toContain('Ingen kom på hela dagen.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(page, 'lagret-borta');
    line.mend();
    // The pool reconnects after a while, so the form is sent until it is accepted.
    await waitFor(async () => {
      const tried = page.waitForResponse((response) => response.request().method() === 'POST');
      await press('Försök igen');
      return (await tried).status() < 400;
    });
    await page.locator('.receipt').waitFor();
    const taken = (await fresh.store.readAfter(0, 100)).filter(({ type }) => type === 'CaseReceived');
    expect(taken).toHaveLength(1);
    await context.close();
  });

  test('the follow page says so too, and lets the code be tried again', async () => {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    await page.goto(`${base}/folj`);
    line.cut();
    await page.getByLabel('Kod').fill('AAAA BBBB CCCC DDDD');
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Visa ärendet' }).click();
    expect((await answered).status()).toBe(503);
    expect(await page.locator('h1').textContent()).toBe('Tjänsten är inte tillgänglig just nu');
    expect(await page.locator('main').textContent()).toMatch(/ring enheten|pappersblanketten/);
    line.mend();
    await context.close();
  });
});
