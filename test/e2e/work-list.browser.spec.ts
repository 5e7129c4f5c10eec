import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { picture } from '../support/browser.js';
import { does, reported } from '../support/complaint-over-http.js';
import { faultsOf } from '../support/page-faults.js';
import { people } from '../support/scenario.js';

let api: Api;
let page: Page;
const own: Record<'first' | 'second' | 'barred' | 'other', string> = { first: '', second: '', barred: '', other: '' };

const at = atBrowser(freshApi, async (fresh) => {
  api = fresh;
  own.first = await reported(api);
  own.second = await reported(api);
  own.barred = await reported(api);
  own.other = await reported(api, { unit: 'afs-sodra' });
  await does(api, own.first, { type: 'AssignCase', person: people.manager.person });
  await does(api, own.barred, { type: 'AnswerConflict', person: people.manager.person, answer: 'conflict', ground: 'relation' }, 'registrar');
  await api.caughtUp();
});

// What another test did last is in the rows before a page is read.
beforeEach(() => api.caughtUp());

const open = async (who: Who, path: string, options: BrowserContextOptions = { javaScriptEnabled: false }): Promise<void> => {
  page = await at.as(who, path, options);
};
const numbers = () => page.locator('table.cases tbody th .number').allInnerTexts();
const numberOf = async (id: string): Promise<string> => (await api.get(`/api/cases/${id}`, 'director')).body.number as string;
const filters = () => page.locator('nav.filters a').allTextContents();

describe('Att göra', () => {
  test('one who has cases is shown what waits for them first, each filter with its number', async () => {
    await open('manager', '/arenden');
    expect(await page.locator('h1').allInnerTexts()).toEqual(['Att göra']);
    expect(await page.locator('.filters [aria-current]').innerText()).toMatch(/^Väntar på mig \([1-9]\d*\)$/);
    // Other tests of this file give cases away and report more, in whatever order they are run; that each number is right is the next test's.
    const named = ['Mina', 'Min enhet', 'Ej fördelade', 'Försenade', 'Klagomål eller synpunkt'];
    expect((await filters()).filter((text) => / \(\d+\)$/.test(text)).map((text) => text.replace(/ \(\d+\)$/, ''))).toEqual(expect.arrayContaining(named));
    expect(await page.locator('#lista').innerText()).toMatch(/1 av 6 Mottagen\s+Börja utreda/);
    const groups = await page.locator('#lista h2').allInnerTexts();
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) expect(group).toMatch(/^(■ Försenat|▲ I dag|▲ I morgon|Senare|Utan frist) \([1-9]\d*\)$/);
    await picture(page, 'att-gora');
  });

  test('every filter counts what it shows', async () => {
    await open('registrar', '/arenden');
    for (const link of await filters()) {
      const n = /\((\d+)\)$/.exec(link)?.[1];
      if (n === undefined) continue;
      const isFolded = !(await page.getByRole('link', { name: link, exact: true }).first().isVisible());
      if (isFolded) await page.getByText('Fler urval och filter').click();
      await page.getByRole('link', { name: link, exact: true }).first().click();
      expect([link, await page.locator('table.cases tbody tr').count()]).toEqual([link, Number(n)]);
      expect([link, await page.locator('p.lead').innerText()]).toEqual([link, expect.stringMatching(`^${n} ärende`)]);
    }
  });

  test('the conditions of a search are shown, and each can be removed by itself', async () => {
    await open('registrar', '/arenden?stage=open');
    await page.getByLabel(/^Sök på nummer/).fill(await numberOf(own.other));
    await page.getByText('Fler urval och filter').click();
    await page.getByLabel('Slag').selectOption({ label: 'Klagomål eller synpunkt' });
    await page.locator('main').getByRole('button', { name: 'Sök' }).click();
    expect(await numbers()).toEqual([await numberOf(own.other)]);
    expect(await page.locator('.chips li').count()).toBe(3);
    await page.locator('.chips a', { hasText: '”' }).click();
    expect(await numbers()).toHaveLength((await api.get('/api/cases?stage=open&kind=complaint', 'registrar')).body.total);
    expect(await page.locator('.chips li').count()).toBe(2);
  });

  test('an own filter is kept on the server, stands first with its number, and is taken away', async () => {
    await open('registrar', '/arenden?stage=open&unit=afs-sodra');
    await page.getByText('Spara det här urvalet').click();
    await page.getByLabel('Vad ska urvalet heta?').fill('Södra, öppna');
    await page.getByRole('button', { name: 'Spara urvalet' }).click();
    expect((await filters())[0]).toBe('Södra, öppna (1)');
    await at.close();
    await open('registrar', '/arenden');
    await page.getByRole('link', { name: 'Södra, öppna (1)' }).click();
    expect(await numbers()).toEqual([await numberOf(own.other)]);
    await page.getByRole('button', { name: 'Ta bort urvalet ”Södra, öppna”' }).click();
    expect(await filters()).not.toContain('Södra, öppna (1)');
  });

  test('seven tabs with the list open all load, and all follow what others do', async () => {
    await open('registrar', '/arenden?stage=open', {});
    const tabs = [page];
    for (let n = 1; n < 7; n += 1) {
      const tab = await page.context().newPage();
      await tab.goto(`${api.base}/arenden?stage=open`);
      tabs.push(tab);
    }
    const number = await numberOf(await reported(api));
    for (const tab of tabs) await tab.getByRole('link', { name: number }).waitFor();
    // The tab that listened for all is closed, and another listens.
    await page.close();
    const later = await numberOf(await reported(api));
    for (const tab of tabs.slice(1)) await tab.getByRole('link', { name: later }).waitFor();
  });

  test('an empty list says when the next deadline is', async () => {
    await open('manager', '/arenden?stage=followUp');
    expect(await page.locator('#lista').innerText()).toMatch(/^Inget att göra här just nu\. Nästa frist bland det du ser: KLA-\d{4}-\d{4}, .+ kvar\.$/);
  });
});

describe('Several cases to one person', () => {
  test('with why, case by case: one that is refused says so and stops no other', async () => {
    await open('registrar', '/arenden?stage=open&unit=afs-norra');
    for (const id of [own.second, own.barred]) await page.getByLabel(`Välj ${await numberOf(id)}`).check();
    await page.getByRole('button', { name: 'Fördela valda …' }).click();
    await page.getByRole('button', { name: 'Fördela' }).click();
    expect(await page.title()).toMatch(/^Fel: /);
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual(['Välj vem som ska handlägga', 'Skriv varför']);
    await picture(page, 'fordela-fel');
    await page.getByLabel('Vem ska handlägga?').selectOption({ label: 'Manager Påhittad, enhetschef' });
    await page.getByLabel('Varför?').fill('Norra har tid den här veckan.');
    await page.getByRole('button', { name: 'Fördela' }).click();
    expect(await page.locator('h1').innerText()).toBe('1 av 2 är fördelade');
    const rows = await page.locator('table.cases tbody tr').allInnerTexts();
    expect(rows.find((row) => row.includes('Inte fördelat'))).toMatch(/Personen har ingen roll för den enhetens ärenden, eller är jävig i ärendet/);
    expect(rows.find((row) => !row.includes('Inte fördelat'))).toContain('Fördelat till Manager Påhittad.');
    await picture(page, 'fordelade');
    expect((await api.core.cases.load(own.second)) as object).toMatchObject({ handler: { person: people.manager.person, as: 'enhetschef' } });
    const { body } = await api.get(`/api/cases/${own.second}/history`, 'registrar');
    expect(body.items.filter(({ type }: { type: string }) => type === 'CaseAssigned')).toMatchObject([
      { text: 'Ärendet fördelades: till Manager Påhittad', words: { reasons: 'Norra har tid den här veckan.' } },
    ]);
  });

  test('is not offered to one who may give no case to anybody', async () => {
    await open('controller', '/arenden?stage=open');
    expect(await page.locator('table.cases').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Fördela valda …' }).count()).toBe(0);
  });
});

/** A promise that the test keeps when it will. */
function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('What others do', () => {
  test('is on the list by itself; while somebody chooses in it, a line says so instead', async () => {
    await open('divisionHead', '/arenden?stage=open', {});
    const rows = page.locator('table.cases tbody tr');
    const before = await rows.count();
    await reported(api);
    await page.waitForFunction(`document.querySelectorAll('table.cases tbody tr').length === ${before + 1}`);
    await page.locator('table.cases input').first().check();
    await reported(api);
    await page.locator('.changed').waitFor({ state: 'visible' });
    expect(await rows.count()).toBe(before + 1);
    await page.locator('.changed a').click();
    expect(await rows.count()).toBe(before + 2);
  });

  test('while no tab listens it is on the list of each once one does: at first, and when the tab that listened is closed', async () => {
    let listens = deferred();
    await open('registrar', '/arenden?stage=closed', {});
    const context = page.context();
    await context.route('**/api/stream', async (route) => {
      await listens.promise;
      await route.continue();
    });
    const tabs = [page, await context.newPage(), await context.newPage()];
    const shown = async (number: string, where: readonly Page[]) => {
      for (const tab of where) await tab.getByRole('link', { name: number }).waitFor();
    };
    const missed = async () => {
      const number = await numberOf(await reported(api));
      await api.caughtUp();
      listens.resolve();
      return number;
    };
    await page.goto(`${api.base}/arenden?stage=open`);
    await shown(await missed(), [page]);
    for (const tab of tabs.slice(1)) await tab.goto(`${api.base}/arenden?stage=open`);
    listens = deferred();
    const asked = context.waitForEvent('request', (request) => request.url().endsWith('/api/stream'));
    await page.close();
    await asked;
    await shown(await missed(), tabs.slice(1));
  });

  test('is not said to have changed it where nothing in it has', async () => {
    await open('divisionHead', '/arenden?stage=open&unit=afs-sodra', {});
    const again = () => page.waitForResponse((response) => response.url().includes('/arenden?') && response.request().resourceType() === 'fetch');
    const looked = again();
    await page.locator('table.cases input').first().check();
    await (await looked).finished();
    const after = again();
    await reported(api);
    await (await after).finished();
    expect(await page.locator('.changed').isVisible()).toBe(false);
  });
});

describe('DOS-lagen', () => {
  test('axe finds nothing on the list and the pages of giving cases, at two widths', async () => {
    await open('registrar', '/arenden?stage=open&q=KLA', {});
    const found = [...(await faultsOf(page, 'att-gora-registrator'))];
    await page.goto(`${api.base}/arenden?stage=followUp`);
    found.push(...(await faultsOf(page, 'att-gora-tom')));
    await page.goto(`${api.base}/arenden/fordela?id=${own.first}&id=${own.other}`);
    found.push(...(await faultsOf(page, 'fordela')));
    await page.getByRole('button', { name: 'Fördela' }).click();
    found.push(...(await faultsOf(page, 'fordela-med-fel')));
    expect(found).toEqual([]);
  });
});
