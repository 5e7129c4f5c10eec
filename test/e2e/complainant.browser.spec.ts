import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { phone, picture } from '../support/browser.js';
import { does, walk } from '../support/complaint-over-http.js';
import { faultsOf } from '../support/page-faults.js';

let api: Api;
let page: Page;

const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
const begin = async (options: BrowserContextOptions = phone) => {
  page = await at.page(options);
};

const heading = () => page.locator('h1').innerText();
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const faults = () => page.getByRole('alert').locator('a').allInnerTexts();
const idOf = async (number: string): Promise<string> => (await api.get(`/api/cases?q=${number}`, 'registrar')).body.items[0].id;
const badrum = async () => ({
  name: 'badrummet.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 60, height: 40, channels: 3, background: '#369' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer(),
});

/** Back in the browser. While it swaps one page for another it can't yet be asked where it has been; nothing has moved then, and it is asked again. */
async function back(): Promise<void> {
  for (;;)
    try {
      await page.goBack();
      return;
    } catch (error) {
      if (!String(error).includes('Not attached to an active page')) throw error;
      await page.waitForLoadState();
    }
}

describe('One who complains, by code, without script and without log-in', () => {
  test('R-001 R-019 R-202 AC-01 form, receipt, follow, reply, answer, not satisfied: the whole way', async () => {
    await begin({ ...phone, javaScriptEnabled: false });
    await page.goto(`${api.base}/lamna-synpunkt?plats=afs-norra`);
    expect(await page.locator('main p').first().innerText()).toBe('Är någon i fara nu? Ring 112.');
    await picture(page, 'synpunkt-1');
    await press('Nästa');
    expect(await page.title()).toMatch(/^Fel: /);
    expect(await faults()).toEqual(['Välj vad du vill berätta']);
    await page.getByLabel('Klagomål').check();
    await press('Nästa');
    expect(await heading()).toBe('Var hände det?');
    expect(await page.getByLabel('Plats', { exact: true }).isVisible()).toBe(false);
    await picture(page, 'synpunkt-2');
    await page.getByLabel('Ja, Hemtjänst Norra').check();
    await press('Nästa');
    await page.getByLabel('Berätta med egna ord').fill('Ingen kom på kvällen.\nMamma fick ingen mat.');
    await picture(page, 'synpunkt-3');
    await press('Nästa');
    await page.getByLabel('Jag är anhörig').check();
    await picture(page, 'synpunkt-4');
    await press('Nästa');
    await page.getByLabel('Med e-post').check();
    await page.getByLabel('Din e-postadress').fill('inte en adress');
    await press('Nästa');
    expect(await faults()).toEqual([expect.stringContaining('Det ser inte ut som en e-postadress')]);
    await page.getByLabel('Anonymt, med kod').check();
    await picture(page, 'synpunkt-5');
    await press('Nästa');
    expect(await heading()).toBe('Stämmer det här?');
    // An answer is changed, and one comes back to the review with everything else as it was.
    await press(/^Ändra\s+Vem är du/);
    expect(await page.getByLabel('Jag är anhörig').isChecked()).toBe(true);
    await page.getByLabel('Jag bor eller vistas i kommunen').check();
    await press('Spara och granska');
    expect(await page.locator('.review').innerText()).toMatch(/Hemtjänst Norra[\s\S]*Mamma fick ingen mat\.[\s\S]*Jag bor[\s\S]*Anonymt, med kod/);
    await page.getByLabel(/Vill du skicka med bilder/).setInputFiles(await badrum());
    await picture(page, 'synpunkt-6');
    await press('Skicka');

    expect(await heading()).toBe('Tack, vi har tagit emot det');
    const receipt = page.locator('.receipt');
    expect(await receipt.innerText()).toMatch(/Sparade filer\s+badrummet\.jpg/);
    const code = await receipt.locator('.code').innerText();
    expect(code).toMatch(/^[A-Z2-7]{4}( [A-Z2-7]{4}){3}$/);
    const number = /KLA-\d{4}-\d{4}/.exec(await receipt.innerText())?.[0] ?? '';
    expect(await page.locator('main').innerText()).toMatch(/Målet är att du har ett svar senast \p{L}+dag \d+ \p{L}+\. Det är kommunens egen regel\./u);
    expect(await page.locator('main').innerText()).toMatch(/patientnämnden[\s\S]*IVO/);
    for (const said of ['förvaltningslagen 43–44 §§', 'är inget överklagande', 'orolig för ett barn', '112'])
      expect(await page.locator('.pointers').textContent()).toContain(said);
    await picture(page, 'kvitto');
    await press('Gå vidare till ditt ärende');
    expect(await faults()).toEqual(['Spara koden först, och kryssa i rutan']);
    await page.getByLabel('Jag har sparat koden').check();
    await press('Gå vidare till ditt ärende');
    expect(page.url()).toBe(`${api.base}/folj`);
    expect(await page.locator('main').innerText()).toContain('badrummet.jpg');
    await picture(page, 'folj');
    await page.getByLabel('Skriv till oss').fill('Det hände igen i dag.');
    await press('Skicka');
    await page.reload();
    expect(await page.locator('.messages li').allInnerTexts()).toEqual([expect.stringContaining('Det hände igen i dag.')]);

    await api.caughtUp();
    const id = await idOf(number);
    const state = (await api.get(`/api/cases/${id}`, 'manager')).body;
    expect(state).toMatchObject({ unit: 'afs-norra', source: 'resident', answerBy: 'code' });
    await handlerSees(id);
    await walk(api, id, 'feedback');
    const said = { type: 'GiveFeedback', what: 'answer', method: 'code', text: 'Vi ber om ursäkt. Nu ringer vi alltid om vi blir sena.' };
    expect((await does(api, id, said)).status).toBe(200);
    await page.goto(`${api.base}/folj`);
    expect(await page.locator('.answer').innerText()).toMatch(/Vårt svar\s+Vi ber om ursäkt\./);
    await picture(page, 'folj-svar');
    await page.getByRole('group', { name: 'Är du nöjd med svaret?' }).getByLabel('Nej').check();
    await page.getByLabel('Skriv till oss').fill('Till er andra fråga.');
    await press('Svara');
    expect(await faults()).toEqual(['Skriv vad du inte är nöjd med']);
    await page.getByLabel('Vad är du inte nöjd med?').fill('Ingen har ringt.');
    await press('Svara');
    // What is in the page's other form is not sent, and not lost.
    expect(await page.getByLabel('Skriv till oss').inputValue()).toBe('Till er andra fråga.');
    expect(await page.locator('.messages').innerText()).not.toContain('Till er andra fråga.');
    expect(await page.locator('.done-note').innerText()).toContain('Den som har ärendet läser det du skrev.');
    await page.reload();
    expect(await page.getByRole('group', { name: 'Är du nöjd med svaret?' }).count()).toBe(0);
    await press('Stäng och glöm koden');
    expect(await heading()).toBe('Följ ditt ärende');
    // The code leads back, typed in any form, and is in no address.
    await page.getByLabel('Kod').fill('AAAA BBBB CCCC DDDD');
    await press('Visa ärendet');
    expect(await faults()).toEqual([expect.stringContaining('Ingen synpunkt har den koden')]);
    await page.getByLabel('Kod').fill(code.toLowerCase().replaceAll(' ', '-'));
    await press('Visa ärendet');
    expect(await heading()).toBe(`Ditt ärende ${number}`);
    expect(page.url()).toBe(`${api.base}/folj`);
    expect(api.lines.join('')).not.toContain(code.replaceAll(' ', ''));
  });

  test('R-202 a no to the answer opens a case that has ended, and says so', async () => {
    await begin({ ...phone, javaScriptEnabled: false });
    const body = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Kall mat.' };
    const { id, receiptCode } = (await api.post('/api/cases', body)).body;
    await does(api, id, { type: 'CloseAtOnce', toldOnTheSpot: true, categories: ['serviceDelivery'], whatWasDone: 'Ny mat.' });
    await page.goto(`${api.base}/folj`);
    await page.getByLabel('Kod').fill(receiptCode);
    await press('Visa ärendet');
    expect(await page.locator('main').innerText()).toContain('Du fick svar');
    await page.getByRole('group', { name: 'Är du nöjd med svaret?' }).getByLabel('Nej').check();
    await page.getByLabel('Vad är du inte nöjd med?').fill('Maten var kall i dag igen.');
    await press('Svara');
    expect(await page.locator('.done-note').innerText()).toContain('Ärendet är öppnat igen');
    await picture(page, 'folj-oppnat');
    expect((await api.get(`/api/cases/${id}`, 'manager')).body).toMatchObject({ stage: 'investigating', closed: null });
  });

  test('lättläst asks the same in easy words, and one can change between them without losing anything', async () => {
    await begin({ ...phone, javaScriptEnabled: false });
    await page.goto(`${api.base}/lamna-synpunkt/lattlast`);
    await picture(page, 'lattlast-1');
    await page.getByLabel('Något är dåligt').check();
    await press('Nästa');
    expect(await heading()).toBe('Var var det?');
    await press('Nästa');
    await page.getByLabel('Skriv vad som hände').fill('Maten var kall.');
    await press('Byt till vanlig text');
    expect(new URL(page.url()).pathname).toBe('/lamna-synpunkt');
    expect(await page.getByLabel('Berätta med egna ord').inputValue()).toBe('Maten var kall.');
    await press('Byt till lättläst');
    await press('Nästa');
    await press('Nästa');
    await picture(page, 'lattlast-5');
    await page.getByLabel(/^Nej/).check();
    await press('Nästa');
    expect(await heading()).toBe('Har vi förstått rätt?');
    await press('Skicka');
    expect(await heading()).toBe('Tack, vi har tagit emot det');
    expect(await page.locator('main').innerText()).toContain('Du har valt att inte få svar.');
  });

  test('a file that could not be stored is named with its reason, the text is kept, and the file can be sent again', async () => {
    await begin({ ...phone, javaScriptEnabled: false });
    await toReview('Se bilderna.');
    await page
      .getByLabel(/Vill du skicka med bilder/)
      .setInputFiles([
        { name: 'semester.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04', 'latin1') },
        { name: 'film.png', mimeType: 'image/png', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 7) },
        await badrum(),
      ]);
    await press('Skicka');
    expect(await page.getByRole('alert').locator('li').allInnerTexts()).toEqual([
      expect.stringMatching(/^semester\.jpg är inte en bild, en PDF eller en text\./),
      expect.stringMatching(/^film\.png är för stor\. En fil får vara högst 10 MB\./),
    ]);
    await picture(page, 'kvitto-filer');
    const number = /KLA-\d{4}-\d{4}/.exec(await page.locator('.receipt').innerText())?.[0] ?? '';
    await page.getByLabel(/Bilder eller dokument/).setInputFiles([{ name: 'brev.txt', mimeType: 'text/plain', buffer: Buffer.from('Hej') }]);
    await press('Skicka filerna igen');
    expect(await page.getByRole('alert').count()).toBe(0);
    await api.caughtUp();
    const id = await idOf(number);
    const kept = await api.core.cases.load(id);
    expect(kept.exists ? kept.documents.attachments.map(({ mediaType }) => mediaType) : []).toEqual(['jpeg', 'text']);
  });

  test('the browser’s own back and reload lose nothing, and the same form sent twice is one case', async () => {
    await begin();
    await toReview('En enda gång.');
    await page.goBack();
    expect(await heading()).toBe('Hur vill du ha svar?');
    expect(await page.getByLabel('Anonymt, med kod').isChecked()).toBe(true);
    await press('Nästa');
    expect(await page.locator('.review').innerText()).toContain('En enda gång.');
    await press('Skicka');
    const first = await page.locator('.receipt').innerText();
    await page.reload();
    expect(await page.locator('.receipt').innerText()).toBe(first);
    await page.goBack();
    expect(await heading()).toBe('Stämmer det här?');
    await press('Skicka');
    expect(await page.locator('.receipt').innerText()).toBe(first);
  });

  test.each([true, false])(
    'every step can be gone back to, reloaded and gone on from: what was typed in it and in the later ones stands (script: %s)',
    async (javaScriptEnabled) => {
      await begin({ ...phone, javaScriptEnabled });
      const titles = ['Vad vill du berätta?', 'Var hände det?', 'Vad hände?', 'Vem är du?', 'Hur vill du ha svar?', 'Stämmer det här?'];
      await toReview('Det som skrevs först.');
      for (const title of titles.slice(0, -1).toReversed()) {
        await back();
        if (title !== titles[0]) expect(await heading()).toBe(title);
        await page.reload();
        if (title !== titles[0]) expect(await heading()).toBe(title);
      }
      expect(await page.getByLabel('Klagomål').isChecked()).toBe(true);
      for (const title of titles.slice(1)) {
        await page.goForward();
        expect(await heading()).toBe(title);
      }
      for (const title of titles.slice(1, -1).toReversed()) {
        await back();
        expect(await heading()).toBe(title);
      }
      await page.getByLabel('Beskriv platsen med egna ord').fill('I köket.');
      await press('Nästa');
      expect(await page.getByLabel('Berätta med egna ord').inputValue()).toBe('Det som skrevs först.');
      await press('Nästa');
      await press('Nästa');
      expect(await page.getByLabel('Anonymt, med kod').isChecked()).toBe(true);
      await press('Nästa');
      expect(await page.locator('.review').innerText()).toMatch(/I köket\.[\s\S]*Det som skrevs först\.[\s\S]*Anonymt, med kod/);
    },
  );

  test('a fault is on the page of its step, and gone when it has been corrected; a form that is closed is open to nobody', async () => {
    await begin();
    await toReview('Något.');
    await press(/^Ändra\s+Vad hände/);
    await page.getByLabel('Berätta med egna ord').fill('');
    await press('Spara och granska');
    expect(await faults()).toEqual(['Skriv vad du vill berätta']);
    await page.reload();
    expect(await faults()).toEqual(['Skriv vad du vill berätta']);
    await page.getByLabel('Berätta med egna ord').fill('Något annat.');
    await press('Spara och granska');
    await page.locator('.review').waitFor();
    await page.goBack();
    expect(await page.getByLabel('Berätta med egna ord').inputValue()).toBe('Något annat.');
    expect(await page.getByRole('alert').count()).toBe(0);
    await press('Spara och granska');
    await page.locator('.review').waitFor();
    await page.context().clearCookies();
    await page.goBack();
    expect(await page.getByRole('alert').innerText()).toContain('Dina tidigare svar finns inte kvar här');
    expect(await page.locator('main').innerHTML()).not.toContain('Något annat');
    await picture(page, 'synpunkt-borta');
  });

  test('a complaint takes less than three minutes for one who types four hundred characters a minute', async () => {
    await begin();
    // The person's pace is counted, not waited for: three seconds of thought a page, four hundred characters a minute. The rest is measured.
    let pace = 0;
    const thinks = () => {
      pace += 3;
    };
    const types = async (label: string, text: string) => {
      pace += text.length * 0.15;
      await page.getByLabel(label).pressSequentially(text);
    };
    const started = Date.now();
    await page.goto(`${api.base}/lamna-synpunkt?plats=afs-norra`);
    thinks();
    await page.getByLabel('Klagomål').check();
    await press('Nästa');
    thinks();
    await page.getByLabel('Ja, Hemtjänst Norra').check();
    await press('Nästa');
    thinks();
    await types('Berätta med egna ord', 'Hemtjänsten skulle komma klockan åtta. Ingen kom förrän elva, och mamma hade inte fått frukost.');
    await press('Nästa');
    thinks();
    await page.getByLabel('Jag är anhörig').check();
    await press('Nästa');
    thinks();
    await page.getByLabel('Per telefon').check();
    await types('Ditt telefonnummer', '08-123 456 78');
    await press('Nästa');
    thinks();
    await press('Skicka');
    await page.locator('.receipt').waitFor();
    const seconds = Math.round((Date.now() - started) / 1000 + pace);
    process.stderr.write(`Klagomål: ${seconds} s, varav ${pace.toFixed(0)} s eftertanke och skrivande\n`);
    expect(seconds).toBeLessThan(180);
  });

  test('DOS-lagen: axe finds nothing on any step, with faults, on the receipt, the follow page and the poster, at two widths', async () => {
    const found: string[] = [];
    await begin({ locale: 'sv-SE', bypassCSP: true });
    const look = async (what: string) => {
      found.push(...(await faultsOf(page, what.replaceAll(/\W+/g, '-'))));
    };
    for (const path of ['/lamna-synpunkt', '/lamna-synpunkt/lattlast', '/lamna-synpunkt?plats=afs-norra', '/folj', '/enhet/afs-norra/skylt']) {
      await page.goto(api.base + path);
      await look(path);
    }
    await page.goto(`${api.base}/lamna-synpunkt?plats=afs-norra`);
    await press('Nästa');
    await look('with faults');
    await toReview('Ord.', look);
    await page.getByLabel(/Vill du skicka med bilder/).setInputFiles([{ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\x00', 'latin1') }]);
    await press('Skicka');
    await look('receipt');
    await page.getByLabel('Jag har sparat koden').check();
    await press('Gå vidare till ditt ärende');
    await look('follow');
    await press('Skicka');
    await look('follow with faults');
    expect(found).toEqual([]);
  });
});

/** The handler has the picture on the case's page, saves it, and adds one. */
async function handlerSees(id: string): Promise<void> {
  const handler = await at.as('manager', `/arende/${id}`);
  const coming = handler.waitForEvent('download');
  await handler.getByRole('link', { name: 'badrummet.jpg' }).click();
  const saved = await coming;
  expect(saved.suggestedFilename()).toBe('badrummet.jpg');
  expect((await sharp(await saved.path()).metadata()).exif).toBeUndefined();
  await handler.locator('summary', { hasText: 'Lägg till en bild' }).click();
  await handler.locator('input[type=file]').setInputFiles([{ name: 'schema.txt', mimeType: 'text/plain', buffer: Buffer.from('kl 20') }]);
  await handler.getByRole('button', { name: 'Lägg till', exact: true }).last().click();
  await handler.getByRole('link', { name: 'schema.txt' }).waitFor();
  await picture(handler, 'arende-bilagor');
  await handler.close();
  // What the municipality adds to the case is not in the dialogue with the one who complained.
  await page.goto(`${api.base}/folj`);
  expect(await page.locator('main').innerText()).not.toContain('schema.txt');
}

/** The shortest way to the review. */
async function toReview(what: string, look: (step: string) => Promise<void> = async () => undefined): Promise<void> {
  await page.goto(`${api.base}/lamna-synpunkt`);
  await page.getByLabel('Klagomål').check();
  await press('Nästa');
  await look('var');
  await press('Nästa');
  await look('hande');
  await page.getByLabel('Berätta med egna ord').fill(what);
  await press('Nästa');
  await look('vem');
  await press('Nästa');
  await look('svar');
  await page.getByLabel('Anonymt, med kod').check();
  await press('Nästa');
  await look('granska');
}
