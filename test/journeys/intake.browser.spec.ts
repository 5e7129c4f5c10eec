import { phone } from '../support/browser.js';
import { counted } from './counted.js';
import { stage } from './stage.js';

/* Those who take in what others have told them, on the demo's first day, with the count of what each does with the hands. */
const { as, demo } = stage();

const numberOn = (text: string, series: string): string => new RegExp(`${series}-\\d{4}-\\d{4}`).exec(text)?.[0] ?? '';

describe('The night nurse, on a phone', () => {
  test('R-012 R-026 writes down who complained, where to ring and whom it concerns in 11 steps; an address that can’t be used is refused with all kept', async () => {
    const nadia = await as('nadia', phone);
    await nadia.go('/rapportera');
    const { page } = nadia;
    const does = counted(page);
    await does.follow('Någon klagade hos mig');
    await does.choose(/Stämmer platsen/, /^Ja, /);
    await does.fill('Vad sades?', 'Ingen svarade på larmet i natt, hon låg på golvet i en timme.');
    await does.choose(/Vad är det/, 'Klagomål');
    await does.pick(page.locator('select[name=source]'), 'Närstående (anhörig, god man etc.)');
    await does.fill('Vad heter personen?', 'Berit Testsson');
    await does.choose(/Hur vill personen ha svar/, 'Ring mig');
    await does.choose(/Vem gäller det/, 'Någon annan');
    await does.fill('Namn på den det gäller', 'Sven Testsson');
    await does.press('Skicka rapporten');
    await page.getByRole('alert').getByRole('link', { name: 'Ange vart svaret ska skickas' }).waitFor();
    expect(await page.getByLabel('Namn på den det gäller').inputValue()).toBe('Sven Testsson');
    await nadia.stands('nagon-klagade-fel');
    await does.fill('Personens telefonnummer', '070-111 22 33');
    // The press that was refused is not counted: one who has filled in the number makes it once.
    expect(does.count()).toBe(11);
    await nadia.press('Skicka rapporten');
    const number = numberOn(await page.locator('.receipt').innerText(), 'KLA');
    expect(number).not.toBe('');
    await nadia.stands('nagon-klagade-kvitto');

    await demo().caughtUp();
    const chief = await as('ingrid');
    await chief.go(`/arenden?q=${number}`);
    await chief.page.locator('table.cases').getByRole('link', { name: number }).click();
    await chief.page.waitForURL(/\/arende\//);
    expect(await chief.main()).toMatch(/Svar önskas\s+Vill bli uppringd/);
    for (const said of [/Den som det kommer från[\s\S]*Berit Testsson/, /Svar önskas till[\s\S]*070-111 22 33/, /Den det gäller[\s\S]*Sven Testsson/])
      expect(await chief.main()).toMatch(said);
    await chief.stands('nagon-klagade-arendet');
  });
});
