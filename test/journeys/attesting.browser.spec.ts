import { phone } from '../support/browser.js';
import { counted } from './counted.js';
import { chooses, type Person, stage } from './stage.js';

/* Those who answer for the statistics of a unit, and those who wait for them. */
const { as } = stage();

const missing = async ({ page }: Person) => page.locator('h2:has-text("Har inte intygat") ~ ul li').allInnerTexts();

describe('The manager of a unit', () => {
  test('R-052 attests the month that ended last in three steps from the menu, having seen its numbers; it stands with who and when, and is not asked again', async () => {
    const maria = await as('maria', phone);
    const does = counted(maria.page);
    await maria.go('/');
    await does.step(maria.page.getByText('Meny', { exact: true }).click());
    await does.follow('Min enhet');
    await does.follow(/^Intyga \S+ \d{4}$/);
    const before = await maria.main();
    expect(before).toMatch(/Togs emot under perioden/);
    expect(before).toMatch(/Klagomål\s+\d+[\s\S]*Beröm\s+\d+[\s\S]*Totalt\s+\d+/);
    await maria.stands('intyga-manad');
    await does.press(/^Intyga /);
    expect(does.count()).toBe(4);
    const after = await maria.main();
    expect(after).toMatch(/är intygad för Hemtjänst Norra/);
    expect(after).toMatch(/Maria \S+, \d+ \S+ \d{4} kl\./);
    expect(await maria.page.getByRole('button', { name: /^Intyga / }).count()).toBe(0);
    await maria.stands('intygad-manad');
    await maria.follow('Till Min enhet');
    expect(await maria.page.getByRole('link', { name: /^Intyga / }).count()).toBe(0);
  });

  test('R-052 a tertial and a year are chosen in a list; a period that is not over is not attested, and says so', async () => {
    const helena = await as('helena');
    await helena.go('/min-enhet/intyg');
    await chooses(helena.page.locator('select[name=period]'), /^T2 /);
    await helena.press('Visa');
    await helena.press(/^Intyga T2 /);
    expect(await helena.main()).toMatch(/T2 \d{4} är intygad/);
    const year = new Date().getFullYear() + 1;
    await helena.go(`/min-enhet/intyg?period=${year}`);
    expect(await helena.main()).toContain('Perioden är inte slut.');
    expect(await helena.page.getByRole('button', { name: /^Intyga / }).count()).toBe(0);
  });
});

test('nothing is attested by default: a form that names no unit or period is refused', async () => {
  const maria = await as('maria');
  await maria.go('/min-enhet/intyg?period=2026-07');
  await maria.page.locator('#intyga input[name=period]').evaluate((field) => field.remove());
  await maria.press(/^Intyga /);
  await maria.page.getByText('Välj enhet, och en månad, ett tertial eller ett år').waitFor();
  await maria.go('/min-enhet/intyg?period=2026-07');
  expect(await maria.page.getByRole('button', { name: /^Intyga / }).count()).toBe(1);
});

describe('Those above', () => {
  test('R-052 R-367 see by name who has not attested, with the chief to ask, and one fewer when that chief has attested', async () => {
    const fatima = await as('fatima');
    await fatima.go('/min-enhet');
    await fatima.follow('Intyg för perioden');
    await chooses(fatima.page.locator('select[name=period]'), /^augusti /);
    await fatima.press('Visa');
    const waiting = await missing(fatima);
    expect(waiting.some((line) => /^Hemtjänst Norra \(Maria \S+\)$/.test(line))).toBe(true);
    await fatima.stands('intyg-saknas');
    const maria = await as('maria');
    await maria.go(new URL(fatima.page.url()).pathname + new URL(fatima.page.url()).search.replace(/unit=[^&]*&/, ''));
    await maria.press(/^Intyga augusti /);
    await fatima.page.reload();
    expect(await missing(fatima)).toEqual(waiting.filter((line) => !line.startsWith('Hemtjänst Norra')));
  });

  test('R-052 R-367 remind the missing chiefs with one press, once a day; the page says who was reminded and when the mail goes', async () => {
    const fatima = await as('fatima');
    await fatima.go('/min-enhet/intyg?unit=afs&period=2026-06');
    const waiting = await missing(fatima);
    await fatima.press(/^Påminn cheferna för \d+ enheter$/);
    const reminded = await missing(fatima);
    expect(reminded).toEqual(waiting.map((line) => expect.stringMatching(new RegExp(`^${line.replaceAll(/[()]/g, '\\$&')}, påmind \\d{4}-\\d\\d-\\d\\d$`))));
    expect(await fatima.main()).toContain('Cheferna är påminda i dag. Mejlet går med utskicket på morgonen en arbetsdag.');
    expect(await fatima.page.getByRole('button', { name: /^Påminn / }).count()).toBe(0);
    await fatima.stands('intyg-pamint');
  });

  test('R-052 an attestation is taken back with a reason: it stands with who, when and why, and a zero is not reported again', async () => {
    const jonas = await as('jonas');
    await jonas.go('/min-enhet/intyg?period=2024');
    await jonas.page.locator('summary', { hasText: 'Ta tillbaka intyget' }).click();
    await jonas.press('Ta tillbaka intyget');
    await jonas.page.getByRole('alert').getByText('Välj varför intyget tas tillbaka').waitFor();
    await jonas.page.getByLabel('Det finns mer att rapportera').check();
    await jonas.press('Ta tillbaka intyget');
    expect(await jonas.main()).toMatch(/Återtaget av Jonas \S+, \d+ \S+ \d{4} kl\. \S+: det finns mer att rapportera/);
    expect(await jonas.page.locator('summary', { hasText: 'Ta tillbaka intyget' }).count()).toBe(0);
    expect(await jonas.page.getByRole('button', { name: 'Intyga 2024' }).count()).toBe(1);
    await jonas.stands('intyg-aterkallat');
  });

  test('the controller sees who has not attested by role, and can not attest', async () => {
    const controller = await as('controller');
    await controller.go('/min-enhet/intyg');
    expect((await missing(controller)).some((line) => /\(enhetschef\)$/.test(line))).toBe(true);
    expect(await controller.main()).toContain('Intyget görs av den som är chef för enheten eller över den.');
    expect(await controller.page.getByRole('button', { name: /^Intyga / }).count()).toBe(0);
  });
});
