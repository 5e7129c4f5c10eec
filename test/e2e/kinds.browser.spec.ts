import type { Page } from 'playwright-core';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { desk, picture as pictureOf } from '../support/browser.js';
import { carry } from '../support/carry.js';
import { does, reported } from '../support/complaint-over-http.js';
import { faultsOf } from '../support/page-faults.js';

let api: Api;
let page: Page;

const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
beforeEach(async () => {
  // Without script: every form is an ordinary form.
  page = await at.page({ ...desk, javaScriptEnabled: false });
});

const staff = {
  kind: 'deviation',
  opinionType: null,
  source: 'staff',
  unit: 'afs-norra',
  what: 'Trygghetslarmet besvarades inte på fyra timmar. Hon låg på golvet.',
};
/** A lex Sarah that waits for its decision. */
async function waitsForDecision(): Promise<string> {
  const id = await reported(api, { ...staff, kind: 'lexSarah', lawAreas: ['SoL'], immediateActions: 'Larmet lades om till grannhuset.' }, 'carer');
  await carry(api.core, id, 'ivoDecision');
  await api.caughtUp();
  return id;
}
const signIn = (who: string) => page.goto(`${api.base}/demo/login?user=${who}`);
const main = () => page.locator('main').innerText();
const picture = (name: string) => pictureOf(page, name);

describe('The decision on notification', () => {
  test('R-100 two clicks from the start page; refused with three named lacks, each a link; then decided, sent and followed', async () => {
    const irregularity = await waitsForDecision();
    const { number } = (await api.get(`/api/cases/${irregularity}`, 'director')).body as { number: string };
    await page.goto(api.base);
    // In the demo the director is among the first; among the scenario's people everybody is folded.
    await page.locator('details.others:not([open]) > summary').click();
    await page.getByRole('link', { name: 'Director Påhittad' }).click();
    await page.getByRole('link', { name: new RegExp(`^Lex Sarah.* ${number}`) }).click();
    expect(await page.locator('h1').innerText()).toBe('Beslut om anmälan till IVO');
    await picture('beslut');
    const decide = page.locator('#k-DecideIvo');
    await decide.getByLabel('Anmäls till IVO').check();
    await decide.getByLabel('Skäl').fill('Allvarligt och kan hända igen.');
    await decide.getByRole('button').first().click();
    const lacks = page.getByRole('alert').getByRole('link');
    expect(await lacks.allInnerTexts()).toEqual([
      'Beslutet om bedömningen saknas',
      'Du som beslutar ska svara på frågan om jäv (KL 6 kap. 28–30 §§)',
      'Ange vem som har föredragit ärendet',
    ]);
    await picture('beslut-nekat');
    for (const link of await lacks.all()) {
      const href = (await link.getAttribute('href')) ?? '';
      expect([href, await page.locator(href).count()]).toEqual([href, 1]);
    }
    await page.locator('#k-AnswerConflict').getByLabel('Ingen jävsgrund').check();
    await page.locator('#k-AnswerConflict').getByRole('button').first().click();
    const outcome = page.locator('#k-DecideOutcome');
    await outcome.getByLabel('Allvarligt missförhållande', { exact: true }).check();
    await outcome.getByLabel('Skäl').fill('Fyra timmar på golvet.');
    await outcome.getByRole('button').first().click();
    // What shall be notified has no "no".
    expect(await page.locator('#k-DecideIvo').getByLabel('Anmäls inte').count()).toBe(0);
    await page.locator('#k-DecideIvo').getByLabel('Anmäls till IVO').check();
    await page.locator('#k-DecideIvo select[name$=presenter]').selectOption({ label: 'Sas Påhittad, socialt ansvarig samordnare (SAS)' });
    await page.locator('#k-DecideIvo').getByLabel('Skäl').fill('Allvarligt och kan hända igen.');
    await page.locator('#k-DecideIvo').getByRole('button').first().click();
    await picture('beslut-fattat');
    expect(await page.locator('#b6').count()).toBe(1);
    const sent = page.locator('#k-NotifyIvo');
    await sent.getByLabel('IVO:s e-tjänst').check();
    await sent.getByLabel('Ja').check();
    await sent.getByLabel('Kvittens').fill('Mottaget, ärende 1234');
    await sent.getByRole('button', { name: 'Spara kvittensen' }).click();
    await page.getByRole('status').waitFor();
    await picture('beslut-skickat');
    expect(await main()).toContain('Anmälan skickad: IVO:s e-tjänst, utredningen följde med');
    expect((await api.get(`/api/cases/${irregularity}`, 'director')).body.ivoTrack.sent).toMatchObject({ way: 'eService', investigationAttached: true });
    await page.goto(`${api.base}/arende/${irregularity}`);
    await picture('lex-sarah');
    expect(await page.locator('.missing').count()).toBe(0);
  });

  test('one who may not decide sees who does, and gets no form for the decision', async () => {
    const irregularity = await waitsForDecision();
    await signIn('irregularityInvestigator');
    await page.goto(`${api.base}/arende/${irregularity}/beslut`);
    expect(await main()).toContain('Director Påhittad');
    expect(await page.locator('#k-DecideIvo, #k-DecideOutcome').count()).toBe(0);
    await picture('beslut-andra');
  });

  test('a case without a decision has no page for one', async () => {
    const id = await reported(api);
    await signIn('manager');
    expect((await page.goto(`${api.base}/arende/${id}/beslut`))?.status()).toBe(404);
  });
});

describe('A day that no law gives', () => {
  test('R-167 where the law says genast and gives no number, the day beside it is marked as the municipality’s own', async () => {
    const fresh = await reported(api, { ...staff, kind: 'lexSarah', lawAreas: ['SoL'] }, 'carer');
    await signIn('sas');
    await page.goto(`${api.base}/arende/${fresh}`);
    const duty = page.locator('.duties li', { hasText: 'SoL (2025:400) 27 kap. 5 §' }).first();
    const said = (await duty.textContent()) ?? '';
    expect(said).toContain('(kommunens eget mål)');
    expect(said).not.toContain('⚖');
  });
});

describe('DOS-lagen and klarspråk', () => {
  test('axe finds nothing on the new pages at two widths, nothing scrolls sideways, and no code shows', async () => {
    await at.close();
    page = await at.page({ bypassCSP: true, locale: 'sv-SE' });
    const care = await reported(api, { ...staff, lawAreas: ['HSL'], deviationType: 'fall', eventClass: 'adverseEvent' }, 'carer');
    const { body } = await does(api, care, { type: 'ConvertCase', to: 'lexMaria', reasons: 'Bröt höften.' }, 'mas');
    const deviation = await reported(api, { ...staff, lawAreas: ['SoL'] }, 'carer');
    await carry(api.core, deviation, 'followUp');
    const irregularity = await waitsForDecision();
    const serious = await reported(api, { ...staff, kind: 'lexSarah', lawAreas: ['SoL'] }, 'carer');
    await carry(api.core, serious, 'ivoDecision');
    const maria = body.born[0].id as string;
    await carry(api.core, maria, 'ivoDecision');
    await api.caughtUp();
    const seen: readonly (readonly [string, string, readonly string[]])[] = [
      ['manager', 'avvikelse', [`/arende/${deviation}`, `/arende/${care}`, '/arenden']],
      ['irregularityInvestigator', 'utredare', [`/arende/${serious}`]],
      ['director', 'socialchef', ['/', `/arende/${serious}/beslut`, `/arende/${irregularity}`, `/arende/${irregularity}/beslut`, '/arenden?stage=ivoDecision']],
      ['mas', 'mas', [`/arende/${maria}`, `/arende/${maria}/beslut`]],
    ];
    const found: string[] = [];
    for (const [who, name, paths] of seen) {
      await signIn(who);
      for (const [n, path] of paths.entries()) {
        await page.goto(api.base + path);
        found.push(...(await faultsOf(page, `${name}-${n}`)));
      }
    }
    expect(found).toEqual([]);
  });
});
