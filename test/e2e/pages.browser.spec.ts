import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.js';
import { freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';

let api: Awaited<ReturnType<typeof freshApi>>;
let page: Page;

const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
beforeEach(async () => {
  page = await at.page({ bypassCSP: true, locale: 'sv-SE' });
});

const faults = () => accessibilityFaults(page);

const signIn = (who: string) => page.goto(`${api.base}/demo/login?user=${who}`);
const body = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen kom på kvällen.' };

describe('The pages in a real browser', () => {
  test('R-021 R-026 the next step names what is missing, each line leads to its form, and the forms mend it', async () => {
    const { body: reported } = await api.post('/api/cases', body, 'registrar');
    await signIn('manager');
    await page.goto(`${api.base}/arende/${reported.id}`);
    const missing = () => page.locator('.missing a').allInnerTexts();
    expect(await missing()).toContain('Välj minst en kategori');
    await page.getByRole('button', { name: 'Spara och börja utreda' }).click();
    // Who handles it is filled in with the one who reads; everything else is named at once, and what stands there is kept.
    expect(await page.getByRole('alert').locator('a').count()).toBe((await missing()).length - 1);
    const form = page.locator('#k-ClassifyCase');
    await form.getByRole('checkbox', { name: 'Utförande' }).check();
    await form.getByLabel('Bemötande').check();
    await form.getByLabel(/Socialtjänstlagen/).check();
    await page.getByRole('button', { name: 'Spara, fortsätt sedan' }).click();
    expect(await page.getByRole('status').innerText()).toBe('✓ Sparat: Fördela, Beskriv vad det gäller.');
    expect(await missing()).not.toContain('Välj minst en kategori');
    const triage = page.locator('#k-AnswerTriage');
    // What else the case may touch stands folded among the questions, and is not one of yes and no.
    const questions = triage.getByRole('group').filter({ has: page.getByLabel('Nej') });
    expect(await questions.count()).toBe(3);
    await questions.first().getByLabel('Nej').check();
    await page.getByRole('button', { name: 'Spara, fortsätt sedan' }).click();
    expect(await page.getByRole('status').innerText()).toBe('✓ Inte klart än, sparat som ditt utkast: Första bedömningen.');
    expect(await questions.first().getByLabel('Nej').isChecked()).toBe(true);
    for (const question of await questions.all()) await question.getByLabel('Nej').check();
    const told = page.locator('#k-GiveFeedback');
    await told.locator('select[name$=method]').selectOption('phone');
    await page.getByRole('button', { name: 'Spara, fortsätt sedan' }).click();
    expect(await page.getByRole('status').innerText()).toBe('✓ Sparat: Första bedömningen, Lämna besked eller svar.');
    const { body: state } = await api.get(`/api/cases/${reported.id}`, 'manager');
    expect([...state.categories].sort()).toEqual(['serviceDelivery', 'treatment']);
    expect(state.handler).not.toBeNull();
    expect(state.missing.map((lack: { field: string }) => lack.field)).not.toContain('AnswerTriage');
  });

  test('a figure leads to its cases, and the case to why', async () => {
    await api.post('/api/cases', body, 'registrar');
    await api.caughtUp();
    await signIn('manager');
    await page.goto(`${api.base}/statistik/complaints-by-source?unit=afs-norra`);
    const figure = page.locator('#complaints-by-source-titel').locator('xpath=ancestor::table').locator('tbody a').first();
    const shown = Number(await figure.innerText());
    await figure.click();
    expect(await page.locator('table.cases tbody tr').count()).toBe(shown);
    await page.locator('table.cases a').first().click();
    await page.locator('#dagordning').click();
    await page.locator('.duties summary').first().click();
    expect(await page.locator('.duties details p').first().innerText()).toContain('Tiden räknas från');
  });

  test('DOS-lagen: axe finds nothing on any page, in light, and in dark on a phone', async () => {
    const { body: reported } = await api.post('/api/cases', body, 'registrar');
    await api.caughtUp();
    await signIn('manager');
    const found: string[] = [];
    // Light and wide, dark and narrow: every-page.browser looks at both widths in light.
    for (const [width, colorScheme] of [
      [1200, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      for (const path of [
        '/',
        '/arenden',
        `/arende/${reported.id}`,
        '/statistik?unit=namnd',
        '/statistik/complaints-by-source?unit=namnd',
        '/min-enhet',
        '/stilguide',
        '/arende/finns-inte',
      ]) {
        await page.goto(api.base + path);
        found.push(...(await faults()).map((fault) => `${width} ${path.replace(/[0-9a-f-]{36}/, ':id')} ${fault}`));
        const sideways = (await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number;
        if (sideways > 0) found.push(`${width} ${path.replace(/[0-9a-f-]{36}/, ':id')} scrolls sideways ${sideways}px`);
      }
    }
    expect(found).toEqual([]);
  });
});
