import type { Page } from 'playwright-core';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { picture, sideways } from '../support/browser.js';
import { does, reported } from '../support/complaint-over-http.js';

let api: Api;
let page: Page;
const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
beforeEach(async () => {
  page = await at.page({ locale: 'sv-SE', viewport: { width: 1200, height: 900 } });
});

const widths = [1200, 390] as const;
async function looksRight(name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await picture(page, `${name}-${width}`);
    expect([name, width, await sideways(page)]).toEqual([name, width, 0]);
  }
}

describe('The law’s other ways on the pages (R-028; docs/law/complaints.md#steps)', () => {
  test('an appeal in a complaint is ticked at the first assessment, stands on the case until it is passed on, and then in the history', async () => {
    const id = await reported(api, { lawAreas: ['SoL'], categories: ['caseHandling'] });
    await page.goto(`${api.base}/demo/login?user=manager`);
    await page.goto(`${api.base}/arende/${id}`);
    const form = page.locator('#k-AnswerTriage');
    for (const question of ['danger', 'irregularity', 'careInjury']) await form.locator(`input[name$=${question}][value=no]`).check();
    expect(await form.locator('input[name$=otherWays][value=appeal]').isVisible()).toBe(false);
    await form.locator('summary', { hasText: 'hör hemma på annat håll' }).click();
    await form.locator('input[name$=otherWays][value=appeal]').check();
    await looksRight('bedom-annat-hall');
    await page.getByRole('button', { name: 'Spara, fortsätt sedan' }).click();
    const section = page.locator('.elsewhere');
    expect(await section.innerText()).toMatch(/Överklagande av ett beslut[\s\S]*FL 43–46 §§[\s\S]*Inte lämnat vidare än/);
    await looksRight('annat-hall');
    expect((await does(api, id, { type: 'RecordOtherWay', way: 'appeal', step: 'passedOn', to: 'decidingAuthority' }, 'registrar')).status).toBe(200);
    await page.reload();
    expect(await section.innerText()).toMatch(/Lämnat .* till: den som meddelade beslutet/);
    await page.locator('#historik').click();
    expect(await page.locator('.history').first().innerText()).toContain('Överklagande av ett beslut. Lämnat vidare');
  });
});
