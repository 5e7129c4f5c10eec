import { addDuration, stockholmDate } from '#domain/law/calendar';
import { accessibilityFaults, sideways } from '../support/accessibility.js';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { picture } from '../support/browser.js';

let api: Api;
const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
const today = () => stockholmDate(api.core.clock.now().toISOString());

describe('The pages of the log’s controls (lag 2001:454, 10 §)', () => {
  test('the control of a month is planned from its sample, made, and with a remark closed only when it says what was done', async () => {
    const page = await at.as('dataOfficer', '/atkomst/stickprov?manad=2025-10', { javaScriptEnabled: false });
    await picture(page, 'log-reviews-sample');
    await page.getByRole('link', { name: 'Planera månadens kontroll' }).click();
    expect(await page.getByLabel('Vilken månad ska kontrolleras?').inputValue()).toBe('2025-10');
    await picture(page, 'log-reviews-new');
    await page.getByLabel('När ska den vara klar?').fill(addDuration(today(), 'P10D'));
    await page.getByRole('button', { name: 'Spara loggkontrollen' }).click();
    await page.waitForURL(/\/loggkontroller\/[0-9a-f-]{36}/);
    expect(await page.locator('.agenda').innerText()).toContain('DataOfficer Påhittad');

    await page.goto(`${page.url().replace(/[?#].*/, '')}?gor=NoteResult`);
    const result = page.locator('#k-NoteResult');
    await result.getByLabel('Anmärkning', { exact: true }).check();
    await result.getByLabel('Hur många åtkomster granskades?').fill('30');
    await result.getByLabel('Vad visade kontrollen?').fill('Två åtkomster utan skäl.');
    await result.getByRole('button', { name: 'Spara resultatet' }).click();
    await page.waitForURL(/klart=NoteResult/);
    const facts = async () => (await page.locator('.facts').innerText()).replaceAll(/\s+/g, ' ');
    expect(await facts()).toContain('Läge Gjord, anmärkning att åtgärda Månad oktober 2025');

    await page.goto(`${page.url().replace(/[?#].*/, '')}?gor=CloseLogReview`);
    const close = page.locator('#k-CloseLogReview');
    await close.getByRole('button', { name: 'Avsluta loggkontrollen' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Skriv vad som har gjorts åt anmärkningarna');
    await close.getByLabel('Vad har gjorts åt anmärkningarna?').fill('Behörigheten är borttagen.');
    await close.getByRole('button', { name: 'Avsluta loggkontrollen' }).click();
    await page.waitForURL(/klart=CloseLogReview/);
    expect(await facts()).toContain('Läge Avslutad');
    await api.caughtUp();
    await page.getByRole('link', { name: 'Stickprovet för oktober 2025' }).click();
    expect(await page.getByRole('region', { name: 'Månadens loggkontroll' }).innerText()).toMatch(/LOG-\d{4}-\d{4}: Avslutad/);
  });

  test.each([1280, 390])('the list, the page and the sample can be read by all, %i px wide', async (width) => {
    const { body } = await api.post('/api/log-reviews', { month: '2025-11', unit: 'namnd', due: addDuration(today(), 'P10D') }, 'dataOfficer');
    const found = 'Hela månadens stickprov. Två åtkomster av en medarbetare som inte längre arbetar i enheten.';
    await api.post(`/api/log-reviews/${body.id}/commands`, { type: 'NoteResult', verdict: 'remark', looked: 30, found }, 'dataOfficer');
    await api.caughtUp();
    for (const [name, path] of Object.entries({
      list: '/loggkontroller',
      one: `/loggkontroller/${body.id}`,
      sample: '/atkomst/stickprov?manad=2025-11',
    })) {
      const page = await at.as('dataOfficer', path, { viewport: { width, height: 900 } });
      expect([path, await accessibilityFaults(page), await sideways(page)]).toEqual([path, [], 0]);
      await picture(page, `log-reviews-${name}-${width}`);
    }
  });
});
