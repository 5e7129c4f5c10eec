import type { Page } from 'playwright-core';
import { accessibilityFaults, sideways } from '../support/accessibility.js';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { picture } from '../support/browser.js';
import { reported } from '../support/complaint-over-http.js';

let api: Api;
const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});

/** Each test has a value of its own in the grid, or reads only its own risk. */
const risk = {
  unit: 'afs-norra',
  activity: 'Ta emot anmälan',
  description: 'Anmälan hanteras inte',
  probability: '4',
  consequence: '3',
  nextReview: '2027-12-01',
};
const made = async (body: object = {}, who: Who = 'manager') => {
  const { body: answer } = await api.post('/api/risks', { ...risk, ...body }, who);
  await api.caughtUp();
  return answer as { readonly id: string; readonly number: string };
};
const give = (id: string, command: object, who: Who = 'manager') => api.post(`/api/risks/${id}/commands`, command, who);
const numbers = (page: Page) => page.locator('table.records tbody th').allInnerTexts();
const inGrid = async (page: Page, probability: string, consequence: string): Promise<number> => {
  const cell = page.locator('.risk-grid').getByRole('link', { name: `sannolikhet ${probability}, konsekvens ${consequence},` });
  return (await cell.count()) === 0 ? 0 : Number(await cell.innerText());
};
const form = (page: Page, command: string) => page.locator(`#k-${command}`);

describe('The page of risks (product D10)', () => {
  test('R-229 a risk is written down by keyboard alone, and its page says so when it is stored', async () => {
    const page = await at.as('manager', '/risker/ny');
    await page.getByLabel('I vilken aktivitet finns risken?').focus();
    await page.keyboard.type('Planera besök');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Besök dubbelbokas på kvällen');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByLabel('När ska risken bedömas igen?').fill('2027-03-01');
    await page.getByRole('button', { name: 'Spara risken' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/risker\/[0-9a-f-]{36}/);
    expect(await page.locator('h1').innerText()).toMatch(/^RIS-\d{4}-\d{4}\s+Besök dubbelbokas på kvällen$/);
    expect(await page.locator('.saved').innerText()).toBe('✓ Sparat: Anteckna en risk.');
    const id = new URL(page.url()).pathname.split('/')[2] as string;
    expect((await api.get(`/api/risks/${id}`, 'manager')).body).toMatchObject({ unit: 'afs-norra', texts: { activity: 'Planera besök' }, due: '2027-03-01' });
  });

  test('a refusal keeps everything that was typed, with the fault beside its field', async () => {
    const page = await at.as('manager', '/risker/ny', { javaScriptEnabled: false });
    await page.getByLabel('I vilken aktivitet finns risken?').fill('Planera besök');
    await page.getByLabel('Vad kan hända?').fill('Besöket uteblir');
    await page.getByLabel('4 Sannolikt').check();
    await page.getByLabel('När ska risken bedömas igen?').fill('2020-01-01');
    await page.getByRole('button', { name: 'Spara risken' }).click();
    expect(await page.title()).toMatch(/^Fel: /);
    expect(await page.locator('#fel a').allInnerTexts()).toEqual(['Svara på: Hur allvarlig blir konsekvensen?']);
    expect(await page.locator((await page.locator('#fel a').first().getAttribute('href')) as string).count()).toBe(1);
    await page.getByLabel('3 Kännbar').check();
    await page.getByRole('button', { name: 'Spara risken' }).click();
    expect(await page.locator('.faulty').innerText()).toContain('Dagen för nästa bedömning ska ligga framåt i tiden');
    expect(await page.getByLabel('Vad kan hända?').inputValue()).toBe('Besöket uteblir');
    expect(await page.getByLabel('4 Sannolikt').isChecked()).toBe(true);
    expect(await page.getByLabel('När ska risken bedömas igen?').inputValue()).toBe('2020-01-01');
  });

  test('R-234 R-238 an assessment moves the risk in the grid and adds a point to its curve', async () => {
    const { id } = await made({ unit: 'afs-sodra', probability: '5', consequence: '1' }, 'otherManager');
    const list = '/risker?unit=afs-sodra';
    const page = await at.as('otherManager', list);
    const [before, there] = [await inGrid(page, '5 Mycket sannolikt', '1 Försumbar'), await inGrid(page, '5 Mycket sannolikt', '5 Mycket allvarlig')];
    await page.goto(`${api.base}/risker/${id}`);
    expect(await page.locator('svg .point').count()).toBe(1);
    await page.locator('summary', { hasText: 'Bedöm risken igen' }).click();
    await form(page, 'AssessRisk').getByLabel('5 Mycket sannolikt').check();
    await form(page, 'AssessRisk').getByLabel('5 Mycket allvarlig').check();
    await form(page, 'AssessRisk').getByLabel('När ska risken bedömas igen?').fill('2027-06-01');
    await form(page, 'AssessRisk').getByRole('button', { name: 'Spara bedömningen' }).click();
    await page.waitForURL(/klart=AssessRisk/);
    expect(await page.locator('svg .point').count()).toBe(2);
    expect(await page.locator('table.twin td').allTextContents()).toEqual(['5', '25']);
    await api.caughtUp();
    await page.goto(api.base + list);
    expect([await inGrid(page, '5 Mycket sannolikt', '1 Försumbar'), await inGrid(page, '5 Mycket sannolikt', '5 Mycket allvarlig')]).toEqual([
      before - 1,
      there + 1,
    ]);
  });

  test('R-234 the grid and the two lists of choices give the same risks, and every number is of what it shows', async () => {
    const own = await made({ probability: '2', consequence: '4' });
    await made({ probability: '2', consequence: '5' });
    const page = await at.as('manager', '/risker', { javaScriptEnabled: false });
    const n = await inGrid(page, '2 Mindre sannolikt', '4 Allvarlig');
    await page.locator('.risk-grid').getByRole('link', { name: 'sannolikhet 2 Mindre sannolikt, konsekvens 4 Allvarlig,' }).click();
    const byGrid = await numbers(page);
    expect([byGrid.length, byGrid.includes(own.number)]).toEqual([n, true]);
    await page.goto(`${api.base}/risker`);
    await page.getByLabel('Sannolikhet', { exact: true }).selectOption('2');
    await page.getByLabel('Konsekvens', { exact: true }).selectOption('4');
    await page.getByRole('button', { name: 'Visa' }).click();
    expect(await numbers(page)).toEqual(byGrid);
    const levels = await page.locator('.risk-levels a b').allInnerTexts();
    const counted = levels.map(Number);
    expect(counted.slice(0, 3).reduce((sum, each) => sum + each, 0)).toBe(counted[3]);
  });

  test('a case is linked by its number, and the page asks for a new assessment', async () => {
    const { id, number } = await made({ description: 'Larm besvaras inte' });
    const caseId = await reported(api);
    await api.caughtUp();
    const { number: caseNumber } = (await api.get(`/api/cases/${caseId}`, 'manager')).body;
    const page = await at.as('manager', `/risker/${id}?gor=LinkCase`);
    await form(page, 'LinkCase').getByLabel('Vilket ärende visar risken?').fill('KLA-2026-9999');
    await form(page, 'LinkCase').getByRole('button', { name: 'Koppla ärendet' }).click();
    await page.locator('#fel').waitFor();
    expect(await form(page, 'LinkCase').locator('.ds-validation-message').innerText()).toBe('Det finns inget ärende med det numret som du kan se');
    expect(await form(page, 'LinkCase').getByLabel('Vilket ärende visar risken?').inputValue()).toBe('KLA-2026-9999');
    await form(page, 'LinkCase').getByLabel('Vilket ärende visar risken?').fill(caseNumber.toLowerCase());
    await form(page, 'LinkCase').getByRole('button', { name: 'Koppla ärendet' }).click();
    await page.waitForURL(/klart=LinkCase/);
    expect(await page.locator('main').innerText()).toContain('1 händelse sedan senaste bedömningen: bedöm om?');
    expect(await page.getByRole('link', { name: caseNumber }).getAttribute('href')).toBe(`/arende/${caseId}`);
    await api.caughtUp();
    await page.goto(`${api.base}/risker`);
    expect(await page.locator('table.records tr', { hasText: number }).innerText()).toContain('1 händelse sedan senaste bedömningen: bedöm om?');
    // One who may not assess it is told how many there are, and is not led to a form that they do not have.
    const carer = await at.as('carer', '/risker');
    const row = carer.locator('table.records tr', { hasText: number });
    expect((await row.innerText()).includes('1 händelse sedan senaste bedömningen')).toBe(true);
    expect(await carer.getByText('bedöm om?').count()).toBe(0);
    await carer.goto(`${api.base}/risker/${id}`);
    expect(await carer.locator('.warned').innerText()).toBe('1 händelse sedan senaste bedömningen');
  });

  test('a tab that is older than the risk overwrites nothing, and keeps what was typed', async () => {
    const { id } = await made();
    const page = await at.as('manager', `/risker/${id}?gor=AcceptRisk`);
    await give(id, { type: 'AssessRisk', probability: '1', consequence: '1', nextReview: '2027-12-01' });
    await form(page, 'AcceptRisk').getByLabel('Varför godtas risken utan åtgärd?').fill('Ryms i det vi tål.');
    await form(page, 'AcceptRisk').getByRole('button', { name: 'Besluta att godta risken' }).click();
    await page.locator('#fel').waitFor();
    expect(await page.locator('#fel').innerText()).toContain('Någon annan har ändrat');
    expect(await form(page, 'AcceptRisk').getByLabel('Varför godtas risken utan åtgärd?').inputValue()).toBe('Ryms i det vi tål.');
    await form(page, 'AcceptRisk').getByRole('button', { name: 'Besluta att godta risken' }).click();
    await page.waitForURL(/klart=AcceptRisk/);
    expect((await api.get(`/api/risks/${id}`, 'manager')).body.status).toBe('accepted');
  });

  test('R-233 a manager of another unit sees neither the risk nor its number, and may not write one there', async () => {
    const { id, number } = await made();
    const page = await at.as('otherManager', '/risker');
    expect(await page.locator('main').innerText()).not.toContain(number);
    expect((await page.goto(`${api.base}/risker/${id}`))?.status()).toBe(404);
    await page.goto(`${api.base}/risker/ny`);
    expect(await page.locator('form.command').innerText()).not.toContain('Norra');
    const carer = await at.as('carer', `/risker/${id}`);
    expect(await carer.locator('#gora + p').innerText()).toBe('Just nu finns inget för dig att göra här.');
    expect((await carer.goto(`${api.base}/risker/ny`))?.status()).toBe(403);
  });

  test('a form that is sent when the session has ended stores nothing, and comes back with its words after the log-in', async () => {
    const page = await at.as('manager', '/risker/ny');
    await page.getByLabel('Vad kan hända?').fill('Nyckeln till läkemedelsskåpet saknas');
    await page.evaluate("fetch('/logga-ut', { method: 'POST' })");
    await page.getByRole('button', { name: 'Spara risken' }).click();
    await page.getByRole('heading', { name: 'Du hade loggats ut. Inget är skickat' }).waitFor();
    await page.goto(`${api.base}/demo/login?user=manager`);
    await page.goto(`${api.base}/risker/ny`);
    expect(await page.getByLabel('Vad kan hända?').inputValue()).toBe('Nyckeln till läkemedelsskåpet saknas');
  });

  test('sending one form keeps what is begun in another, with and without script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { id } = await made();
      const page = await at.as('manager', `/risker/${id}`, { javaScriptEnabled });
      for (const summary of await page.locator('.offers summary').all()) await summary.click();
      await form(page, 'CloseRisk').getByLabel('Skäl').fill('Ny rutin sedan i mars.');
      await form(page, 'PrioritiseRisk').getByLabel('För vilket år?').fill(String(new Date().getFullYear()));
      await form(page, 'PrioritiseRisk').getByRole('button', { name: 'Prioritera' }).click();
      await page.waitForURL(/klart=PrioritiseRisk/);
      expect(await form(page, 'CloseRisk').getByLabel('Skäl').inputValue()).toBe('Ny rutin sedan i mars.');
      expect((await api.get(`/api/risks/${id}`, 'manager')).body.facts.prioritised).toEqual([String(new Date().getFullYear())]);
    }
  });

  test('a list that is open follows what others do', async () => {
    const page = await at.as('manager', '/risker');
    const { number } = await made();
    await page.locator('table.records th', { hasText: number }).waitFor();
    expect(await page.locator('.risk-grid').count()).toBe(1);
  });

  test('the pages have no fault that axe finds and do not scroll sideways, on a desk and on a telephone', async () => {
    const { id } = await made({ description: 'Läkemedel delas av ovan personal när ordinarie är sjuk', subprocess: '2. Aktualisera' });
    await made({ probability: '1', consequence: '2', description: 'Hissen stannar' });
    await made({ probability: '3', consequence: '2', description: 'Dörr lämnas olåst', nextReview: '2026-12-24' });
    await give(id, { type: 'AssessRisk', probability: '3', consequence: '3', nextReview: '2027-02-01', reasons: 'Ny rutin för sjukfrånvaro.' });
    await api.caughtUp();
    const found: string[] = [];
    for (const [name, path] of [
      ['risker', '/risker'],
      ['risk', `/risker/${id}`],
      ['risk-ny', '/risker/ny'],
    ] as const) {
      const page = await at.as('manager', path);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        found.push(...(await accessibilityFaults(page)).map((fault) => `${name} ${width}: ${fault}`));
        const wide = await sideways(page);
        if (wide > 0) found.push(`${name} ${width}: scrolls sideways by ${wide} px`);
        await picture(page, `${name}-${width}`);
      }
    }
    expect(found).toEqual([]);
  });
});
