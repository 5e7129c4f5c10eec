import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { hashOf } from '#domain/ids';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { picture } from '../support/browser.js';
import { does } from '../support/complaint-over-http.js';
import { decidedToNotify } from '../support/decided.js';
import { faultsOf } from '../support/page-faults.js';

let api: Api;
let page: Page;
let id: string;

const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});
beforeEach(async () => {
  id = await decidedToNotify(api, { immediateActions: 'Larmet byttes.' });
});

const open = async (who: Who, path = 'beslut'): Promise<void> => {
  page = await at.as(who, `/arende/${id}/${path}`, { acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
};
const posted = (who: Who, path: string, body?: FormData) =>
  fetch(`${api.base}/arende/${id}/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.tokenOf(who)}` },
    redirect: 'manual',
    ...(body && { body }),
  });
/** The investigation is drawn up as a PDF, without the page. */
const drawUp = async (): Promise<void> => {
  expect((await posted('registrar', 'beslut/utredning')).status).toBe(303);
};
/** A file is added to the case, without the page. */
const add = async (name: string, bytes: Buffer): Promise<void> => {
  const form = new FormData();
  form.append('bilagor', new Blob([new Uint8Array(bytes)]), name);
  expect((await posted('sas', 'bilaga', form)).status).toBe(303);
};
const addBoth = async (): Promise<void> => {
  const kitchen = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#963' } })
    .jpeg()
    .toBuffer();
  await add('Köket hos Åsa.jpg', kitchen);
  await add('anteckning.txt', Buffer.from('kl 20'));
};
const paket = () => page.locator('#paket');
const sentForm = () => page.locator('#k-NotifyIvo');
const saved = async (link: string | RegExp): Promise<{ name: string; bytes: Buffer }> => {
  const coming = page.waitForEvent('download');
  await paket().getByRole('link', { name: link }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
};
const ofType = async (type: string) => (await api.core.store.load(`case/${id}`)).filter((event) => event.type === type).map(({ open: said }) => said);
const receipt = { name: 'kvittens.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nkvittens\n') };

describe('The package for IVO, after the decision to notify', () => {
  test('is shown to one who may send, and to no one else', async () => {
    await open('registrar');
    expect(await paket().innerText()).toContain('kan inte ändras efter insändning');
    await at.close();
    await open('carer', '');
    expect(await page.locator('#paket').count()).toBe(0);
    expect([403, 404]).toContain((await posted('carer', 'beslut/utredning')).status);
  });

  test('R-183 names each field of the form in order; values can be copied with a button, and missing ones say so', async () => {
    await open('registrar');
    const headings = await paket().locator('h5').allInnerTexts();
    expect(headings.slice(0, 7).map((text) => text.replace(/^\d\. /, ''))).toEqual([
      'Avsändarens diarienummer',
      'Vad anmälan avser',
      'Den som anmäler',
      'Kontaktperson',
      'Var och när',
      'Vad som hände, och vilka konsekvenser det fick eller kunde ha fått',
      'Utredningen',
    ]);
    const about = paket().locator('section', { hasText: 'Vad anmälan avser' });
    await about.getByRole('button', { name: 'Kopiera' }).click();
    await about.getByRole('button', { name: 'Kopierat' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Allvarligt missförhållande');
    expect(await paket().locator('section', { hasText: 'Var och när' }).innerText()).toMatch(/Verksamhetens adress\s+finns inte i Gensvar, fyll i själv/);
    expect(await paket().locator('section', { hasText: 'Övrigt' }).innerText()).toContain('Den är inte jämförd med IVO:s formulär.');
  });

  test('the investigation is drawn up once as a PDF/A of the case, without names of those who reported or wrote it; a change asks for a new one', async () => {
    await open('registrar');
    await paket().getByRole('button', { name: 'Upprätta utredningen som PDF' }).click();
    expect(page.url()).toContain('/beslut#paket');
    const { name, bytes } = await saved(/utredning/);
    expect(name).toMatch(/^LXS-\d{4}-\d{4}-1\.pdf$/);
    expect(bytes.toString('latin1')).toContain('<pdfaid:part>2');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    for (const part of ['Utredning enligt lex Sarah', 'Larmet byttes.', 'Orsak 1', 'Åtgärd 1', 'Allvarligt missförhållande', 'Fyra timmar på golvet.'])
      expect(text.replaceAll(/\s+/g, ' ')).toContain(part);
    expect(text).not.toMatch(/Carer|Infört av/);
    expect(await ofType('AttachmentAdded')).toMatchObject([{ mediaType: 'pdf', purpose: 'investigation' }]);
    expect(
      await paket()
        .getByRole('button', { name: /Upprätta/ })
        .count(),
    ).toBe(0);
    await does(api, id, { type: 'AddToCase', by: 'staff', text: 'Larmet hade felanmälts i maj.' }, 'sas');
    await page.reload();
    expect(await paket().innerText()).toContain('Ärendet har ändrats sedan utredningen upprättades.');
    await paket().getByRole('button', { name: 'Upprätta utredningen på nytt' }).click();
    expect(await ofType('AttachmentAdded')).toHaveLength(2);
    await picture(page, 'ivo-paket');
  });

  test('other files come after it in order, under neutral names; a text file is marked as not accepted', async () => {
    await drawUp();
    await addBoth();
    await open('registrar');
    expect((await saved('Köket hos Åsa.jpg')).name).toMatch(/^LXS-\d{4}-\d{4}-2\.jpg$/);
    expect(await paket().innerText()).toMatch(/anteckning\.txt.+tar inte emot textfiler/s);
    expect(await sentForm().getByRole('checkbox', { checked: true }).count()).toBe(2);
    expect(await faultsOf(page, 'ivo-paket')).toEqual([]);
  });

  test('R-184 a receipt that is no picture or document is named and nothing is recorded; the right one is stored, and its hash is in the event with that of what was sent', async () => {
    // The investigation was drawn up twice, and the first is not sent; a text file is not accepted.
    await drawUp();
    await does(api, id, { type: 'AddToCase', by: 'staff', text: 'Larmet hade felanmälts i maj.' }, 'sas');
    await drawUp();
    await addBoth();
    await open('registrar');
    await sentForm().getByLabel('IVO:s e-tjänst').check();
    await sentForm()
      .getByRole('group', { name: /Följde den färdiga utredningen/ })
      .getByLabel('Ja')
      .check();
    await sentForm()
      .getByLabel(/Filen som e-tjänsten gav/)
      .setInputFiles([{ ...receipt, buffer: Buffer.from('MZ\x00', 'latin1') }]);
    await sentForm().getByRole('button', { name: 'Spara kvittensen' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('kvittens.pdf är inte en bild');
    expect(await ofType('IvoNotificationSent')).toEqual([]);
    expect(await sentForm().getByLabel('IVO:s e-tjänst').isChecked()).toBe(true);
    await sentForm()
      .getByLabel(/Filen som e-tjänsten gav/)
      .setInputFiles([receipt]);
    await sentForm().getByRole('button', { name: 'Spara kvittensen' }).click();
    expect(await page.getByRole('status').innerText()).toContain('Anmälan är skickad till IVO');
    const files = (await ofType('AttachmentAdded')) as { attachmentId: string; purpose: string | null; mediaType: string; sha256: string }[];
    const sent = files.filter(({ purpose, mediaType }, n) => n > 0 && purpose !== 'ivoReceipt' && mediaType !== 'text');
    expect(await ofType('IvoNotificationSent')).toMatchObject([
      {
        attachments: sent.map(({ attachmentId }) => attachmentId),
        packageHash: hashOf(sent.map(({ sha256 }) => sha256)),
        receiptHash: files.find(({ purpose }) => purpose === 'ivoReceipt')?.sha256,
      },
    ]);
    expect(await page.locator('.history li', { hasText: 'Anmälan skickad' }).getByRole('link').count()).toBe(2);
    await picture(page, 'ivo-skickat');
  });

  test('a letter that is stored with a command is no conflict with it; another’s change is', async () => {
    expect((await does(api, id, { type: 'NotifyIvo', way: 'eService', investigationAttached: true }, 'registrar')).status).toBe(200);
    await open('registrar');
    const form = page.locator('#k-RecordIvoRequest');
    await page.locator('summary', { hasText: 'IVO vill ha mer' }).click();
    await form.getByLabel(/Vilken dag vill IVO ha svar/).fill('2099-01-15');
    await form.getByLabel(/Brevet som fil/).setInputFiles([{ ...receipt, name: 'brev.pdf', buffer: Buffer.from('%PDF-1.7\nbrev\n') }]);
    await does(api, id, { type: 'AddToCase', by: 'staff', text: 'Ny uppgift.' }, 'sas');
    await form.getByRole('button', { name: 'Spara begäran' }).click();
    expect(await page.locator('.conflict .history').innerText()).toContain('Ny uppgift.');
    expect(await ofType('IvoSupplementRequested')).toEqual([]);
    await page
      .locator('.conflict')
      .getByRole('button', { name: /Skicka igen/ })
      .click();
    await page.getByRole('status').waitFor();
    expect(await ofType('IvoSupplementRequested')).toHaveLength(1);
  });
});
