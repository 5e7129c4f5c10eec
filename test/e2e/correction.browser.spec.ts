import type { Page } from 'playwright-core';
import { counted } from '../journeys/counted.js';
import { accessibilityFaults } from '../support/accessibility.js';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { does, reported } from '../support/complaint-over-http.js';

let api: Api;
let page: Page;

const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});

/** The day so many days ago, in Stockholm. */
const day = (ago: number): string =>
  new Date(Date.parse(api.core.clock.now().toISOString()) - ago * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });

describe('What is stated of a case is put right', () => {
  test('AC-08 a received day is corrected in six steps: what stood, what it becomes and which deadlines move are seen first, and stand in the history with why', async () => {
    const id = await reported(api);
    page = await at.as('manager', `/arende/${id}`, {});
    const before = (await api.get(`/api/cases/${id}`, 'manager')).body as { receivedAt: string };
    const { step, count } = counted(page);
    await step(page.getByRole('link', { name: 'Rätta en uppgift' }).click());
    expect(await page.getByLabel('Togs emot').inputValue()).toBe(day(0));
    await step(page.getByLabel('Togs emot').fill(day(5)));
    await step(page.getByLabel('Uppgiften var fel').check());
    await step(page.getByLabel('Förklara rättelsen').fill('Brevet låg i postfacket.'));
    await step(page.getByRole('button', { name: 'Se vad som ändras' }).click());
    const seen = await page.locator('main').innerText();
    expect(seen).toMatch(/Togs emot\s+\d+ \S+ \d{4}\s+\d+ \S+ \d{4}/);
    expect(seen).toContain('Frister som räknas om');
    expect(await accessibilityFaults(page)).toEqual([]);
    // Nothing has happened yet.
    expect((await api.get(`/api/cases/${id}`, 'manager')).body.receivedAt).toBe(before.receivedAt);
    await step(page.getByRole('button', { name: 'Rätta', exact: true }).click());
    expect(await page.getByRole('status').innerText()).toContain('Uppgiften är rättad.');
    expect(count()).toBe(6);
    const after = (await api.get(`/api/cases/${id}`, 'manager')).body as { receivedAt: string };
    expect(after.receivedAt.slice(0, 10)).toBe(new Date(Date.parse(before.receivedAt) - 5 * 86_400_000).toISOString().slice(0, 10));
    await page.locator('#historik').click();
    expect(await page.locator('.history').first().innerText()).toMatch(/En uppgift rättades: togs emot, \d+ \S+ \d{4} → \d+ \S+ \d{4}/);
    expect(await page.locator('#sagt').locator('xpath=..').innerText()).toContain('Brevet låg i postfacket.');
  });

  test('bad input is named beside its field, and everything that was typed stands there still; nothing changed is said so', async () => {
    const id = await reported(api);
    page = await at.as('manager', `/arende/${id}/ratta`, {});
    await page.getByLabel('Förklara rättelsen').fill('Fel dag.');
    await page.getByRole('button', { name: 'Se vad som ändras' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Du har inte ändrat något');
    expect(await page.getByLabel('Förklara rättelsen').inputValue()).toBe('Fel dag.');
    await page.getByLabel('Togs emot').fill(day(-3));
    await page.getByLabel('Uppgiften var fel').check();
    await page.getByRole('button', { name: 'Se vad som ändras' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Mottaget datum kan inte ligga i framtiden');
    expect(await page.getByLabel('Togs emot').inputValue()).toBe(day(-3));
    expect(await page.getByLabel('Uppgiften var fel').isChecked()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('somebody else was first: the correction is not made, and is shown again to be looked through', async () => {
    const id = await reported(api);
    page = await at.as('manager', `/arende/${id}/ratta`, {});
    await page.getByRole('group', { name: 'Gäller' }).getByLabel('Bemötande').check();
    await page.getByLabel('Nya uppgifter').check();
    await page.getByLabel('Förklara rättelsen').fill('Dottern berättade mer.');
    await page.getByRole('button', { name: 'Se vad som ändras' }).click();
    await does(api, id, { type: 'AddToCase', by: 'staff', text: 'Hissen stod still.' }, 'registrar');
    await page.getByRole('button', { name: 'Rätta', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Någon annan har ändrat ärendet');
    expect(await page.getByLabel('Förklara rättelsen').inputValue()).toBe('Dottern berättade mer.');
    await page.getByRole('button', { name: 'Se vad som ändras' }).click();
    await page.getByRole('button', { name: 'Rätta', exact: true }).click();
    expect((await api.get(`/api/cases/${id}`, 'manager')).body.categories).toContain('treatment');
  });

  test('R-026 one who may not correct has neither the link nor the page', async () => {
    const id = await reported(api);
    page = await at.as('controller', `/arende/${id}`, {});
    expect(await page.getByRole('link', { name: 'Rätta en uppgift' }).count()).toBe(0);
    expect((await page.goto(`${api.base}/arende/${id}/ratta`))?.status()).toBe(403);
  });
});
