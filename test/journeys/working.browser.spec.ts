import { phone } from '../support/browser.js';
import { chooses, does, form, stage } from './stage.js';

/*
 * Those who report, take in and work with what happened, on the demo's first day. The complainant's journey is
 * test/e2e/complainant.browser.spec.ts, the controller's test/e2e/figures.browser.spec.ts.
 */
const { as, demo } = stage();

describe('The night nurse, on a phone', () => {
  test('R-012 R-026 writes a deviation in care that is about the manager; the manager never sees it, and the answer is found under Mina rapporter', async () => {
    const nadia = await as('nadia', phone);
    await nadia.go('/rapportera');
    await nadia.page.getByRole('link', { name: 'Avvikelse', exact: true }).click();
    const { page } = nadia;
    await page.getByLabel(/^Ja, Vård- och omsorgsboende Linden/).check();
    await page.getByLabel('Hälso- och sjukvård (HSL)').check();
    await page.getByLabel('Vad hände?').fill('Insulinet gavs två gånger. Chefen bad mig att inte skriva något.');
    await page.getByRole('group', { name: /^När/ }).getByLabel('I natt').check();
    await page.getByLabel('Vad gjorde du direkt?').fill('Mätte blodsocker varje timme.');
    await page
      .getByRole('group', { name: /Berör det din chef/ })
      .getByLabel('Ja', { exact: true })
      .check();
    await nadia.press('Skicka rapporten');
    const number = /AVV-\d{4}-\d{4}/.exec(await page.locator('.receipt').innerText())?.[0] ?? '';
    expect(await nadia.main()).toContain('Din chef varken ser eller handlägger den.');
    await nadia.go('/rapportera/mina');
    expect(await nadia.main()).toContain(number);
    await nadia.stands('nattsjukskoterska-mina-rapporter');

    await demo().caughtUp();
    const chief = await as('ingrid');
    await chief.go(`/arenden?q=${number}`);
    expect(await chief.page.locator('table.cases tbody tr').count()).toBe(0);
  });
});

describe('Somebody new, at two in the morning', () => {
  test('AC-12 R-021 R-443 R-428 a complaint is taken down on the phone without training: each question explains itself, and patientnämnden and IVO are named', async () => {
    const hanna = await as('hanna', phone);
    const { page } = hanna;
    await hanna.go('/rapportera');
    await page.getByRole('link', { name: 'Någon klagade hos mig' }).click();
    expect(await page.locator('.help-sheet').innerText()).toMatch(/patientnämnden.*IVO/s);
    // Every question has its words, and none of them is a code or English.
    const questions = await page.locator('form label, form legend').allTextContents();
    expect(questions.length).toBeGreaterThan(5);
    for (const question of questions) expect(question.trim()).toMatch(/^[A-ZÅÄÖ].*[a-zåäö]/s);
    await page.getByLabel(/^Ja, /).first().check();
    await page.getByLabel('Vad sades?').fill('Dörren till fritidsgården är för tung, jag kommer inte in.');
    await page
      .getByRole('group', { name: /Vad är det/ })
      .getByLabel('Klagomål', { exact: true })
      .check();
    await page.locator('select[name=source]').selectOption({ index: 1 });
    await page
      .getByRole('group', { name: /Är det löst/ })
      .getByLabel('Nej', { exact: true })
      .check();
    await hanna.press('Skicka rapporten');
    expect(await page.locator('.receipt').innerText()).toMatch(/KLA-\d{4}-\d{4}/);
    await hanna.stands('ny-pa-natten');
  });
});

describe('The registrator', () => {
  test('R-072 finds the case that has no unit among what waits, and places it; it waits for the unit’s manager then', async () => {
    const birgitta = await as('registrator');
    await birgitta.follow(/KLA-/);
    const number = /KLA-\d{4}-\d{4}/.exec(await birgitta.page.locator('h1').innerText())?.[0] ?? '';
    await does(birgitta, 'MoveToUnit', async (at) => {
      await chooses(at.getByLabel('Vilken enhet?'), /^Medborgarservice/);
      await at.getByRole('radio').first().check();
      await at.locator('textarea').fill('Receptionen hör till Medborgarservice.');
    });
    expect(await birgitta.page.locator('h1').innerText()).toContain('Medborgarservice');
    await birgitta.stands('registrator-placerat');
    await demo().caughtUp();
    const petra = await as('petra');
    await petra.go('/arenden?visa=vantar');
    expect(await petra.main()).toContain(number);
  });
});

describe('The handler', () => {
  test('investigates: an entry under its point, half of another kept as a draft until tomorrow', async () => {
    const viktor = await as('viktor');
    await viktor.go('/arenden?visa=mina&kind=lexSarah&stage=investigating');
    await viktor.page.locator('table.cases tbody tr').first().getByRole('link').first().click();
    const said = 'Schemat visar två tomma pass den veckan.';
    await does(viktor, 'MakeEntry', async (at) => {
      await chooses(at.getByLabel('Vilken punkt i utredningen?'), /i övrigt/);
      await at.getByLabel('Faktauppgift').check();
      await chooses(at.getByLabel('Från vem kommer den?'), /medarbetare|Medarbetare/);
      await at.getByLabel('Uppgiften', { exact: true }).fill(said);
    });
    expect(await viktor.page.title()).not.toMatch(/^Fel: /);
    expect(await viktor.main()).toContain(said);
    await does(viktor, 'FindCause', (at) => at.getByLabel('Beskriv orsaken').fill('Ingen äger vakanserna på helgen.'), 'Spara utkast');
    const later = await as('viktor');
    await later.page.goto(viktor.page.url());
    expect(await form(later, 'FindCause').getByLabel('Beskriv orsaken').inputValue()).toBe('Ingen äger vakanserna på helgen.');
    await later.stands('handlaggare-utkast');
  });
});

describe('A private provider and its mirror', () => {
  test('R-119 the municipality follows the provider’s case by the mirror; neither sees the other’s', async () => {
    const rolf = await as('rolf');
    await rolf.follow(/LXS-/);
    expect(await rolf.main()).toMatch(/utförare/i);
    await rolf.stands('avtal-spegel');
    const mirrored = /LXS-\d{4}-\d{4}/.exec(await rolf.page.locator('h1').innerText())?.[0] ?? '';
    const yvonne = await as('yvonne');
    await yvonne.go('/arenden?stage=open');
    expect(await yvonne.page.locator('table.cases tbody tr').count()).toBe(1);
    const own = /LXS-\d{4}-\d{4}/.exec(await yvonne.page.locator('table.cases').innerText())?.[0] ?? '';
    expect(own).not.toBe(mirrored);
    for (const [who, number] of [
      [rolf, own],
      [yvonne, mirrored],
    ] as const) {
      await who.go(`/arenden?q=${number}`);
      expect(await who.page.locator('table.cases tbody tr').count()).toBe(0);
    }
    await yvonne.stands('utforare-egna');
  });
});
