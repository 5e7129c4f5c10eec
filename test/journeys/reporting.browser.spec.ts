import { desk } from '../support/browser.js';
import { counted } from './counted.js';
import { type Person, stage } from './stage.js';

/* The quality report of a year, from a unit's text to the board: who has only used another system does it from the start page, by what the pages say. */
const { as } = stage();

const YEAR = new Date().getFullYear() - 1;
const DUE = `${YEAR + 1}-12-31`;
type Hands = ReturnType<typeof counted>;

async function opensReport(person: Person, does: Hands, unit?: string): Promise<void> {
  await person.go('/');
  await does.follow('Ledningssystem');
  await does.follow(/^Berättelser/);
  await does.follow('Öppna en berättelse');
  if (unit !== undefined) await does.pick(person.page.getByLabel('För vilken enhet, avdelning eller nämnd?'), unit);
  await does.fill('För vilket år?', String(YEAR));
  await does.fill('När ska den vara klar?', DUE);
  await does.press('Öppna berättelsen');
  await does.follow('Läs och skriv berättelsen');
}

/** Deals with each heading that the law asks for, from the list of what is missing. */
async function writes(person: Person, does: Hands, texts: Readonly<Record<string, string | null>>): Promise<void> {
  for (const [heading, text] of Object.entries(texts)) {
    await does.step(
      person.page
        .locator('.report-notes a', { hasText: new RegExp(`^${heading.replaceAll('.', '\\.')} `) })
        .first()
        .click(),
    );
    if (text === null) await does.press('Inget att redovisa');
    else {
      await does.fill('Text', text);
      await does.press('Spara avsnittet');
    }
  }
}
const byLaw = (text: string) => ({
  '3.3.1': text,
  '3.3.2': null,
  '3.4.1': 'Riskerna bedömdes i mars.',
  '3.5.1': 'Årshjulet har följts.',
  '4': 'Arbetet fungerar.',
  '4.1': null,
});
async function handsIn({ page }: Person, does: Hands): Promise<void> {
  await does.follow(/: lämna in, historik och bilagor$/);
  await does.step(page.locator('summary', { hasText: 'Intyga och lämna in' }).click());
  await does.press('Jag intygar innehållet och lämnar in');
}
async function takesIn({ page }: Person, does: Hands): Promise<void> {
  await does.step(page.locator('summary', { hasText: 'Ta emot' }).click());
  await does.press('Ta emot berättelsen');
}
const reportOf = ({ page }: Person) => new URL(page.url()).pathname.replace(/\/text.*/, '');

describe('A year’s quality report', () => {
  test('R-318 R-184 a unit’s chief writes and hands in, the division’s sends back once and takes it in, the controller freezes, and one who is elected reads the file', async () => {
    const [maria, fatima, samir, stina] = [await as('maria', desk), await as('fatima', desk), await as('controller', desk), await as('stina', desk)];
    const [unit, division, board, elected] = [maria, fatima, samir, stina].map(({ page }) => counted(page)) as [Hands, Hands, Hands, Hands];

    await opensReport(maria, unit);
    await writes(maria, unit, byLaw('Det kom {siffra:complaints-by-source} klagomål.'));
    await handsIn(maria, unit);
    expect(await maria.main()).toContain('Inlämnad, väntar på att tas emot');
    const report = reportOf(maria);
    await maria.stands('berattelse-inlamnad');

    await fatima.go(report);
    await division.step(fatima.page.locator('summary', { hasText: 'Skicka tillbaka' }).click());
    await division.fill('Vad ska ändras?', 'Skriv vad ni gjorde åt planeringen.');
    await division.press('Skicka tillbaka');
    expect(await fatima.main()).toContain('Skickad tillbaka');

    await maria.go(`${report}/text`);
    expect(await maria.main()).toContain('Skriv vad ni gjorde åt planeringen.');
    await unit.step(maria.page.locator('#a-4 a, a[href$="/text/4"]').first().click());
    await unit.fill('Text', 'Arbetet fungerar. Planeringen görs nu dagen före.');
    await unit.press('Spara avsnittet');
    await handsIn(maria, unit);

    await fatima.go(report);
    await takesIn(fatima, division);
    expect(await fatima.main()).toContain('Mottagen');
    await opensReport(fatima, division, 'Äldre, funktionsnedsättning och socialpsykiatri');
    expect(await fatima.main()).toContain('Planeringen görs nu dagen före.');
    await writes(fatima, division, byLaw('Enheternas klagomål gällde mest planeringen.'));
    await handsIn(fatima, division);

    await samir.go(reportOf(fatima));
    await takesIn(samir, board);
    await opensReport(samir, board, 'Järva stadsdelsnämnd (demo)');
    expect(await samir.main()).toContain('Enheternas klagomål gällde mest planeringen.');
    await writes(samir, board, byLaw('Klagomålen är {siffra:complaints-by-source}.'));
    await board.follow('Frys berättelsen');
    await board.press('Frys berättelsen');
    expect(await samir.main()).toMatch(/Fryst med siffrorna vid händelse \d+/);
    await samir.stands('berattelse-fryst');
    // What is said of one table's figures stands under that table, also where another has the same number.
    const sheet = await samir.page.locator('article').innerText();
    expect([sheet.split('Beröm, som inte räknas in').length, (await samir.main()).split('Beröm, som inte räknas in').length]).toEqual([3, 3]);

    // What holds for every table of cases is said once, before them.
    await maria.go(`${report}/text`);
    const article = await maria.page.locator('article').innerText();
    expect([article.includes('Tabellen räknar bara ärenden'), (await maria.main()).split('Tabellen räknar bara ärenden').length]).toEqual([false, 2]);

    await stina.go('/namnden');
    await stina.stands('namnden-berattelser');
    const saved = stina.page.waitForEvent('download');
    await elected.follow(`Kvalitetsberättelse ${YEAR} (PDF)`);
    expect((await (await saved).path()).length).toBeGreaterThan(0);
    const refused = await Promise.all([stina, maria].map(async ({ page }) => (await page.request.get(new URL(reportOf(samir), page.url()).href)).status()));
    expect(refused).toEqual([404, 404]);

    // Counted by hands: presses, choices and fields.
    expect({ unit: unit.count(), division: division.count(), board: board.count(), elected: elected.count() }).toEqual({
      unit: 32,
      division: 32,
      board: 28,
      elected: 1,
    });
  }, 240_000);
});
