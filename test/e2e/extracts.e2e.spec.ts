import { extractText, getDocumentProxy } from 'unpdf';
import { type Extract, extractType } from '#domain/extract/index';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported } from '../support/complaint-over-http.js';
import { people } from '../support/scenario.js';

const number = '19121212-1212';
const own = 'Jag (121212-1212) fick vänta på larmet.';
const secret = 'Grannen Sixten har sett det.';
const namesake = 'Zebedeja Kvastensson, en annan, ringde.';
const staffNote = 'Hon blev mycket ledsen.';
let api: Api;
let mine: string;
let theirs: string;
let asked: { id: string; number: string };
atServer(freshApi, async (fresh) => {
  api = fresh;
  mine = await reported(api, { unit: 'afs-norra', what: `${own}\n${secret}` });
  theirs = await reported(api, { unit: 'afs-sodra', what: namesake });
  await reported(api, { unit: 'afs-sodra', what: 'Hon (19121212-8001) ringde.' });
  await does(api, mine, { type: 'AddToCase', by: 'staff', text: staffNote });
  await api.caughtUp();
  asked = await request();
});

const today = () => stockholmDate(api.core.clock.now().toISOString());
const request = async (): Promise<{ id: string; number: string }> =>
  (
    await api.post(
      '/api/register-extracts',
      { unit: 'namnd', receivedOn: today(), person: 'Anna Påhittad', personalNumber: number, sought: 'Zebedeja Kvastensson' },
      'registrar',
    )
  ).body;
const call = async (path: string, body?: Readonly<Record<string, string>>, who: Who = 'registrar') => {
  const response = await fetch(api.base + path, {
    redirect: 'manual',
    headers: { authorization: `Bearer ${api.tokenOf(who)}`, accept: 'text/html', ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(body && { method: 'POST', body: new URLSearchParams(body) }),
  });
  return { status: response.status, text: await response.text(), to: response.headers.get('location') };
};
const at = (path = '', of = asked) => `/registerutdrag/${of.id}${path}`;
const hitAt = (id: string, of = asked) => at(`/traffar/case/${id}`, of);
const fieldOf = (html: string, words: string): string =>
  new RegExp(`${words.replace(/[()]/g, '\\$&')}</p>[\\s\\S]*?<select[^>]* name="(p-[^"]+)"`).exec(html)?.[1] ?? '';
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const logged = () =>
  api.core.database.query<{ action: string; stream: string; route: string }>(
    `SELECT action, stream, route FROM store.access_log WHERE person = $1 AND route LIKE '%registerutdrag%' ORDER BY id`,
    [people.registrar.person],
  );
const state = async (of = asked) => (await api.core.records.load(extractType, of.id)) as Extract;

describe('An excerpt of what is held about one person (registerutdrag, GDPR art. 15)', () => {
  test('finds the personnummer in whatever way it is written, and each line of words, and nothing else; the words are in no address', async () => {
    const page = await call(at());
    expect(page.text).toContain(`href="${at('/traffar')}"`);
    const { status, text } = await call(at('/traffar'));
    expect([status, [...text.matchAll(/href="[^"]*\/traffar\/case\/([^"]+)"/g)].map(([, id]) => id)]).toEqual([200, [mine, theirs]]);
    expect(text).toContain('<mark>121212-1212</mark>');
    expect(text.match(/Inte granskad/g)).toHaveLength(2);
    expect(text).not.toContain('/lamna-ut"');
    expect(text).toMatch(new RegExp(`<title>${asked.number} Träffar`));
    const rows = await logged();
    for (const id of [mine, theirs]) expect(rows).toContainEqual({ action: 'searched', stream: `case/${id}`, route: 'GET /registerutdrag/{id}/traffar' });
    expect(JSON.stringify(rows)).not.toMatch(/1212|Zebedeja/);
  });

  test('every line of a hit is judged, with what is lacking beside the field and the choices kept; one that may not be told of leaves no trace', async () => {
    const html = (await call(hitAt(mine))).text;
    for (const words of [own, secret, staffNote]) expect(html).toContain(words);
    expect(html).not.toMatch(/<option value="[^"]+" selected/);
    const choice = { [fieldOf(html, secret)]: 'toldByAnother' };
    const refused = await call(hitAt(mine), choice);
    expect([refused.status, /gör ett eget val/.test(refused.text), /får synas/.test(refused.text)]).toEqual([422, true, true]);
    expect(refused.text).toMatch(/<option value="toldByAnother" selected/);
    expect((await call(hitAt(mine), { ...choice, rest: 'give', mayTell: 'false' })).status).toBe(303);
    expect((await call(hitAt(theirs), { rest: 'other' })).status).toBe(303);
    const { text } = await call(at('/traffar'));
    expect(text).toContain('Granskad: gäller någon annan');
    expect(text).toMatch(/Granskad: \d+ lämnas ut, 1 med något utelämnat/);
    expect((await call(hitAt(mine))).text).toMatch(/<option value="toldByAnother" selected/);
    const paper = /<article class="paper">([\s\S]*)<\/article>/.exec((await call(at('/lamna-ut'))).text)?.[1] ?? '';
    for (const words of [own, staffNote, number, 'dataskyddsförordningen', '7 kap. 2 §']) expect(paper).toContain(words);
    for (const words of [secret, 'OSL', namesake, 'utelämnad (']) expect(paper).not.toContain(words);
  });

  test('what may be told of stands in its place with its rule, and words within a line are left out', async () => {
    const of = await request();
    await api.caughtUp();
    const html = (await call(hitAt(mine, of))).text;
    const field = fieldOf(html, own);
    const partly = { [field]: 'part-socialServices', [`m-${field.slice(2)}`]: own.replace('larmet', '[[larmet]]') };
    expect((await call(hitAt(mine, of), { [field]: 'part-socialServices', rest: 'give', mayTell: 'true' })).status).toBe(422);
    expect((await call(hitAt(mine, of), { ...partly, [fieldOf(html, secret)]: 'healthCare', rest: 'give', mayTell: 'true' })).status).toBe(303);
    expect((await call(hitAt(theirs, of), { rest: 'other' })).status).toBe(303);
    const { text } = await call(at('/lamna-ut', of));
    for (const words of ['fick vänta på [Uppgift utelämnad (OSL 26 kap. 1 §)].', 'Uppgift utelämnad (OSL 25 kap. 1 §)']) expect(text).toContain(words);
    expect((await call(hitAt(mine, of))).text).toContain('[[larmet]]');
  });

  test('new words in a case must be judged before the extract is given out', async () => {
    await does(api, mine, { type: 'AddToCase', by: 'staff', text: 'Dottern ringde igen.' });
    await api.caughtUp();
    expect((await call(at('/traffar'))).text).toContain('1 ny uppgift sedan granskningen');
    expect((await call(at('/lamna-ut'))).text).not.toContain('name="hash"');
    expect((await call(at('/lamna-ut'), { identity: 'Körkort', hash: '' })).status).toBe(422);
    const html = (await call(hitAt(mine))).text;
    expect((await call(hitAt(mine), { [fieldOf(html, secret)]: 'toldByAnother', rest: 'give', mayTell: 'false' })).status).toBe(303);
  });

  test('the decision keeps the document that was looked through, logs what was given out, and ends the review', async () => {
    const preview = (await call(at('/lamna-ut'))).text;
    const hash = hidden(preview, 'hash');
    expect((await call(at('/lamna-ut'), { identity: '', hash })).text).toContain('Skriv hur du vet att det är rätt person');
    expect((await call(at('/lamna-ut'), { identity: 'Visade körkort.', hash: 'x' })).status).toBe(409);
    expect((await state()).released).toBeNull();
    const body = { identity: 'Visade körkort.', hash, _key: hidden(preview, '_key') };
    expect((await call(at('/lamna-ut'), body)).to).toBe(`${at()}#bilagor`);
    const after = await state();
    expect(after.released).toMatchObject({ leftOut: 1 });
    const file = await fetch(`${api.base}${at(`/bilaga/${after.released?.document}`)}`, { headers: { authorization: `Bearer ${api.tokenOf('registrar')}` } });
    expect(file.headers.get('content-disposition')).toContain(`${asked.number}-registerutdrag.pdf`);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await file.arrayBuffer())), { mergePages: true });
    expect(text.replaceAll(/\s+/g, ' ')).toContain(own);
    expect(text).not.toContain('Sixten');
    expect((await logged()).filter(({ action }) => action === 'disclose').map(({ stream }) => stream)).toEqual([`case/${mine}`]);
    expect((await call(at('/traffar'))).status).toBe(403);
    expect((await call(at('/lamna-ut'), body)).status).toBe(403);
    expect((await call(at())).text).not.toContain('/traffar"');
  });

  test('is for the registrar alone; the head of the administration reads the request, and nobody else', async () => {
    const of = await request();
    await api.caughtUp();
    const status = async (who: Who, path: string) => (await call(at(path, of), undefined, who)).status;
    expect([await status('director', ''), await status('director', '/traffar'), await status('director', '/lamna-ut')]).toEqual([200, 403, 403]);
    for (const who of ['dataOfficer', 'controller', 'manager', 'mas'] as const)
      expect([await status(who, ''), await status(who, '/traffar'), await status(who, `/traffar/case/${mine}`)]).toEqual([404, 404, 404]);
    expect((await call(hitAt('00000000-0000-4000-8000-000000000000', of))).status).toBe(404);
  });

  test('says that a case was found which the one who reviews may not read, and not which', async () => {
    const barred = await reported(api, { unit: 'afs-norra', what: 'Hon (1212121212) är min mor.' });
    expect((await does(api, barred, { type: 'AnswerConflict', answer: 'conflict', ground: 'relation' }, 'registrar')).status).toBe(200);
    const of = await request();
    await api.caughtUp();
    const { text } = await call(at('/traffar', of));
    expect(text).toContain('Ett ärende till hittades, som du inte får läsa');
    expect(text).not.toContain(barred);
  });

  test('is answered within a month, and nothing that was asked is in the open part of its events', async () => {
    expect((await state()).due).toBe(addDuration(today(), 'P1M'));
    const events = await api.core.store.load(`extract/${asked.id}`);
    expect(JSON.stringify(events.map(({ open }) => open))).not.toMatch(/1212-1212|Zebedeja|Anna|körkort/);
    expect((await api.core.store.words(`extract/${asked.id}`)).size).toBeGreaterThan(1);
  });
});
