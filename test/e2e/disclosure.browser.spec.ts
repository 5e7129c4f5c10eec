import type { Page } from 'playwright-core';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { picture } from '../support/browser.js';
import { does, reported } from '../support/complaint-over-http.js';
import { faultsOf } from '../support/page-faults.js';

let api: Api;
let page: Page;
const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
beforeEach(async () => {
  page = await at.page({ locale: 'sv-SE' });
});

test('A print for a party is chosen, looked through, changed, decided and found again on the case, at a desk and on a telephone, without a fault for those who listen', async () => {
  const id = await reported(api, { what: `Ingen kom på kvällen.\nHon har ont i ryggen.\n${'långtord'.repeat(20)}`, lawAreas: ['SoL'] });
  await does(api, id, { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'Schemat var fel.' });
  await does(api, id, { type: 'Diarise', diaryNumber: 'SN2026-17', secrecy: true }, 'registrar');
  await page.goto(`${api.base}/demo/login?user=registrar`);
  await page.goto(`${api.base}/arende/${id}`);
  await page.getByRole('link', { name: 'Lämna ut ett utdrag' }).click();
  await page.getByLabel('Den som är part i ärendet').check();
  const lines = page.getByLabel('Vad ska göras med uppgiften?');
  await lines.nth(0).selectOption('give');
  await lines.nth(1).selectOption({ label: 'Utelämnas: OSL 26 kap. 1 §: någons personliga förhållanden, socialtjänst och LSS' });
  await lines.nth(2).selectOption('give');
  expect(await faultsOf(page, 'utlamna')).toEqual([]);
  await page.getByRole('button', { name: 'Granska utdraget' }).click();
  expect(await faultsOf(page, 'utlamna-granska')).toEqual([]);
  await page.getByRole('button', { name: 'Ändra urvalet' }).click();
  expect(await lines.nth(1).inputValue()).toBe('socialServices');
  // A part of a line: the copy to mark comes with the answer.
  await lines.nth(1).selectOption('part-socialServices');
  await page.getByRole('button', { name: 'Granska utdraget' }).click();
  const copy = page.getByLabel('Vilka ord ska utelämnas?');
  expect(await copy.inputValue()).toBe('Hon har ont i ryggen.');
  expect(await faultsOf(page, 'utlamna-ord')).toEqual([]);
  await picture(page, 'utlamna-ord');
  await copy.fill('Hon har ont i [[ryggen]].');
  await page.getByRole('button', { name: 'Granska utdraget' }).click();
  await page.getByRole('button', { name: 'Beslut: lämna ut utdraget' }).click();
  expect(page.url()).toBe(`${api.base}/arende/${id}#utlamnat`);
  expect(await page.locator('section', { has: page.locator('#utlamnat') }).innerText()).toMatch(/Den som är part i ärendet, .*En uppgift utelämnad/);
  expect(await faultsOf(page, 'utlamnat')).toEqual([]);
});
