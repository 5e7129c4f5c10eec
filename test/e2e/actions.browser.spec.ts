import type { Page } from 'playwright-core';
import { accessibilityFaults, sideways } from '../support/accessibility.js';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { picture } from '../support/browser.js';
import { people } from '../support/scenario.js';

let api: Api;
const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});

const risk = { unit: 'afs-norra', activity: 'Planera besök', description: 'Besök dubbelbokas', probability: '4', consequence: '3', nextReview: '2027-12-01' };
const made = async (path: string, body: object, who: 'manager' | 'carer' = 'manager') => {
  const { body: answer } = await api.post(`/api/${path}`, body, who);
  await api.caughtUp();
  return answer as { readonly id: string; readonly number: string };
};
const give = (id: string, command: object, who: 'manager' | 'carer' = 'manager') => api.post(`/api/actions/${id}/commands`, command, who);
const form = (page: Page, command: string) => page.locator(`#k-${command}`);
const inWords = async (page: Page) => (await page.locator('.facts').innerText()).replaceAll(/\s+/g, ' ');
const openForm = async (page: Page, title: string) => page.locator('summary').filter({ hasText: title }).click();

describe('The pages of actions (000 §2.4; product D10)', () => {
  test('R-093 an action against a risk is proposed from the risk’s page, decided on, done and judged, and the risk shows how it stands', async () => {
    const { id: riskId, number } = await made('risks', risk);
    const page = await at.as('manager', `/risker/${riskId}`);
    expect(await page.getByRole('region', { name: 'Åtgärder' }).innerText()).toContain('Inget är föreslaget än.');
    await page.getByRole('link', { name: 'Föreslå en åtgärd' }).click();
    expect(await page.getByLabel('Vilken risk ska den hjälpa mot?').inputValue()).toBe(number);
    await page.getByLabel('Vad ska göras?').fill('Skriv en rutin för planering');
    await page.getByLabel('Vad handlar åtgärden om?').selectOption('routines');
    await page.getByLabel('När ska den vara klar?').fill('2027-12-01');
    await page.getByRole('button', { name: 'Spara förslaget' }).click();
    await page.waitForURL(/\/atgarder\/[0-9a-f-]{36}/);
    expect(await page.locator('.saved').innerText()).toBe('✓ Sparat: Föreslå en åtgärd.');
    expect(await inWords(page)).toContain('Läge Föreslagen');

    await openForm(page, 'Besluta om åtgärden');
    const decision = form(page, 'DecideAction');
    await decision.getByLabel('Vem ansvarar för att det blir gjort?').selectOption(people.carer.person as string);
    await decision.getByLabel('När ska den vara klar?').fill('2027-12-01');
    await decision.getByLabel('När ska effekten bedömas?').fill('2028-03-01');
    await decision.getByRole('button', { name: 'Besluta att genomföra den' }).click();
    await page.waitForURL(/klart=DecideAction/);
    expect(await inWords(page)).toContain('Ansvarig Carer Påhittad');
    expect(await page.locator('.agenda').innerText()).toContain('Ansvarig: Carer Påhittad');
    await api.caughtUp();
    await page.goto(`${api.base}/risker/${riskId}`);
    const served = await page.getByRole('region', { name: 'Åtgärder' }).innerText();
    expect(served.replaceAll(/\s+/g, ' ')).toMatch(/ATG-\d{4}-\d{4} Beslutad, Carer Påhittad/);
  });

  test('R-071 without effect the form asks for new days, keeps what was typed, and opens the action again', async () => {
    const { id } = await made('actions', { unit: 'afs-norra', area: 'routines', what: 'Skriv en rutin', due: '2027-12-01' });
    await give(id, { type: 'DecideAction', owner: people.carer.person, due: '2027-12-01', effectDue: '2028-03-01' });
    const today = new Date(api.core.clock.now()).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
    expect((await give(id, { type: 'CompleteAction', doneOn: today }, 'carer')).status).toBe(200);
    const page = await at.as('manager', `/atgarder/${id}?gor=JudgeEffect`, { javaScriptEnabled: false });
    await form(page, 'JudgeEffect').getByLabel('Ingen effekt').check();
    await form(page, 'JudgeEffect').getByLabel('Hur vet ni det?').fill('Samma sak hände igen.');
    await form(page, 'JudgeEffect').getByRole('button', { name: 'Spara bedömningen' }).click();
    expect(await page.locator('#fel').innerText()).toContain('ange när den ska vara klar');
    expect(await form(page, 'JudgeEffect').getByLabel('Hur vet ni det?').inputValue()).toBe('Samma sak hände igen.');
    await form(page, 'JudgeEffect').getByLabel('när ska den nu vara klar').fill('2028-01-31');
    await form(page, 'JudgeEffect').getByLabel('när ska effekten bedömas igen').fill('2028-06-30');
    await form(page, 'JudgeEffect').getByRole('button', { name: 'Spara bedömningen' }).click();
    expect(await inWords(page)).toContain('Öppnad igen 1 gång, utan effekt');
    expect(await page.locator('.history').innerText()).toContain('den hade ingen effekt, klar senast den 31 januari 2028');
  });

  test('a risk that does not exist is named beside its field', async () => {
    const page = await at.as('carer', '/atgarder/ny?risk=RIS-2020-9999', { javaScriptEnabled: false });
    await page.getByLabel('Vad ska göras?').fill('Skriv en rutin');
    await page.getByLabel('Vad handlar åtgärden om?').selectOption('routines');
    await page.getByLabel('När ska den vara klar?').fill('2027-12-01');
    await page.getByRole('button', { name: 'Spara förslaget' }).click();
    expect(await page.locator('.faulty').innerText()).toContain('Det finns inget med det numret som du kan se');
    expect(await page.getByLabel('Vad ska göras?').inputValue()).toBe('Skriv en rutin');
  });

  test.each([1280, 390])('the list and the page can be read by all, %i px wide', async (width) => {
    const { id } = await made('actions', { unit: 'afs-norra', area: 'routines', what: 'Skriv en rutin för planering av besök på kvällen', due: '2027-12-01' });
    await give(id, { type: 'DecideAction', owner: people.carer.person, due: '2027-12-01', effectDue: '2028-03-01' });
    await api.caughtUp();
    for (const path of ['/atgarder', `/atgarder/${id}`]) {
      const page = await at.as('manager', path, { viewport: { width, height: 900 } });
      expect([path, await accessibilityFaults(page), await sideways(page)]).toEqual([path, [], 0]);
      await picture(page, `actions-${path === '/atgarder' ? 'list' : 'one'}-${width}`);
    }
  });
});
