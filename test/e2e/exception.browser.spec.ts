import type { Page } from 'playwright-core';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { desk, phone, picture } from '../support/browser.js';
import { carry } from '../support/carry.js';
import { does, reported } from '../support/complaint-over-http.js';
import { faultsOf } from '../support/page-faults.js';
import { people } from '../support/scenario.js';

let api: Api;
let page: Page;
let id: string;
const manager = people.manager.person as string;

/** A lex Sarah that waits for its decision, with a manager in conflict who is allowed one step. */
const at = atBrowser(freshApi, async (fresh) => {
  api = fresh;
  id = await reported(api, { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'], immediateActions: 'Larmet byttes.' }, 'carer');
  await carry(api.core, id, 'ivoDecision');
  await given({ type: 'AnswerConflict', answer: 'conflict', ground: 'managerOfTheAct', person: manager }, 'divisionHead');
  const second = people.divisionHead.person;
  await given({ type: 'OverrideConflict', person: manager, step: 'planAction', ground: 'managerOfTheAct', second, reasons: 'Larmet byts i dag.' }, 'registrar');
  const { seconds } = (await api.get(`/api/cases/${id}`, 'divisionHead')).body as { seconds: { request: string }[] };
  await given({ type: 'ConfirmSecond', request: seconds[0]?.request }, 'divisionHead');
});

async function given(command: Record<string, unknown>, by: Who): Promise<void> {
  const { status, body } = await does(api, id, command as { type: string }, by);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
}
const open = async (who: Who, path: string, look = desk): Promise<void> => {
  page = await at.as(who, path, look);
};
const main = () => page.locator('main').innerText();

describe('A single step that one with a conflict of interest is allowed to take (KL 6 kap. 30 §)', () => {
  test.each([
    ['desktop', desk],
    ['telephone', phone],
  ] as const)('is read by the one who decides before the decision, and never whose it is: %s', async (name, look) => {
    await open('director', `/arende/${id}/beslut`, look);
    expect(await main()).toMatch(/en person med jäv fick ta ett enda steg, besluta en åtgärd, medgivet .+, inte använt/);
    expect(await main()).not.toContain('Manager Påhittad');
    expect(await faultsOf(page, 'beslut-undantag')).toEqual([]);
    await picture(page, `beslut-undantag-${name}`);
  });

  test('is shown to that person where it is taken, with its conditions', async () => {
    await open('manager', `/arende/${id}`, phone);
    const offers = await page.locator('.offers').innerText();
    expect(offers).toContain('Du är jävig i ärendet. Det här enda steget får du ta ändå, en gång');
    expect(await page.locator('.offers details').count()).toBe(1);
    await picture(page, 'arende-undantag');
    await at.close();
    await open('divisionHead', `/arende/${id}`);
    expect(await main()).not.toContain('Du är jävig');
  });
});
