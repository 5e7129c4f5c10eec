import type { Page } from 'playwright-core';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { desk, phone, picture, sideways } from '../support/browser.js';
import { does, reported } from '../support/complaint-over-http.js';
import { faultsOf } from '../support/page-faults.js';

let api: Api;
let page: Page;
const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
const open = async (who: Who, path: string, look = desk): Promise<void> => {
  page = await at.as(who, path, look);
};
const numberOf = async (id: string): Promise<string> => (await api.get(`/api/cases/${id}`, 'director')).body.number;

test('a diary number that another case has is refused with an explanation, the field for sharing is beside, and the page then says whose it is', async () => {
  const other = await reported(api, { unit: 'afs-sodra' });
  const id = await reported(api, { unit: 'afs-norra' });
  const theirs = await numberOf(other);
  expect((await does(api, other, { type: 'Diarise', diaryNumber: 'KS 2026/12', secrecy: false }, 'registrar')).status).toBe(200);
  await open('registrar', `/arende/${id}?gor=Diarise`);
  const form = page.locator('#k-Diarise');
  await form.getByLabel('Diarienummer', { exact: true }).fill('ks 2026-12');
  await form.getByRole('button', { name: 'Spara', exact: true }).click();
  expect(await page.locator('#k-Diarise').innerText()).toContain(`Diarienumret hör redan till ärendet ${theirs}`);
  expect(await page.locator('#k-Diarise').getByLabel('Diarienummer', { exact: true }).inputValue()).toBe('ks 2026-12');
  expect(await faultsOf(page, 'diarienummer-taget')).toEqual([]);
  await picture(page, 'diarienummer-taget');
  await page.locator('#k-Diarise').getByLabel('Delar diarienummer med').fill(theirs);
  await page.locator('#k-Diarise').getByRole('button', { name: 'Spara', exact: true }).click();
  const shared = page.getByRole('link', { name: theirs });
  expect(await shared.getAttribute('href')).toBe(`/arende/${other}`);
  await page.locator('#historik').click();
  expect(await page.locator('main').innerText()).toContain(`Ärendet fick diarienummer: delar det med ${theirs}`);
  expect(await faultsOf(page, 'diarienummer-delat')).toEqual([]);
  await picture(page, 'diarienummer-delat');
  await at.close();

  // Its own manager sees that the number is shared, and has no link to the other case.
  await open('manager', `/arende/${id}`, phone);
  expect(await page.locator('main').innerText()).toMatch(new RegExp(`Delar diarienummer med\\s+${theirs}`));
  expect(await page.locator(`a[href="/arende/${other}"]`).count()).toBe(0);
  expect(await sideways(page)).toBe(0);
  await picture(page, 'diarienummer-delat-telefon');
});
