import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { picture } from '../support/browser.js';
import { does, reported, walk } from '../support/complaint-over-http.js';
import { faultsOf } from '../support/page-faults.js';
import { people } from '../support/scenario.js';

let api: Api;
let page: Page;

const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});

const withoutScript = { javaScriptEnabled: false };
const open = async (who: Who, path: string, options: BrowserContextOptions = withoutScript): Promise<void> => {
  page = await at.as(who, path, options);
};
const drafts = (id: string) =>
  api.core.database.query<{ form: string; sealed: Buffer }>('SELECT form, sealed FROM store.draft WHERE stream = $1', [`case/${id}`]);

describe('A draft', () => {
  const words = 'Dottern ringde och berättade om fallet.';

  test('is saved by a button, encrypted, for the person alone, and can be deleted', async () => {
    const id = await reported(api);
    await open('manager', `/arende/${id}?gor=AddToCase`);
    const form = page.locator('#k-AddToCase');
    await form.getByLabel('Uppgiften').fill(words);
    await form.getByRole('button', { name: 'Spara utkast' }).click();
    expect(await page.locator('#k-AddToCase .draft').innerText()).toMatch(/^Ditt utkast från \d\d:\d\d\.$/);
    expect(await page.locator('#k-AddToCase').getByLabel('Uppgiften').inputValue()).toBe(words);
    await picture(page, 'utkast');
    const kept = await drafts(id);
    expect(kept.map((row) => row.form)).toEqual(['AddToCase']);
    expect(kept.some(({ sealed }) => sealed.includes('Dottern'))).toBe(false);
    await at.close();
    await open('registrar', `/arende/${id}?gor=AddToCase`);
    expect(await page.locator('#k-AddToCase').getByLabel('Uppgiften').inputValue()).toBe('');
    await at.close();
    await open('manager', `/arende/${id}?gor=AddToCase`);
    await page.locator('#k-AddToCase').getByRole('button', { name: 'Ta bort utkastet' }).click();
    expect(await page.locator('#k-AddToCase').getByLabel('Uppgiften').inputValue()).toBe('');
    expect(await drafts(id)).toEqual([]);
  });

  test('is gone when the command is accepted, and gives no words once the case’s key is destroyed', async () => {
    const id = await reported(api);
    await open('manager', `/arende/${id}?gor=AddToCase`);
    const form = page.locator('#k-AddToCase');
    await form.locator('select[name$=by]').selectOption('relative');
    await form.getByLabel('Uppgiften').fill(words);
    await form.getByRole('button', { name: 'Spara utkast' }).click();
    await page.locator('#k-AddToCase').getByRole('button', { name: 'Lägg till' }).click();
    expect(await drafts(id)).toEqual([]);
    await page.goto(`${api.base}/arende/${id}?gor=AddToCase`);
    await page.locator('#k-AddToCase').getByLabel('Uppgiften').fill(words);
    await page.locator('#k-AddToCase').getByRole('button', { name: 'Spara utkast' }).click();
    await api.core.store.destroyKey(`case/${id}`);
    await page.goto(`${api.base}/arende/${id}?gor=AddToCase`);
    expect(await page.locator('#k-AddToCase').getByLabel('Uppgiften').inputValue()).toBe('');
  });

  test('is saved by itself when the person pauses', async () => {
    const id = await reported(api);
    await open('manager', `/arende/${id}?gor=AddToCase`, {});
    await page.locator('#k-AddToCase').getByLabel('Uppgiften').pressSequentially('Ringer tillbaka kl. tre');
    await page.locator('#k-AddToCase output', { hasText: /^Utkast sparat \d\d:\d\d$/ }).waitFor();
    await page.reload();
    expect(await page.locator('#k-AddToCase').getByLabel('Uppgiften').inputValue()).toBe('Ringer tillbaka kl. tre');
    expect((await drafts(id)).length).toBe(1);
  });
});

describe('Somebody else was first', () => {
  test('both versions stand side by side: what others did, with who, and what one wrote, to be sent by one button', async () => {
    const id = await reported(api);
    await open('manager', `/arende/${id}?gor=AddToCase`);
    await does(api, id, { type: 'AddToCase', by: 'staff', text: 'Hissen stod still.' }, 'registrar');
    await does(api, id, { type: 'ClassifyCase', categories: ['treatment'] }, 'registrar');
    const form = () => page.locator('.conflict #k-AddToCase');
    await page.locator('#k-AddToCase select[name$=by]').selectOption('relative');
    await page.locator('#k-AddToCase').getByLabel('Uppgiften').fill('Dottern ringde.');
    await page.locator('#k-AddToCase button').first().click();
    expect(await page.title()).toMatch(/^Fel: /);
    const told = await page.locator('.conflict .history').innerText();
    expect(told).toContain('Hissen stod still.');
    expect(told).toContain('Registrar Påhittad');
    expect(await form().getByLabel('Uppgiften').inputValue()).toBe('Dottern ringde.');
    expect(await page.locator('#k-AddToCase').count()).toBe(1);
    await picture(page, 'konflikt');
    await form().getByRole('button', { name: 'Skicka igen, på den nya versionen' }).click();
    expect(await page.locator('.conflict').count()).toBe(0);
    expect(await page.locator('#handelsen').locator('xpath=..').innerText()).toContain('Dottern ringde.');
  });
});

describe('Varför detta datum?', () => {
  test('R-168 one press away: the rule, its law by the wording of the day, the start, the calendar, and whose day it is', async () => {
    const id = await reported(api);
    await open('manager', `/arende/${id}`);
    const step = page.locator('#frist');
    await step.getByText('Varför detta datum?').click();
    const said = await step.innerText();
    expect(said).toContain('Tiden räknas från');
    expect(said).toContain('2 arbetsdagar efter startdagen. Lördagar, söndagar och helgdagar räknas inte.');
    expect(said).toContain('Kommunens eget mål, en inställning. Inte lag.');
    expect(said).toContain('(kommunens eget mål)');
    expect(said).not.toContain('enligt lag');
    await picture(page, 'varfor-datum');
    // Every date of a duty has the same explanation.
    expect(await page.locator('.duties > li').count()).toBe(await page.locator('.duties > li details.why').count());
  });

  test('R-168 a date of the law says the law, its wording and that it is the law’s', async () => {
    const serious = await reported(
      api,
      { kind: 'lexSarah', lawAreas: ['SoL'], opinionType: null, source: 'staff', immediateActions: 'Larmet byttes.' },
      'carer',
    );
    await does(api, serious, { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious: 'yes' }, 'irregularityInvestigator');
    await open('sas', `/arende/${serious}`);
    await page.locator('#dagordning').click();
    const duty = page.locator('.duties li', { hasText: 'SoL (2025:400)' }).first();
    await duty.getByText('Varför detta datum?').click();
    expect(await duty.innerText()).toMatch(/Står i\s+SoL \(2025:400\) .+ \(version \d+, lydelsen som gäller från .+\)/);
  });
});

describe('The case', () => {
  test('R-021 each stage that is done says when and by whom, and links to its record', async () => {
    const id = await reported(api);
    await walk(api, id, 'assessing');
    await open('manager', `/arende/${id}`);
    const stages = await page.locator('.stages li').allInnerTexts();
    expect(stages.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^✓ Mottagen klart, \d+ \S+, Manager Påhittad$/),
      expect.stringMatching(/^✓ Utreds klart, \d+ \S+, Manager Påhittad$/),
      expect.stringMatching(/^● Bedöms pågår, sedan \d+ \S+$/),
      '○ IVO-beslut kommer',
      '○ Återkoppling kommer',
      '○ Uppföljning kommer',
    ]);
    expect(await page.locator('.stages a').first().getAttribute('href')).toBe('#handelsen');
    await page.getByText('Vad görs i varje skede, och varför?').click();
    expect(await page.locator('.about').innerText()).toMatch(/kap\. \d/);
    await picture(page, 'arende-bedoms');
    // One main button: the next step's.
    expect(await page.locator('.next button:not(.second, .quiet), .next a.button').count()).toBe(1);
  });

  test('R-021 what is missing links to the very field, in a form that is opened', async () => {
    const id = await reported(api);
    await open('manager', `/arende/${id}`);
    await page.getByRole('link', { name: 'Välj minst en kategori' }).click();
    expect(page.url()).toContain('#f-ClassifyCase-categories');
    expect(await page.locator('#k-Step #f-ClassifyCase-categories').isVisible()).toBe(true);
    // What stands in a form of its own is opened by its link: here the case has no unit.
    const { body } = await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', what: 'Ingen kom.', source: 'relative' }, 'registrar');
    await page.goto(`${api.base}/demo/login?user=registrar`);
    await page.goto(`${api.base}/arende/${body.id}`);
    await page.getByRole('link', { name: 'Ange vilken enhet saken gäller' }).click();
    expect(page.url()).toContain('?gor=MoveToUnit#f-MoveToUnit-unit');
    expect(await page.locator('.offers details[open]').count()).toBe(1);
    expect(await page.locator('#f-MoveToUnit-unit').isVisible()).toBe(true);
  });

  test('every event has an anchor by its position, and the history is filtered by links', async () => {
    const id = await reported(api);
    await walk(api, id, 'feedback');
    const events = await api.core.store.load(`case/${id}`);
    await open('manager', `/arende/${id}`);
    expect(await page.locator('[id^="h-"]').count()).toBe(events.length);
    await page.goto(`${api.base}/arende/${id}#h-${events[0]?.position}`);
    expect(await page.locator(`#h-${events[0]?.position}`).isVisible()).toBe(true);
    await page
      .getByRole('navigation', { name: 'Visa i historiken' })
      .getByRole('link', { name: /^Samtal och svar/ })
      .click();
    expect((await page.locator('.history li[id^="h-"] > span:first-child').allInnerTexts()).every((text) => /svar|Svar|bekräft|Bekräft/.test(text))).toBe(true);
    await page.goto(`${api.base}/arende/${id}?visa=frister`);
    expect(await page.locator('[id^="h-"]').count()).toBe(events.filter(({ type }) => /^(Duty|Deadline|Reminder|Escalated|EffectAsked)/.test(type)).length);
  });

  test('who sees it is computed by the policy, in posts; of those who are barred only how many', async () => {
    const id = await reported(api);
    await does(api, id, { type: 'AnswerConflict', person: people.operationsHead.person, answer: 'conflict', ground: 'relation' }, 'registrar');
    await open('manager', `/arende/${id}`);
    await page.locator('#ser').click();
    const said = await page.locator('details', { has: page.locator('#ser') }).innerText();
    expect(said).toContain('Enhetschef, Hemtjänst Norra (en person): läser allt');
    expect(said).toContain('Kvalitetscontroller, Socialnämnden (en person): ser koder och datum, inte vad människor har skrivit');
    expect(said).not.toContain('Verksamhetschef, Äldre');
    expect(said).not.toContain('Medicinskt ansvarig sjuksköterska');
    expect(said).toContain('Jäv: en person varken ser eller handlägger ärendet.');
    expect(said).not.toContain('Påhittad');
  });
});

describe('DOS-lagen', () => {
  test('axe finds nothing on a case in its states, at two widths', async () => {
    const id = await reported(api);
    await walk(api, id, 'followUp');
    await open('manager', `/arende/${id}?gor=JudgeEffect`, {});
    const found = [...(await faultsOf(page, 'arende-formular'))];
    await page.evaluate(`for (const folded of document.querySelectorAll('details')) folded.open = true`);
    found.push(...(await faultsOf(page, 'arende-utfallt')));
    await does(api, id, { type: 'AddToCase', by: 'staff', text: 'Ny uppgift.' }, 'registrar');
    await page.locator('#k-AddToCase select[name$=by]').selectOption('relative');
    await page.locator('#k-AddToCase').getByLabel('Uppgiften').fill('Dottern ringde.');
    await page.locator('#k-AddToCase button').first().click();
    found.push(...(await faultsOf(page, 'arende-konflikt')));
    await page.goto(`${api.base}/arende/${id}?visa=frister`);
    found.push(...(await faultsOf(page, 'arende-frister')));
    expect(found).toEqual([]);
  });
});
