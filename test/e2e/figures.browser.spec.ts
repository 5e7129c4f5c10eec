import { writeFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { atBrowser } from '../support/at-browser.js';
import { picture } from '../support/browser.js';
import { type Demo, freshDemo } from '../support/demo.js';
import { faultsOf } from '../support/page-faults.js';

/*
 * The figures for their readers: over the whole demo municipality, whose 2023 is that of document 002.
 */

let demo: Demo;
let page: Page;

const at = atBrowser(freshDemo, (fresh) => {
  demo = fresh;
});

const open = async (login: string, path: string, options: BrowserContextOptions = {}): Promise<void> => {
  page = await at.as(login, path, options);
};
const heading = () => page.locator('h1').innerText();
const year = 'unit=namnd&from=2023-01-01&to=2024-01-01';

describe('From a figure to the event that put a case there', () => {
  test('R-367 the controller opens a number and reaches the event in two clicks', async () => {
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
  });

  test('every bar and part of a bar is a link to its cases, and what is not reported has no bar, and one note below', async () => {
    await open('controller', `/statistik/complaints-by-source?${year}`);
    expect(await page.locator('.chart .bars a').count()).toBeGreaterThan(5);
    await open('controller', `/statistik/lex-sarah-by-kind?${year.replace('namnd', 'afs')}`);
    await picture(page, 'rapport-ej-rapporterat');
    expect(await page.locator('.bars li', { hasText: 'Sexuella övergrepp' }).locator('a, rect').count()).toBe(0);
    expect(
      await page
        .locator('.chart', { has: page.locator('.bars') })
        .getByText('– betyder ej rapporterat')
        .count(),
    ).toBe(1);
  });
});

describe('Min enhet', () => {
  const number = (title: string) => page.locator('.key-figures a', { hasText: title }).locator('.number');

  test('a pressed number shows its cases, and is announced as pressed', async () => {
    await open('maria', '/min-enhet', { javaScriptEnabled: false });
    for (const link of await page.locator('.key-figures a').all()) {
      const title = await link.locator('.title').innerText();
      await page.locator('.key-figures a', { hasText: title }).click();
      expect(await page.locator('.key-figures [aria-current=true] .title').allInnerTexts()).toEqual([title]);
      expect(await page.locator('table.cases tbody tr').count()).toBe(Number(await number(title).innerText()));
    }
  });

  test('R-307 another’s change appears by itself, and without script by a link', async () => {
    await open('maria', '/min-enhet');
    await picture(page, 'min-enhet-live');
    const before = Number(await number('Pågående').innerText());
    for (const more of [1, 2]) {
      await report();
      await page.waitForFunction(`document.querySelectorAll('.key-figures .number')[1].textContent.trim() === '${before + more}'`);
    }
    await page.getByRole('link', { name: 'Uppdatera' }).first().click();
    expect(await number('Pågående').innerText()).toBe(String(before + 2));
  });

  /** The public reports a complaint about the unit. */
  async function report(): Promise<void> {
    const body = JSON.stringify({ kind: 'complaint', opinionType: 'complaint', unit: 'afs-hemtjanst-norra', source: 'relative', what: 'Ingen kom.' });
    const { status } = await fetch(`${demo.base}/api/cases`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(status).toBe(201);
  }
});

describe('The quality report on paper', () => {
  test('A4: buttons are left out, links are black, tables are not split, and there are pages', async () => {
    await open('controller', '/kvalitetsberattelse/2023');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form, nav, .way-back').filter({ visible: true }).count()).toBe(0);
    const link = page.locator('.quality-report .figures td a').first();
    expect(await link.evaluate((el) => getComputedStyle(el).textDecorationLine)).toBe('none');
    expect(await link.evaluate((el) => getComputedStyle(el, '::after').content)).toMatch(/^(none|normal)$/);
    expect(
      await page
        .locator('.figures')
        .first()
        .evaluate((el) => getComputedStyle(el).breakInside),
    ).toBe('avoid');
    expect(await page.locator('.to-fill').count()).toBe(7);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(5);
    const folder = process.env['GENSVAR_PICTURES'];
    if (folder !== undefined) writeFileSync(`${folder}/kvalitetsberattelse.pdf`, pdf);
  });
});

describe('Pages of figures', () => {
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
  test.each(paths)('%s has nothing that axe finds, nothing that scrolls sideways and no code that shows', async (name, login, path) => {
    await open(login, path);
    expect(await faultsOf(page, name)).toEqual([]);
  });
});
