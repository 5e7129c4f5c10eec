import { stockholmDate } from '#domain/law/calendar';
import { phone } from '../support/browser.js';
import { chooses, type Person, stage } from './stage.js';

/* Those who keep units, people and posts in order, and the second person. */
const { as, demo } = stage();
const today = () => stockholmDate(demo().core.clock.now().toISOString());
async function fill(person: Person, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await person.page.getByLabel(label, { exact: true }).fill(value);
}
const meaning = (person: Person) => person.page.getByRole('heading', { name: 'Det här innebär ändringen' }).waitFor();
const waiting = (person: Person) => person.page.locator('.proposal').allInnerTexts();

describe('The systemförvaltare', () => {
  test('adds a unit: what it means is shown before it is done, and it stands in the history with why', async () => {
    const sigrid = await as('sigrid');
    await sigrid.go('/organisation');
    await sigrid.follow('Lägg till en enhet');
    await sigrid.press('Visa vad det innebär');
    // Nothing typed: each field says what it needs.
    expect(await sigrid.page.getByRole('alert').innerText()).toMatch(/Fyll i: Namn[\s\S]*Skriv varför/);
    await fill(sigrid, { Namn: 'Hemtjänst Natt', Kod: 'AFS natt', 'Gäller från och med': today(), 'Varför?': 'Beslut SDN 2026/41.' });
    await sigrid.page.getByRole('group', { name: 'Nivå' }).getByLabel('Enhet', { exact: true }).check();
    await chooses(sigrid.page.getByLabel('Ligger under'), /Äldre, funktionsnedsättning/);
    await sigrid.page.getByRole('group', { name: 'Vem driver den?' }).getByLabel('Egen regi').check();
    await sigrid.press('Visa vad det innebär');
    // Refused at its field, and all that was typed is left.
    await sigrid.page.locator('#f-code-error', { hasText: /Små bokstäver/ }).waitFor();
    expect(await sigrid.page.getByLabel('Namn', { exact: true }).inputValue()).toBe('Hemtjänst Natt');
    await fill(sigrid, { Kod: 'afs-natt' });
    await sigrid.stands('organisation-formular');
    await sigrid.press('Visa vad det innebär');
    await meaning(sigrid);
    expect(await sigrid.main()).toMatch(/Det här innebär ändringen[\s\S]*Hemtjänst Natt \(afs-natt\) läggs till under Äldre[\s\S]*svarar Fatima Yusuf för den/);
    await sigrid.stands('organisation-innebar');
    await sigrid.press('Genomför');
    expect(await sigrid.page.getByRole('status').innerText()).toBe('Ändringen är gjord.');
    await sigrid.stands('organisation');
    await sigrid.follow('Hemtjänst Natt');
    expect(await sigrid.main()).toContain('Ingen har ett uppdrag här.');
    await sigrid.go('/organisation/historik');
    expect(await sigrid.page.locator('.history li').first().innerText()).toMatch(
      /Hemtjänst Natt \(afs-natt\) läggs till[\s\S]*Beslut SDN 2026\/41\.[\s\S]*Ändrades av Sigrid Malm/,
    );
    await sigrid.stands('organisation-historik');
  });

  test('gives a post: another person confirms it, and until then nothing holds; both are named', async () => {
    const sigrid = await as('sigrid');
    await sigrid.go('/organisation/personer?q=emil');
    await sigrid.follow(/^Emil Strand/);
    await sigrid.follow('Ge ett uppdrag');
    expect(await sigrid.page.getByLabel('Vem?', { exact: true }).inputValue()).toBe('emil');
    await sigrid.page.getByLabel('Roll', { exact: true }).selectOption('enhetschef');
    await chooses(sigrid.page.getByLabel('Vilken enhet?'), /Hemtjänst Norra/);
    await fill(sigrid, { 'Från och med': today(), 'Varför?': 'Vikarierar för Maria.' });
    await sigrid.press('Visa vad det innebär');
    await meaning(sigrid);
    expect(await sigrid.main()).toMatch(/Emil Strand är enhetschef vid Hemtjänst Norra[\s\S]*Samma uppdrag har redan Maria Nyström[\s\S]*bekräftat det/);
    await sigrid.press('Föreslå');
    expect(await sigrid.page.getByRole('status').innerText()).toMatch(/^Förslaget är sparat/);
    expect((await waiting(sigrid))[0]).toContain('Du föreslog ändringen. En annan person bekräftar den.');
    expect(await sigrid.page.getByRole('button', { name: 'Bekräfta' }).count()).toBe(0);
    const emil = await as('emil');
    expect(await emil.page.getByRole('link', { name: 'Min enhet' }).count()).toBe(0);

    const torsten = await as('torsten', phone);
    await torsten.page.locator('.fold summary').click();
    await torsten.page.locator('.fold').getByRole('link', { name: 'Organisation' }).click();
    await torsten.stands('organisation-bekrafta');
    await torsten.press('Bekräfta');
    expect(await torsten.page.getByRole('status').innerText()).toBe('Bekräftat. Ändringen gäller.');
    await torsten.follow('Historik');
    expect(await torsten.page.locator('.history li').first().innerText()).toMatch(
      /Emil Strand är enhetschef[\s\S]*Vikarierar för Maria\.[\s\S]*Föreslogs av Sigrid Malm, bekräftades av Torsten Blad/,
    );
    await emil.page.reload();
    expect(await emil.page.getByRole('link', { name: 'Min enhet' }).count()).toBe(1);
  });

  test('what is turned down has a reason, and the socialchef can confirm as well', async () => {
    const sigrid = await as('sigrid');
    await sigrid.go('/organisation/andra/endPost?login=omar');
    await chooses(sigrid.page.getByLabel('Vilket uppdrag?'), /^Medarbetare, Gläntan/);
    await fill(sigrid, { Slutar: today(), 'Varför?': 'Fel huvudman.' });
    await sigrid.press('Visa vad det innebär');
    // A provider’s own tree is not hers.
    await sigrid.page.getByText(/utanför din del av organisationen/).waitFor();
    await sigrid.go('/organisation/andra/endPost?login=hanna');
    await chooses(sigrid.page.getByLabel('Vilket uppdrag?'), /^Medarbetare, Ungdom|^Medarbetare, .*ngdom/);
    await fill(sigrid, { Slutar: today(), 'Varför?': 'Har slutat.' });
    await sigrid.press('Visa vad det innebär');
    await meaning(sigrid);
    expect(await sigrid.main()).toContain('personens sista uppdrag');
    await sigrid.press('Föreslå');
    const hanna = await as('hanna');
    const karin = await as('karin');
    await karin.go('/organisation');
    expect(await karin.page.getByRole('link', { name: 'Lägg till en enhet' }).count()).toBe(0);
    await karin.press('Bekräfta');
    await karin.page.getByText('Bekräftat. Ändringen gäller.').waitFor();
    // Logged out at once: her next page is the log-in.
    await hanna.go('/arenden');
    expect(new URL(hanna.page.url()).pathname).not.toBe('/arenden');
    expect(await hanna.page.getByRole('link', { name: 'Logga ut' }).count()).toBe(0);
  });

  test('sees no case, and nobody else sees the pages', async () => {
    const sigrid = await as('sigrid');
    await sigrid.go('/arenden?stage=open');
    expect(await sigrid.page.locator('table.cases tbody tr').count()).toBe(0);
    const maria = await as('maria');
    const answer = await maria.page.goto(`${demo().base}/organisation/personer`);
    expect(answer?.status()).toBe(404);
  });

  test('R-168 changes a deadline of the municipality’s own: what moves is seen before it is proposed and before it is confirmed', async () => {
    const sigrid = await as('sigrid');
    await sigrid.go('/organisation');
    await sigrid.follow('Kommunens frister');
    expect(await sigrid.main()).toMatch(/Besvara klagomål[\s\S]*10 arbetsdagar[\s\S]*De kan inte ändras av kommunen/);
    await sigrid.stands('organisation-frister');
    await sigrid.follow('Besvara klagomål');
    await fill(sigrid, { 'Hur många?': '15', 'Från och med': '2020-01-01', 'Varför?': 'Nämndens beslut SDN 2026/77.' });
    await sigrid.press('Visa vad det innebär');
    await sigrid.page.locator('#f-from-error', { hasText: 'Dagen har passerat' }).waitFor();
    await fill(sigrid, { 'Från och med': today() });
    await sigrid.press('Visa vad det innebär');
    await meaning(sigrid);
    expect(await sigrid.main()).toMatch(
      /Fristen ”Besvara klagomål” är 15 arbetsdagar från och med[\s\S]*Tid i dag: 10 arbetsdagar\.[\s\S]*löpande frister? får en ny dag/,
    );
    const rows = await sigrid.page.locator('figure tbody tr').allInnerTexts();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.join()).not.toMatch(/KLA-/);
    await sigrid.stands('organisation-frist-innebar');
    await sigrid.press('Föreslå');
    await sigrid.page.getByText('Förslaget är sparat').waitFor();

    const karin = await as('karin', phone);
    await karin.go('/organisation');
    expect(await karin.page.locator('.proposal tbody tr').allInnerTexts()).toHaveLength(rows.length);
    await karin.stands('organisation-frist-bekrafta');
    await karin.press('Bekräfta');
    await karin.page.getByText('Bekräftat. Ändringen gäller.').waitFor();
    await karin.go('/organisation/frister');
    expect(await karin.main()).toMatch(/Besvara klagomål[\s\S]*15 arbetsdagar[\s\S]*Gensvars standard: 10 arbetsdagar/);
    await karin.go('/organisation/historik');
    expect(await karin.page.locator('.history li').first().innerText()).toMatch(
      /15 arbetsdagar från och med[\s\S]*Nämndens beslut SDN 2026\/77\.[\s\S]*Föreslogs av Sigrid Malm, bekräftades av Karin/,
    );
  });

  test('R-126 registers a delegation of the board: whoever gets it does not confirm it, and it is listed with the board’s decision', async () => {
    const sigrid = await as('sigrid');
    await sigrid.go('/organisation/delegationer');
    expect(await sigrid.main()).toMatch(/Anmälan till IVO, lex Sarah\s+Socialchef\s+Ingen punkt angiven/i);
    await sigrid.follow('Lägg in en delegation');
    await sigrid.page.getByLabel('Anmälan till IVO, lex Sarah: socialchef').check();
    await fill(sigrid, {
      'Punkt i delegationsordningen': 'S 4.7',
      'Nämndens beslut': 'SN 2026/77',
      'Från och med': today(),
      'Varför?': 'Ny delegationsordning.',
    });
    await sigrid.press('Visa vad det innebär');
    await sigrid.page.locator('#f-point-error', { hasText: 'till exempel S4.7' }).waitFor();
    await fill(sigrid, { 'Punkt i delegationsordningen': 'S4.7' });
    await sigrid.press('Visa vad det innebär');
    await meaning(sigrid);
    await sigrid.press('Föreslå');
    await sigrid.page.getByText('Förslaget är sparat').waitFor();
    const karin = await as('karin');
    await karin.go('/organisation');
    expect(await karin.page.getByRole('button', { name: 'Bekräfta' }).count()).toBe(0);
    const torsten = await as('torsten', phone);
    await torsten.go('/organisation');
    await torsten.press('Bekräfta');
    await torsten.page.getByText('Bekräftat. Ändringen gäller.').waitFor();
    await torsten.go('/organisation/delegationer');
    expect(await torsten.main()).toMatch(/Socialchef[\s\S]*S4\.7[\s\S]*SN 2026\/77/i);
    await torsten.stands('organisation-delegationer-telefon');
    await sigrid.go('/organisation/delegationer');
    await sigrid.stands('organisation-delegationer');
    await sigrid.follow(/^Avsluta en delegation/);
    await fill(sigrid, { Slutar: '2099-01-01', 'Varför?': 'Prövas.' });
    await sigrid.press('Visa vad det innebär');
    await meaning(sigrid);
    expect(await sigrid.main()).toContain('delegationen till socialchef slutar 1 januari 2099');
  });
});
