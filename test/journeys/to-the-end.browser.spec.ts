import type { Locator, Page } from 'playwright-core';
import { desk, phone } from '../support/browser.js';
import { counted } from './counted.js';
import { form, stage } from './stage.js';

/*
 * One complaint and one deviation from receipt to closed, by the unit's manager alone, in the pages. What a person presses, chooses and writes is counted: a
 * field that is filled in is one, so is a button or a link.
 */
const { as, demo } = stage();

/** A person at the form of the next step, with the count of what they do and of the forms they send. */
function atStep(page: Page) {
  const does = counted(page);
  let forms = 0;
  const sent = async (said: RegExp): Promise<void> => {
    forms += 1;
    await does.step(
      page
        .locator('#k-Step')
        .getByRole('button', { name: /^Spara och / })
        .click(),
    );
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([]);
    expect(await page.locator('[role=status].saved').innerText()).toMatch(said);
  };
  return {
    go: (link: Locator) => does.step(link.click()),
    check: (box: Locator) => does.step(box.check()),
    fill: (field: Locator, text: string) => does.step(field.fill(text)),
    choose: (list: Locator, wanted: string | { readonly index: number }) => does.step(list.selectOption(wanted)),
    /** Sends the form, and sees the case go on. */
    onwards: () => sent(/Ärendet gick vidare\./),
    /** Sends the form, and sees that what was filled in is saved while the case stays. */
    stopped: () => sent(/Sparat: .* Ärendet gick inte vidare, eftersom mer saknas\./),
    part: (command: string) => page.locator(`#k-${command}`),
    counts: () => [forms, does.count()],
  };
}

const inList = (page: Page, number: string): Locator => page.locator('table.cases').getByRole('link', { name: number });
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function reported(body: object): Promise<string> {
  const response = await fetch(`${demo().base}/api/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  });
  const { number } = (await response.json()) as { number: string };
  expect([response.status, number]).toEqual([201, expect.stringMatching(/^KLA-/)]);
  return number;
}

describe('The manager of a unit', () => {
  test('R-021 R-026 brings a complaint from receipt to closed: one form a stage, every duty of the process asked for in it', async () => {
    const number = await reported({
      kind: 'complaint',
      opinionType: 'complaint',
      unit: 'afs-hemtjanst-norra',
      source: 'relative',
      what: 'Ingen kom på kvällen, och ingen ringde.',
      answer: { by: 'phone', to: '070-000 00 00' },
    });
    await demo().caughtUp();
    const maria = await as('maria');
    const at = atStep(maria.page);
    await maria.go(`/arenden?q=${number}`);
    await at.go(inList(maria.page, number));
    const triage = at.part('AnswerTriage');
    await at.check(at.part('AnswerConflict').getByLabel('Ingen jävsgrund'));
    await at.check(at.part('ClassifyCase').getByRole('checkbox', { name: 'Utförande' }));
    await at.check(at.part('ClassifyCase').getByLabel(/Socialtjänstlagen/));
    for (const question of [/fortfarande i fara/, /missförhållande/, /vårdskada/])
      await at.check(triage.getByRole('group', { name: question }).getByLabel('Nej', { exact: true }));
    await at.choose(at.part('GiveFeedback').locator('select'), 'phone');
    await maria.stands('klagomal-mottagen');
    await at.onwards();
    await at.choose(at.part('MakeEntry').getByLabel('Från vem kommer den?'), 'staff');
    await at.fill(at.part('MakeEntry').getByLabel('Uppgiften'), 'Passet var obemannat.');
    await maria.stands('klagomal-utreds');
    await at.check(at.part('FindCause').getByLabel('Omgivning och organisation'));
    await at.check(at.part('FindCause').getByLabel('Enhet'));
    await at.fill(at.part('FindCause').getByLabel('Beskriv orsaken'), 'Vikarien avbokade sent.');
    await at.onwards();
    await at.check(at.part('DecideOutcome').getByLabel('Brist', { exact: true }));
    await at.fill(at.part('DecideOutcome').getByLabel('Skäl', { exact: true }), 'Ett beviljat besök uteblev.');
    const plan = at.part('PlanAction');
    await at.fill(plan.getByLabel('Vad ska göras?'), 'Kvällspassen får en reserv.');
    await at.choose(plan.getByLabel('Vad handlar åtgärden om?'), { index: 1 });
    await at.check(plan.getByRole('group', { name: 'På vilken sikt?' }).getByRole('radio').first());
    await at.fill(plan.getByLabel('När ska den vara gjord?'), day(20));
    await at.fill(plan.getByLabel('Hur ska effekten bedömas?'), 'Uteblivna besök räknas i tre veckor.');
    await at.fill(at.part('DecideIvo').getByLabel('Skäl', { exact: true }), 'Inget missförhållande och ingen vårdskada.');
    await maria.stands('klagomal-bedoms');
    await at.onwards();
    await at.choose(at.part('GiveFeedback').locator('select'), 'phone');
    await at.fill(at.part('GiveFeedback').getByLabel('Vad sades eller skrevs?'), 'Vi beklagar. Kvällspassen får en reserv.');
    await at.onwards();
    const judge = at.part('JudgeEffect');
    await at.check(judge.getByRole('group', { name: 'Hjälpte den?' }).getByRole('radio').first());
    await at.fill(judge.getByLabel('Hur vet ni det?'), 'Inga uteblivna besök på tre veckor.');
    await maria.stands('klagomal-uppfoljning');
    await at.onwards();
    expect(await maria.page.locator('.next').innerText()).toContain('Avslutat');
    expect(at.counts()).toEqual([5, 30]);
  });
});

describe('The manager of a unit, with what the staff reported', () => {
  test('R-021 R-026 brings a deviation under SoL from receipt to closed: three are told what came of it, each in a form of its own', async () => {
    const emil = await as('emil');
    await emil.go('/rapportera/avvikelse');
    const { page } = emil;
    await page.getByLabel(/^Ja, Hemtjänst Norra/).check();
    await page.getByLabel('Omsorg eller socialtjänst (SoL)').check();
    await page.getByLabel('Vad hände?').fill('Trygghetslarmet gick inte fram.');
    await page.getByLabel('Vad gjorde du direkt?').fill('Nytt larm hämtades.');
    await emil.press('Skicka rapporten');
    const number = /AVV-\d{4}-\d{4}/.exec(await page.locator('.receipt').innerText())?.[0] ?? '';
    await demo().caughtUp();
    const maria = await as('maria');
    const at = atStep(maria.page);
    await maria.go(`/arenden?q=${number}`);
    await at.go(inList(maria.page, number));
    const said = (command: string, question: RegExp | string, answer: string) =>
      at.check(at.part(command).getByRole('group', { name: question }).getByLabel(answer, { exact: true }));
    await said('AnswerConflict', /inte bör ta del/, 'Ingen jävsgrund');
    await at.choose(at.part('ClassifyCase').getByLabel('Vilken typ av avvikelse är det?'), { index: 1 });
    await said('AssessRisk', /Hur allvarligt/, '2 Måttlig');
    await said('AssessRisk', /Hur ofta/, '2 Någon gång i månaden');
    for (const question of [/fortfarande i fara/, /missförhållande/, /vårdskada/, /Är det allvarligt/]) await said('AnswerTriage', question, 'Nej');
    await at.onwards();
    await at.choose(at.part('MakeEntry').getByLabel('Från vem kommer den?'), 'staff');
    await at.fill(at.part('MakeEntry').getByLabel('Uppgiften', { exact: true }), 'Batteriet visade fullt.');
    await at.check(at.part('FindCause').getByLabel('Teknik, utrustning och apparatur'));
    await said('FindCause', 'På vilken nivå?', 'Enhet');
    await at.fill(at.part('FindCause').getByLabel('Beskriv orsaken'), 'Larmet visar fel nivå.');
    await said('CompleteInvestigation', /liknande/, 'Nej');
    await at.onwards();
    await said('AssessRisk', /Hur allvarligt/, '2 Måttlig');
    await said('AssessRisk', /Hur ofta/, '1 Högst en gång om året');
    const plan = at.part('PlanAction');
    await at.fill(plan.getByLabel('Vad ska göras?'), 'Larmen byts.');
    await at.choose(plan.getByLabel('Vad handlar åtgärden om?'), { index: 1 });
    await at.check(plan.getByRole('group', { name: 'På vilken sikt?' }).getByLabel('Kortsiktig'));
    await at.check(plan.getByLabel(/^Orsak 1/));
    await at.fill(plan.getByLabel('När ska den vara gjord?'), day(20));
    await at.fill(plan.getByLabel('Hur ska effekten bedömas?'), 'Larm som inte går fram räknas.');
    await at.fill(at.part('DecideIvo').getByLabel('Skäl', { exact: true }), 'Inget missförhållande.');
    await maria.stands('avvikelse-bedoms');
    await at.onwards();
    for (const [n, to] of ['reporter', 'individual', 'staffGroup'].entries()) {
      await at.check(at.part('GiveFeedback').locator(`input[name$=".to"][value=${to}]`));
      await at.choose(at.part('GiveFeedback').locator('select[name$=method]'), 'spoken');
      await (n < 2 ? at.stopped() : at.onwards());
    }
    await said('JudgeEffect', 'Hjälpte den?', await at.part('JudgeEffect').getByRole('group', { name: 'Hjälpte den?' }).locator('label').first().innerText());
    await at.fill(at.part('JudgeEffect').getByLabel('Hur vet ni det?'), 'Alla larm går fram.');
    await at.onwards();
    expect(await maria.page.locator('.next').innerText()).toContain('Avslutat');
    expect(at.counts()).toEqual([7, 39]);
  });
});

describe('At a desk and on a telephone', () => {
  test.each([
    ['desk', desk],
    ['telephone', phone],
  ])('R-021 what happened is the first thing that is read: %s', async (_, options) => {
    const maria = await as('maria', options);
    await maria.go('/arenden');
    await maria.page.locator('table.cases a').first().click();
    const top = await maria.page.locator('#handelsen').evaluate((heading) => heading.getBoundingClientRect().top + scrollY);
    expect(top).toBeLessThan(400);
    expect(await form(maria, 'Step').count()).toBeLessThanOrEqual(1);
  });
});
