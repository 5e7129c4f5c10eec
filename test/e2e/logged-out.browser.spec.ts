import type { Page } from 'playwright-core';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { phone, picture } from '../support/browser.js';
import { carry } from '../support/carry.js';
import { reported } from '../support/complaint-over-http.js';

let api: Api;
let page: Page;
const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
const words = 'Grannen hörde larmet två gånger. Ingen gick in.';

describe('The session ends in another tab while something is written', () => {
  test('the page never says that it is kept, the words stay, and after log-in one is back at the form with them', async () => {
    const id = await reported(api);
    page = await at.as('manager', `/arende/${id}?gor=AddToCase#k-AddToCase`, phone);
    const other = await page.context().newPage();
    await other.goto(`${api.base}/arenden`);
    await other.evaluate("fetch('/logga-ut', { method: 'POST' })");
    await page.bringToFront();
    const form = page.locator('#k-AddToCase');
    await form.getByLabel('Uppgiften').fill(words);
    const kept = form.locator('output.kept');
    await kept.getByText('Du har loggats ut').waitFor();
    expect(await kept.innerText()).not.toMatch(/Utkast sparat/);
    expect(await form.getByLabel('Uppgiften').inputValue()).toBe(words);
    await picture(page, 'utloggad-medan-man-skriver');
    await form.getByRole('button', { name: 'Lägg till' }).click();
    await page.getByRole('heading', { name: 'Du hade loggats ut. Inget är skickat' }).waitFor();
    expect(await page.locator('main').innerText()).toContain(words);
    await picture(page, 'utloggad-skickat');
    await page.goto(`${api.base}/demo/login?user=manager`);
    await page.goto(`${api.base}/arende/${id}?gor=AddToCase#k-AddToCase`);
    expect(await page.locator('#k-AddToCase').getByLabel('Uppgiften').inputValue()).toBe(words);
    await picture(page, 'utloggad-tillbaka');
    await at.close();
  }, 90_000);
});

describe('Several forms on one page', () => {
  test('saving one keeps what is typed in the others: the answer on jäv does not wipe the decision', async () => {
    const id = await reported(api, { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'], immediateActions: 'Larmet byttes.' }, 'carer');
    await carry(api.core, id, 'ivoDecision');
    page = await at.as('director', `/arende/${id}/beslut`);
    const reasons = page.locator('#k-DecideOutcome').getByLabel('Skäl');
    await reasons.fill('Fyra timmar på golvet.');
    const conflict = page.locator('#k-AnswerConflict');
    await conflict.locator('input[value=none]').check();
    await conflict.getByRole('button').first().click();
    await page.getByRole('status').getByText('Sparat').waitFor();
    expect(await page.locator('#k-DecideOutcome').getByLabel('Skäl').inputValue()).toBe('Fyra timmar på golvet.');
    await at.close();
  }, 90_000);
});
