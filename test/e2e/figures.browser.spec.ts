import type { Browser, Page } from 'playwright-core';
import { openBrowser, picture } from '../support/browser.js';
import { type Demo, freshDemo } from '../support/demo.js';
import { faultsOf, openPage } from '../support/page-faults.js';

/*
 * The figures as those meet them who count: over the whole demo municipality, whose 2023 is document 002's.
 */

let demo: Demo;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  demo = await freshDemo();
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
}, 60_000);
afterEach(() => page.context().close());

const open = async (login: string, path: string, options: Parameters<typeof openPage>[1] = {}): Promise<void> => {
  page = await openPage(browser, options);
  await page.goto(`${demo.base}/demo/login?user=${login}`);
  await page.goto(demo.base + path);
};
const heading = () => page.locator('h1').innerText();
const year = 'unit=namnd&from=2023-01-01&to=2024-01-01';

describe('From a figure to the event that put a case there', () => {
  test('R-343 the controller opens a number and reaches the event in two clicks', async () => {
    await open('controller', '/statistik', { javaScriptEnabled: false });
    await picture(page, 'statistik');
    await page.getByRole('link', { name: 'Vad handlar klagomålen om?' }).click();
    await page.getByLabel('Period').selectOption('2023');
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    expect(await page.locator('.lead').innerText()).toContain('2023');
    await picture(page, 'rapport');
    const figure = page.locator('.figures tbody tr', { hasText: 'Samverkan' }).locator('td a').first();
    expect(await figure.innerText()).toBe('1');
    await figure.click();
    expect(await heading()).toContain('Samverkan');
    await picture(page, 'bakom');
    const row = page.locator('table.cases tbody tr');
    expect(await row.count()).toBe(1);
    const event = row.locator('a[href*="#h-"]');
    const [href, told] = [await event.getAttribute('href'), await event.innerText()];
    await event.click();
    expect(page.url()).toBe(demo.base + href);
    const place = page.locator(`#h-${/händelse (\d+)/.exec(told)?.[1]}`);
    expect(await place.count()).toBe(1);
    expect(await place.innerText()).toContain(told.split(' (')[0]);
  }, 60_000);

  test('every bar and part of a bar is a link to its cases, and what nobody has reported is hatched, never a bar of nought', async () => {
    await open('controller', `/statistik/complaints-by-source?${year}`);
    expect(await page.locator('.chart .bars a').count()).toBeGreaterThan(5);
    await open('controller', `/statistik/lex-sarah-by-kind?${year.replace('namnd', 'afs')}`);
    await picture(page, 'rapport-ej-rapporterat');
    expect(await page.locator('.bars li', { hasText: 'Sexuella övergrepp' }).locator('a').count()).toBe(0);
  }, 60_000);
});

describe('Pages of figures, looked at', () => {
  const paths: readonly (readonly [string, string, string])[] = [
    ['statistik', 'controller', '/statistik'],
    ['rapport-delar', 'controller', `/statistik/complaints-by-category?${year}&praise=include&compare=previous`],
    ['rapport-staplar', 'controller', `/statistik/deviations-by-type?unit=afs`],
    ['rapport-frister', 'controller', '/statistik/deadlines-kept'],
    ['rapport-svar', 'controller', '/statistik/feedback-times'],
    ['rapport-orsaker', 'controller', '/statistik/causes'],
    ['bakom', 'controller', `/statistik/complaints-by-source/arenden?${year}&row=relative`],
    ['min-enhet', 'maria', '/min-enhet'],
    ['omradet', 'karin', '/min-enhet?visa=late'],
    ['kvalitetsberattelse', 'controller', '/kvalitetsberattelse/2023'],
    ['kvalitetsberattelse-tom', 'controller', '/kvalitetsberattelse/2019'],
  ];
  test.each(paths)(
    '%s has nothing that axe finds, nothing that scrolls sideways and no code that shows',
    async (name, login, path) => {
      await open(login, path);
      expect(await faultsOf(page, name)).toEqual([]);
    },
    60_000,
  );
});
