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
  test('the page never claims that it is saved, the words stay, and after log-in one is back at the form with them', async () => {
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
  });
});

describe('Several forms on one page', () => {
  test('saving one keeps what is typed in the others: the answer on jäv does not clear the decision', async () => {
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
  });

  test('without script too, and what was chosen; Enter in a field saves all as drafts and decides nothing', async () => {
    const id = await reported(api, { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'], immediateActions: 'Larmet byttes.' }, 'carer');
    await carry(api.core, id, 'ivoDecision');
    page = await at.as('director', `/arende/${id}/beslut`, { javaScriptEnabled: false });
    const [outcome, conflict] = [page.locator('#k-DecideOutcome'), page.locator('#k-AnswerConflict')];
    await outcome.getByLabel('Skäl').fill('Fyra timmar på golvet.');
    await conflict.locator('input[value=none]').check();
    await picture(page, 'utan-skript-beslut');
    await conflict.getByRole('button').first().click();
    await page.getByRole('status').getByText('Sparat').waitFor();
    expect(await outcome.getByLabel('Skäl').inputValue()).toBe('Fyra timmar på golvet.');
    expect(await outcome.locator('.draft').innerText()).toContain('Ditt utkast från');
    const { version } = await api.core.cases.load(id);
    await outcome.getByLabel('Skäl').fill('Fyra timmar och mer.');
    await page.locator('#k-DecideIvo').getByLabel('Skäl').fill('Vi lutar åt att anmäla.');
    await page.locator('input[type=text]:visible, input[type=date]:visible').first().press('Enter');
    await page.getByRole('status').getByText('sparat som utkast').waitFor();
    expect(await outcome.getByLabel('Skäl').inputValue()).toBe('Fyra timmar och mer.');
    expect(await page.locator('#k-DecideIvo').getByLabel('Skäl').inputValue()).toBe('Vi lutar åt att anmäla.');
    expect((await api.core.cases.load(id)).version).toBe(version);
    await at.close();
  });

  test('without script on the page of a case: another form, a file that is added, and a log-out in another tab lose nothing', async () => {
    const id = await reported(api);
    page = await at.as('manager', `/arende/${id}`, { javaScriptEnabled: false });
    const open = async (command: string) => {
      const part = page.locator('details', { has: page.locator(`#k-${command}`) }).last();
      if ((await part.getAttribute('open')) === null) await part.locator('summary').first().click();
      return page.locator(`#k-${command}`);
    };
    await (await open('AddToCase')).getByLabel('Uppgiften').fill(words);
    await page.locator('summary', { hasText: 'Lägg till en bild' }).click();
    await page.locator('form[action$=bilaga] input[type=file]').setInputFiles([{ name: 'schema.txt', mimeType: 'text/plain', buffer: Buffer.from('kl 20') }]);
    await page.locator('form[action$=bilaga] button').click();
    await page.getByRole('link', { name: 'schema.txt' }).waitFor();
    expect(await (await open('AddToCase')).getByLabel('Uppgiften').inputValue()).toBe(words);
    const message = await open('SendMessage');
    await message.locator('textarea').first().fill('Vi har börjat.');
    const other = await page.context().newPage();
    await other.goto(`${api.base}/arenden`);
    await other.getByRole('button', { name: 'Logga ut' }).click();
    await other.getByRole('heading', { name: 'Du är utloggad' }).waitFor();
    await page.bringToFront();
    await (await open('AddToCase')).getByLabel('Uppgiften').fill(`${words} Det var i går.`);
    await message.getByRole('button').first().click();
    await page.getByRole('heading', { name: 'Du hade loggats ut. Inget är skickat' }).waitFor();
    await page.goto(`${api.base}/demo/login?user=manager`);
    await page.goto(`${api.base}/arende/${id}?gor=SendMessage#k-SendMessage`);
    expect(await (await open('SendMessage')).locator('textarea').first().inputValue()).toBe('Vi har börjat.');
    expect(await (await open('AddToCase')).getByLabel('Uppgiften').inputValue()).toBe(`${words} Det var i går.`);
    await at.close();
  });
});

describe('A session that comes to its end however much it is used', () => {
  const left = (minutes: number) => api.core.database.query(`UPDATE store.session SET ends_at = clock_timestamp() + interval '${minutes} minutes'`);

  test('is announced on a page that is opened in the last half hour, without script too, and on an open page', async () => {
    page = await at.as('manager', '/arenden', { javaScriptEnabled: false });
    const line = () => page.getByText(/^Din inloggning upphör kl\. \d\d[.:]\d\d/);
    expect(await line().count()).toBe(1);
    expect(await line().isVisible()).toBe(false);
    await left(25);
    await page.reload();
    expect(await line().isVisible()).toBe(true);
    await picture(page, 'inloggning-upphor');
    await at.close();
    page = await at.as('manager', '/rapportera/avvikelse', phone);
    await left(50);
    await page.clock.install();
    await page.reload();
    expect(await line().isVisible()).toBe(false);
    // The server is asked before anything is said: what is done in another tab prolongs the session.
    await page.clock.fastForward('21:00');
    await page.waitForResponse('**/inloggningar/kvar');
    expect(await line().isVisible()).toBe(false);
    await left(29);
    await page.clock.fastForward('21:00');
    await line().waitFor();
    await picture(page, 'inloggning-upphor-telefon');
    await at.close();
  });

  test('is announced before it ends unused, and to ask does not prolong it; without script the page says when from the start', async () => {
    page = await at.as('manager', '/arenden', { javaScriptEnabled: false });
    expect(await page.getByText(/^Du loggas ut kl\. \d\d:\d\d om du inte gör något innan dess\.$/).isVisible()).toBe(true);
    await at.close();
    page = await at.as('manager', '/rapportera/avvikelse', phone);
    await page.clock.install();
    // Also the icon, which a browser asks for when the page has been loaded.
    await page.reload({ waitUntil: 'networkidle' });
    await api.core.database.query("UPDATE store.session SET seen_at = clock_timestamp() - interval '52 minutes'");
    await page.clock.fastForward('51:00');
    await page.getByText(/^Din inloggning upphör kl\. \d\d:\d\d om du inte gör något innan dess\./).waitFor();
    const seen = "SELECT min(clock_timestamp() - seen_at) > interval '51 minutes' AS unused FROM store.session";
    expect(await api.core.database.query(seen)).toEqual([{ unused: true }]);
    await at.close();
  });
});
