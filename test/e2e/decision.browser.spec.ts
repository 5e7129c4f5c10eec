import type { Page } from 'playwright-core';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { phone, picture, sideways } from '../support/browser.js';
import { carry } from '../support/carry.js';
import { does, reported } from '../support/complaint-over-http.js';
import { faultsOf } from '../support/page-faults.js';
import { people } from '../support/scenario.js';

let api: Api;
let page: Page;
let id: string;

const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
beforeEach(async () => {
  id = await reported(api, { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'], immediateActions: 'Larmet byttes.' }, 'carer');
  await carry(api.core, id, 'ivoDecision');
});

const open = async (who: Who): Promise<void> => {
  page = await at.as(who, `/arende/${id}/beslut`, { javaScriptEnabled: false });
};
const main = () => page.locator('main').innerText();

describe('The page of the decision on notification', () => {
  test('R-100 is complete on paper: everything said, the law by its day, nothing to press', async () => {
    await open('director');
    await page.emulateMedia({ media: 'print' });
    const paper = await main();
    for (const heading of ['1. Sammanfattning', '2. Bedömning och förslag', '3. Vad lagen kräver', '4. Underlag', '5. Ditt beslut'])
      expect(paper).toContain(heading);
    expect(paper).toMatch(/SoL \(2025:400\) 27 kap\. 6 §/);
    expect(paper).toMatch(/Lydelsen som gäller .+, version \d+/);
    expect(await page.locator('button:visible, input:visible, textarea:visible, nav:visible').count()).toBe(0);
    await picture(page, 'beslut-papper');
  });

  test('R-100 has one main button: the decision', async () => {
    await open('director');
    expect(await page.locator('main button:not(.second, .quiet)').allInnerTexts()).toEqual(['Spara beslutet']);
  });

  test('a long list of people can be searched, what is chosen stays in it, and without a script all are there to scroll', async () => {
    await open('director');
    const all = await page.locator('.many').first().locator('label').count();
    expect([all > 10, await page.getByLabel('Sök i listan').count()]).toEqual([true, 0]);
    await at.close();
    page = await at.as('director', `/arende/${id}/beslut`, phone);
    const list = page.locator('fieldset', { has: page.locator('.many') }).first();
    for (const fold of await page.locator('details:has(.many) > summary').all()) await fold.click();
    const shown = () => list.locator('label.option:visible').allInnerTexts();
    expect(await shown()).toHaveLength(all);
    const [first = '', second = ''] = (await shown()).slice(-2).map((name) => name.split(' ')[0] ?? '');
    await list.getByLabel('Sök i listan').fill(first.toUpperCase());
    await list.getByLabel(new RegExp(`^${first} `)).check();
    await list.getByLabel('Sök i listan').fill(second);
    expect(await shown()).toEqual([expect.stringContaining(first), expect.stringContaining(second)]);
    expect(await list.getByRole('status').innerText()).toBe(`2 av ${all} visas`);
    await list.getByLabel('Sök i listan').press('Enter');
    expect(page.url()).toContain('/beslut');
    expect([await sideways(page), await faultsOf(page, 'beslut-sok')]).toEqual([0, []]);
    await picture(page, 'beslut-sok');
  });

  test('somebody else’s change while the reasons were written is shown beside them, on this page too', async () => {
    await open('director');
    await does(api, id, { type: 'AnswerConflict', answer: 'none' }, 'director');
    await open('director');
    await does(api, id, { type: 'AddToCase', by: 'staff', text: 'Larmet hade felanmälts i maj.' }, 'sas');
    await page.locator('#k-DecideOutcome').getByLabel('Skäl').fill('Fyra timmar på golvet.');
    await page.locator('#k-DecideOutcome').getByLabel('Allvarligt missförhållande', { exact: true }).check();
    await page.locator('#k-DecideOutcome').getByRole('button').first().click();
    expect(await page.locator('.conflict .history').innerText()).toContain('Larmet hade felanmälts i maj.');
    expect(await page.locator('.conflict').getByLabel('Skäl').inputValue()).toBe('Fyra timmar på golvet.');
    await picture(page, 'beslut-konflikt');
    await page.locator('.conflict').getByRole('button').first().click();
    expect(await page.getByRole('status').innerText()).toBe('✓ Sparat: Besluta om bedömningen.');
    expect(await main()).toContain('Bedömning: Allvarligt missförhållande');
    expect(await main()).toContain('Director Påhittad, socialchef, ');
  });

  test('R-153 one who stands in reads in whose place the decision is made, and so does everybody else', async () => {
    await api.core.database.query(
      `INSERT INTO store.stand_in (person, instead, valid_from, valid_to, why, from_position) VALUES ($1, $2, '2020-01-01', '2090-01-01', 'absence', 0)`,
      [people.operationsHead.person, people.director.person],
    );
    await api.core.register.refresh();
    await open('operationsHead');
    expect(await main()).toContain('Du beslutar i stället för Director Påhittad, socialchef, som du ersätter i dag.');
    await at.close();
    await open('sas');
    expect(await main()).toContain('OperationsHead Påhittad, socialchef, i stället för Director Påhittad');
  });
});
