import { createHash } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { accessesFound } from '#event-store/access-log';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';

let api: Api;
let jar: CookieJar;
let id: string;
const secret = 'Hennes hälsa är dålig.';
const open = 'Ingen kom på kvällen.';
const entry = 'Schemat var fel.';
const signedIn = async (login: string): Promise<CookieJar> => {
  const made = new CookieJar(api.base);
  await made.follow(`/demo/login?user=${login}`, (address) => address === '/');
  return made;
};
atServer(freshApi, async (fresh) => {
  api = fresh;
  jar = await signedIn('registrar');
});
beforeEach(async () => {
  id = await reported(api, { what: `${open}\n${secret}`, lawAreas: ['SoL'] });
  await does(api, id, { type: 'MakeEntry', nature: 'fact', by: 'staff', text: entry });
  await does(api, id, { type: 'Diarise', diaryNumber: `SN2026-${id.slice(0, 4)}`, secrecy: true }, 'registrar');
});

type Body = Readonly<Record<string, string>>;
/** Without the key by which a browser stores an answer as a page: answered at once, with its status. */
const send = (body: Body, by = jar) => {
  by.cookies.delete('gensvar_kvar');
  return by.go(`/arende/${id}/utlamna`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(body),
  });
};
const said = (html: string) =>
  html
    .replaceAll(/<(br|\/(p|h\d|dd|dt|li))[^>]*>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'");
const form = async () => (await jar.go(`/arende/${id}/utlamna`)).text();
/** The name of a line's field, found by its words. */
const fieldOf = async (words: string): Promise<string> => {
  const html = await form();
  return new RegExp(`${words}</p>[^]*?<select[^>]* name="(p-[^"]+)"`.replace('[^]', String.raw`[\s\S]`)).exec(html)?.[1] ?? '';
};
const chosen = async (): Promise<Body> => ({ to: 'party', [await fieldOf(open)]: 'give', [await fieldOf(secret)]: 'socialServices' });
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const paperOf = (html: string) => said(/<article class="paper">([\s\S]*)<\/article>/.exec(html)?.[1] ?? '').replaceAll(/\s+/g, ' ');
const disclosed = async () => (await api.core.store.load(`case/${id}`)).filter(({ type }) => type === 'DisclosureDecided');
const pdfText = async (bytes: Uint8Array) =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replaceAll(/\s+/g, ' ');

describe('A print of a case for one who has asked for it (OSL 6 kap. 3, 7–8 §§)', () => {
  test('every line of the case is judged by itself and none in advance; without a recipient or a line the fault is beside the field, and the choices are kept', async () => {
    const html = await form();
    for (const words of [open, secret, entry]) expect(html).toContain(words);
    expect(html).not.toContain('selected value="give"');
    const refused = await send({ [await fieldOf(open)]: 'give', _do: 'preview' });
    expect(refused.status).toBe(422);
    const again = await refused.text();
    expect(again).toContain('Välj vem som ska få utdraget');
    expect(/<option value="give" selected/.test(again)).toBe(true);
    expect((await send({ to: 'party', _do: 'preview' })).status).toBe(422);
    expect(await disclosed()).toEqual([]);
  });

  test('the preview is what is given out, word by word; a preview alone gives nothing out', async () => {
    const preview = await (await send({ ...(await chosen()), _do: 'preview' })).text();
    const paper = paperOf(preview);
    expect(paper).toContain(open);
    expect(paper).toContain('Uppgift utelämnad (OSL 26 kap. 1 §)');
    expect([paper.includes(secret), paper.includes(entry)]).toEqual([false, false]);
    expect(paper).toMatch(/få ett skriftligt beslut \(OSL 6 kap\. 3 §\).*kammarrätten \(OSL 6 kap\. 7–8 §§\)/);
    expect(paper).toContain('Sekretessmarkerat');
    expect(await disclosed()).toEqual([]);

    const decided = await send({ ...(await chosen()), _do: 'decide', hash: hidden(preview, 'hash'), _key: hidden(preview, '_key') });
    expect([decided.status, decided.headers.get('location')]).toEqual([303, `/arende/${id}#utlamnat`]);
    const [event] = await disclosed();
    const { document, sha256, to, passages } = (event?.open ?? {}) as { document: string; sha256: string; to: string; passages: { rule: string | null }[] };
    expect([to, passages.map(({ rule }) => rule)]).toEqual(['party', [null, 'socialServices']]);
    const bytes = new Uint8Array(await (await jar.go(`/arende/${id}/bilaga/${document}`)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    const words = (text: string) => text.replaceAll(/[\s:]+/g, '');
    const set = words(await pdfText(bytes));
    for (const part of [open, 'Uppgift utelämnad (OSL 26 kap. 1 §)', 'Sekretessmarkerat', 'kammarrätten']) expect(set).toContain(words(part));
    expect([set.includes(words(secret)), set.includes(words(entry))]).toEqual([false, false]);
    // Word for word as on the screen, except the page numbers.
    expect(set.replace(/\d\(\d\)$/, '')).toBe(words(paper));
  });

  test('some words of a line are left out: they are marked in a copy of it, shown in the preview as left out, and nowhere in the print; the record says where', async () => {
    const line = await fieldOf(secret);
    const copy = line.replace('p-', 'm-');
    const part = (marked?: string) => ({ to: 'party', [line]: 'part-socialServices', ...(marked === undefined ? {} : { [copy]: marked }), _do: 'preview' });
    // First chosen, then marked: without a script the copy comes with the answer. What is no marking of the line is refused there, and kept.
    for (const wrong of [undefined, secret, 'Hennes [[hälsa är dålig.', 'Hennes [[hälsa]] är god.']) {
      const refused = await send(part(wrong));
      const html = await refused.text();
      expect([wrong, refused.status, html.includes('Vilka ord ska utelämnas?'), html.includes(`>${wrong ?? secret}</textarea>`)]).toEqual([
        wrong,
        422,
        true,
        true,
      ]);
      expect(html).toContain(`href="#f-${copy.replaceAll(/[^A-Za-z0-9]/g, '-')}"`);
    }
    const marked = 'Hennes [[hälsa]] är dålig.';
    const preview = await (await send(part(marked))).text();
    expect(paperOf(preview)).toContain('Hennes [Uppgift utelämnad (OSL 26 kap. 1 §)] är dålig.');
    expect(paperOf(preview)).not.toContain('hälsa');
    const changed = await (await send({ ...part(marked), _do: 'change' })).text();
    expect(changed).toContain(`>${marked}</textarea>`);
    expect(hidden(preview, copy)).toBe(marked);
    await send({ ...part(marked), _do: 'decide', hash: hidden(preview, 'hash'), _key: hidden(preview, '_key') });
    const [event] = await disclosed();
    const { document, passages } = (event?.open ?? {}) as { document: string; passages: object[] };
    expect(passages).toMatchObject([{ rule: 'socialServices', spans: [{ from: 7, to: 12 }] }]);
    const set = await pdfText(new Uint8Array(await (await jar.go(`/arende/${id}/bilaga/${document}`)).arrayBuffer()));
    expect([set.includes('hälsa'), set.includes('dålig')]).toEqual([false, true]);
  });

  test('the decision is on the case, in the history and in the access log, without anybody’s words', async () => {
    const preview = await (await send({ ...(await chosen()), _do: 'preview' })).text();
    await send({ ...(await chosen()), _do: 'decide', hash: hidden(preview, 'hash'), _key: hidden(preview, '_key') });
    const page = said(await (await jar.go(`/arende/${id}`)).text());
    expect(page).toMatch(/Den som är part i ärendet, .*En uppgift utelämnad/);
    const history = (await api.get(`/api/cases/${id}/history`, 'registrar')).body.items as { type: string; text: string; by: string }[];
    expect(history.filter(({ type }) => type === 'DisclosureDecided').map(({ text, by }) => [text, by])).toEqual([
      ['Ett utdrag lämnades ut: den som är part i ärendet, 1 uppgift utelämnad', 'Registrar Påhittad'],
    ]);
    const ever = { person: null, from: '2020-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
    expect((await accessesFound(api.core.database, { ...ever, streams: [`case/${id}`] }, 100)).items.map(({ action }) => action)).toContain('disclose');
    expect(JSON.stringify(await disclosed())).not.toContain('kvällen');
    // The same button again is the same decision.
    await send({ ...(await chosen()), _do: 'decide', hash: hidden(preview, 'hash'), _key: hidden(preview, '_key') });
    expect(await disclosed()).toHaveLength(1);
  });

  test('a case of more lines than the default limit of fields is given out all the same, and one with too many is refused with an explanation', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `r${n}`).join('\n');
    const all = async () => {
      const html = await form();
      return Object.fromEntries([...html.matchAll(/<select[^>]* name="(p-[^"]+)"/g)].map(([, name]) => [name as string, 'give']));
    };
    id = await reported(api, { what: lines(1_500), lawAreas: ['SoL'] });
    const preview = await send({ to: 'party', ...(await all()), _do: 'preview' });
    expect([preview.status, paperOf(await preview.text()).includes('r1499')]).toEqual([200, true]);
    await does(api, id, { type: 'MakeEntry', nature: 'fact', by: 'staff', text: lines(600) });
    const refused = await send({ to: 'party', ...(await all()), _do: 'preview' });
    expect([refused.status, (await refused.text()).includes('Högst 2 000 uppgifter')]).toEqual([422, true]);
  });

  test('a case that has changed since the preview is previewed again', async () => {
    const choice = await chosen();
    const preview = await (await send({ ...choice, _do: 'preview' })).text();
    await does(api, id, { type: 'Diarise', diaryNumber: `SN2026-9${id.slice(0, 3)}`, secrecy: false }, 'registrar');
    const again = await send({ ...choice, _do: 'decide', hash: hidden(preview, 'hash'), _key: hidden(preview, '_key') });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('granska det igen');
    expect(await disclosed()).toEqual([]);
  });

  test('one who may not give out neither sees the link nor has the route; where nothing is left out no appeal is mentioned', async () => {
    for (const login of ['carer', 'controller', 'dataOfficer', 'otherManager']) {
      const other = await signedIn(login);
      expect([login, (await other.go(`/arende/${id}/utlamna`)).status, (await send({ to: 'party', _do: 'decide' }, other)).status]).toEqual([
        login,
        login === 'controller' ? 403 : 404,
        login === 'controller' ? 403 : 404,
      ]);
    }
    expect(await (await (await signedIn('controller')).go(`/arende/${id}`)).text()).not.toContain('/utlamna');
    const whole = await (await send({ to: 'authority', [await fieldOf(entry)]: 'give', _do: 'preview' })).text();
    expect([paperOf(whole).includes(entry), whole.includes('kammarrätten')]).toEqual([true, false]);
  });
});
