import { randomUUID } from 'node:crypto';
import { stockholmDate } from '#domain/law/calendar';
import { phone, picture } from '../support/browser.js';
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

describe('The registrator, at the desk', () => {
  const letter = { name: 'brevet.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n', 'latin1') };

  test('R-002 R-003 R-005 registers last week’s letter from patientnämnden in 14 steps: its day, its number, the day for an answer, and goes on from the receipt', async () => {
    const birgitta = await as('registrator');
    const { page } = birgitta;
    const does = counted(page);
    const today = demo().core.clock.now().toISOString();
    const day = (days: number) => stockholmDate(new Date(Date.parse(today) + days * 86_400_000).toISOString());
    await does.follow('Registrera');
    await does.choose(/Vad är det/, 'Klagomål');
    await does.fill(/Vad står det/, 'Min mor fick vänta på hjälp i tre timmar.');
    await does.choose(/Vem gäller det/, 'Någon annan');
    await does.pick(page.getByLabel(/Från vem kommer det/), 'Närstående (anhörig, god man etc.)');
    await does.fill(/Avsändarens namn/, 'Berit Testsson');
    await does.fill(/Avsändarens nummer/, 'PN 2026/77');
    await does.fill(/Vilken dag togs det emot/, day(1));
    await does.fill(/Klockan/, '14.30');
    await does.pick(page.getByLabel(/Hur kom det in/), 'Via patientnämnden');
    await does.choose(/Vill en myndighet/, 'Patientnämnden');
    await does.fill(/Vilken dag vill de ha svar/, day(20));
    await does.attach(/Bilagor/, letter);
    await does.press('Registrera');
    await page.getByRole('alert').getByRole('link', { name: 'Mottaget datum kan inte ligga i framtiden' }).waitFor();
    expect(await page.getByLabel(/Avsändarens nummer/).inputValue()).toBe('PN 2026/77');
    await birgitta.stands('registrera-fel');
    await page.getByLabel(/Vilken dag togs det emot/).fill(day(-7));
    await page.getByLabel(/Bilagor/).setInputFiles([letter]);
    await birgitta.press('Registrera');
    // The answer to the fault, which is not of the way, is not counted.
    expect(does.count()).toBe(14);
    const receipt = await page.locator('.receipt').innerText();
    expect(receipt).toMatch(/Sparade filer\s+brevet\.pdf/);
    await birgitta.stands('registrera-kvitto');
    await birgitta.follow('Flytta till annan enhet');
    await page.waitForURL(/gor=MoveToUnit/);
    // Also what is folded.
    const main = (await page.locator('main').textContent()) ?? '';
    expect(main).toMatch(/Yttra sig till patientnämnden/);
    expect(main).toMatch(/Avsändarens nummer\s*PN 2026\/77/);
    const shown = (name: string) => new RegExp(`${name}\\s*(\\d+ \\p{L}+ \\d{4} kl\\. \\d\\d:\\d\\d)`, 'u').exec(main)?.[1];
    expect([shown('Togs emot'), shown('Togs emot') === shown('Registrerades')]).toEqual([expect.stringContaining('14:30'), false]);
    await birgitta.stands('registrera-arendet');
  });

  test('R-002 the paper form has the questions of the page, in its order and under its numbers, and its code leads there', async () => {
    const birgitta = await as('registrator');
    const { page } = birgitta;
    const numbersOf = async (at: string) => (await page.locator(at).allInnerTexts()).flatMap((text) => /^(\d+)\. /.exec(text.trim())?.[1] ?? []);
    await birgitta.go('/registrera');
    const keyed = await numbersOf('main :is(legend, label)');
    await birgitta.follow('Skriv ut blanketten');
    await page.waitForURL(/blankett/);
    expect(await numbersOf('.paper-form .asked b')).toEqual(keyed);
    expect(keyed).toEqual(Array.from({ length: 14 }, (_, n) => String(n + 1)));
    expect(await page.locator('.address').innerText()).toMatch(/\/registrera$/);
    await birgitta.stands('blankett');
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'blankett-utskrift');
    // Two sides of one sheet: the sender's and ours.
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });
});

describe('The same letter twice', () => {
  /** Taken in by the registrator over the API. */
  async function registered(what: string): Promise<{ readonly id: string; readonly number: string }> {
    const send = async (path: string, body: unknown, token = '') => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), authorization: `Bearer ${token}` };
      return (await fetch(demo().base + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    };
    const { token } = await send('/demo/token', { user: 'registrator' });
    const body = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-hemtjanst-norra', source: 'relative', lawAreas: ['SoL'], answer: { by: 'code' } };
    return send('/api/cases', { ...body, what }, token);
  }

  test('the manager, on the phone, lets the one that came first be investigated in 7 steps; what is missing is said, and nothing typed is lost', async () => {
    const [first, later] = [await registered('Larmet ringde i en timme.'), await registered('Larmet ringde i en timme innan någon kom.')];
    await demo().caughtUp();
    const maria = await as('maria', phone);
    const { page } = maria;
    const does = counted(page);
    await maria.go(`/arende/${later.id}?gor=LinkCase#k-LinkCase`);
    const form = page.locator('#k-LinkCase');
    await does.step(form.getByLabel('Vilket ärende hör det ihop med?').fill(first.number));
    await does.step(form.getByLabel(/^Dubblett/).check());
    await does.step(form.getByLabel('Varför hör de ihop?').fill('Samma brev två gånger.'));
    await does.step(form.getByRole('button', { name: 'Koppla ärendena' }).click());
    await page
      .getByRole('alert')
      .getByText(/frågan om jäv/)
      .first()
      .waitFor();
    expect(await form.getByLabel('Varför hör de ihop?').inputValue()).toBe('Samma brev två gånger.');
    await maria.stands('dubblett-jav');
    await maria.go(`/arende/${later.id}?gor=AnswerConflict#k-AnswerConflict`);
    const conflict = page.locator('#k-AnswerConflict');
    await does.step(conflict.getByLabel('Ingen jävsgrund').check());
    await does.step(
      page
        .getByRole('button', { name: /^(Svara|Spara, fortsätt sedan)$/ })
        .first()
        .click(),
    );
    await page.getByRole('status').first().waitFor();
    await maria.go(`/arende/${later.id}?gor=LinkCase#k-LinkCase`);
    await form.getByLabel('Vilket ärende hör det ihop med?').fill(first.number);
    await form.getByLabel(/^Dubblett/).check();
    await form.getByLabel('Varför hör de ihop?').fill('Samma brev två gånger.');
    await does.step(form.getByRole('button', { name: 'Koppla ärendena' }).click());
    await page.locator('.kin').getByText('Dubblett: saken utreds och räknas i').waitFor();
    expect(does.count()).toBe(7);
    await maria.stands('dubblett');
    await maria.follow(first.number);
    await page.locator('.kin').getByText('Har en dubblett').waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
    await maria.stands('dubblett-forst');
  });
});

describe('MAS', () => {
  test('starts a lex Maria from one form in 10 steps: the deviation under HSL and its lex Maria on one receipt', async () => {
    const mas = await as('mas');
    const { page } = mas;
    const does = counted(page);
    await mas.go('/rapportera');
    await does.follow('Starta en lex Maria');
    await does.pick(page.getByLabel('Vilken enhet gäller det?'), 'Vård- och omsorgsboende Linden');
    await does.fill('Vad hände?', 'Föll ur sängen i natt, grinden var inte uppfälld.');
    await does.fill('Varför kan det', 'Bröt höften och opererades. Grinden var ordinerad.');
    await does.choose(/Hur gick det/, 'Någon skadades eller for illa');
    await does.pick(page.getByLabel('Vad handlar det om?'), 'Fall');
    const today = stockholmDate(demo().core.clock.now().toISOString());
    await does.fill('Vilken dag hände det?', '');
    await does.fill('Vad gjordes direkt?', 'Ambulans, anhöriga ringdes.');
    await does.fill('Vem drabbades?', 'Sven Testsson');
    await does.press('Starta');
    await page.getByRole('alert').getByRole('link', { name: 'Svara på: Vilken dag hände det?' }).waitFor();
    expect(await page.getByLabel('Varför kan det').inputValue()).toBe('Bröt höften och opererades. Grinden var ordinerad.');
    await mas.stands('lex-maria-fel');
    await page.getByLabel('Vilken dag hände det?').fill(today);
    // The press that was refused and the day put right are the steps of one who typed a day that exists.
    expect(does.count()).toBe(10);
    await mas.press('Starta');
    await page.locator('.receipt').waitFor();
    const receipt = await page.locator('.receipt').innerText();
    expect(receipt).toMatch(/AVV-\d{4}-\d{4}\s+Lex Maria\s+LXM-\d{4}-\d{4}/);
    await mas.stands('lex-maria-kvitto');
    await page.locator('.receipt').getByRole('link').last().click();
    await page.waitForURL(/\/arende\//);
    expect(await mas.main()).toMatch(/Bröt höften och opererades/);
    await mas.stands('lex-maria-arendet');
  });
});
