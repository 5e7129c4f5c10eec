import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.js';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';

let api: Api;
let page: Page;
const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
beforeEach(async () => {
  // The content policy holds, and there is no script: log-in must do without.
  page = await at.page({ javaScriptEnabled: false, locale: 'sv-SE' });
});

const who = () => page.locator('.who').first().innerText();

describe('Log-in in a real browser', () => {
  test('by keyboard from the page one wanted to the same page; out again; and in as somebody else', async () => {
    await page.goto(`${api.base}/arenden?stage=closed`);
    expect(await page.locator('h1').innerText()).toBe('Vem är du i dag?');
    await page.getByRole('button', { name: 'Manager Påhittad', exact: true }).press('Enter');
    await page.waitForURL('**/arenden?stage=closed');
    expect(await who()).toContain('Manager Påhittad');
    await page.goBack();
    await page.goto(`${api.base}/statistik`);
    expect(await who()).toContain('Manager Påhittad');
    await page.getByRole('button', { name: 'Logga ut' }).click();
    expect(await page.locator('h1').innerText()).toBe('Du är utloggad');
    await page.goBack();
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('Vem är du i dag?');
    await page.goto(`${api.base}/utloggad`);
    await page.getByRole('link', { name: 'Logga in igen' }).click();
    await page.getByRole('button', { name: 'Director Påhittad', exact: true }).click();
    expect(await who()).toContain('Director Påhittad');
  });

  test('by the name localhost as well as by number', async () => {
    await page.goto(`${api.base.replace('127.0.0.1', 'localhost')}/logga-in`);
    await page.getByRole('button', { name: 'Carer Påhittad' }).click();
    expect(await who()).toContain('Carer Påhittad');
  });

  test('its pages have no faults that axe can find, also on a phone', async () => {
    await at.close();
    page = await at.page({ bypassCSP: true, viewport: { width: 320, height: 640 } });
    const found: string[] = [];
    for (const path of ['/logga-in', '/logga-in/svar', '/utloggad', '/demo/oidc/valj/ingen', '/demo/oidc/finns-inte']) {
      await page.goto(api.base + path);
      found.push(...(await accessibilityFaults(page)).map((fault) => `${path} ${fault}`));
    }
    expect(found).toEqual([]);
  });
});
