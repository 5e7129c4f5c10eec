import pg from 'pg';
import sharp from 'sharp';
import { stockholmDate } from '#domain/law/calendar';
import { recordTypes } from '#domain/record-types';
import { ADD_FILE } from '#domain/records/attachments';
import { mayAttach, seesRecord } from '#domain/records/decide';
import type { AnyRecordType } from '#domain/records/record-type';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported } from '../support/complaint-over-http.js';
import { oneOfEachRecord } from '../support/record-samples.js';
import { people } from '../support/scenario.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const bearer = (who: Who) => ({ authorization: `Bearer ${api.tokenOf(who)}`, accept: 'text/html' });
const add = async (id: string, name: string, bytes: Buffer, who: Who): Promise<Response> => {
  const form = new FormData();
  form.append('bilagor', new Blob([new Uint8Array(bytes)]), name);
  return fetch(`${api.base}/arende/${id}/bilaga`, { method: 'POST', headers: bearer(who), body: form, redirect: 'manual' });
};
const get = (id: string, attachment: string, who: Who) => fetch(`${api.base}/arende/${id}/bilaga/${attachment}`, { headers: bearer(who), redirect: 'manual' });
const only = async (id: string) => {
  const state = await api.core.cases.load(id);
  const [kept] = state.exists ? state.documents.attachments : [];
  if (kept === undefined) throw new Error('not kept');
  return kept;
};

describe('A picture in a case', () => {
  test('is given to those who may read the words, always as a download, and the access is logged first', async () => {
    const id = await reported(api);
    const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#963' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    expect((await add(id, 'Köket på Åvägen.jpg', photo, 'manager')).headers.get('location')).toBe(`/arende/${id}#bilagor`);
    const { id: attachment, sha256 } = await only(id);
    const sent = await get(id, attachment, 'manager');
    expect(sent.status).toBe(200);
    expect(
      Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'cache-control'].map((name) => [name, sent.headers.get(name)])),
    ).toEqual({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename=bilaga.jpg; filename*=UTF-8''${encodeURIComponent('Köket på Åvägen.jpg')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(sent.headers.get('content-security-policy')).toContain('sandbox');
    const bytes = Buffer.from(await sent.arrayBuffer());
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect((await get(id, attachment, 'otherManager')).status).toBe(404);
    expect((await get(id, attachment, 'controller')).status).toBe(404);
    const noted = await api.core.database.query<{ person: string }>(
      `SELECT person FROM store.access_log WHERE stream = $1 AND route = 'GET /arende/{id}/bilaga/{attachment}'`,
      [`case/${id}`],
    );
    expect(noted.length).toBeGreaterThanOrEqual(1);
    // The history and the topic have code and hash, never the file's name.
    const [event] = (await api.core.store.load(`case/${id}`)).filter(({ type }) => type === 'AttachmentAdded');
    expect(event?.open).toEqual({ attachmentId: attachment, mediaType: 'jpeg', bytes: bytes.length, sha256, purpose: null, by: 'staff' });
    expect(api.lines.join('')).not.toContain('Åvägen');
  }, 30_000);

  test('AC-39 one who has only reported sees what they sent themselves, and not what others have added', async () => {
    const id = await reported(api, { kind: 'deviation', opinionType: null, source: 'staff', lawAreas: ['SoL'] }, 'carer');
    await add(id, 'min.txt', Buffer.from('Mitt'), 'carer');
    const own = await only(id);
    await add(id, 'chefens.txt', Buffer.from('Chefens'), 'manager');
    const state = await api.core.cases.load(id);
    const other = state.exists ? state.documents.attachments.find((row) => row.id !== own.id) : undefined;
    expect((await get(id, own.id, 'carer')).status).toBe(200);
    expect((await get(id, other?.id ?? '', 'carer')).status).toBe(404);
    expect(await (await get(id, other?.id ?? '', 'manager')).text()).toBe('Chefens');
  }, 30_000);

  test('a file that is not a picture, a PDF or a text is refused in Swedish; a changed one is not given out', async () => {
    const id = await reported(api);
    const refused = await add(id, 'semester.jpg', Buffer.from('MZ\x90\x00', 'latin1'), 'manager');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('är inte en bild, en PDF eller en text');
    await add(id, 'brev.pdf', Buffer.from('%PDF-1.7 brev'), 'manager');
    const { id: attachment } = await only(id);
    const owner = new pg.Client({ connectionString: api.core.adminUrl });
    await owner.connect();
    await owner
      .query('UPDATE store.attachments SET sealed = set_byte(sealed, 30, (get_byte(sealed, 30) + 1) % 256) WHERE id = $1', [attachment])
      .finally(() => owner.end());
    const tampered = await get(id, attachment, 'manager');
    expect(tampered.status).toBe(500);
    expect(await tampered.text()).toContain('Bilagan är inte den som sparades');
    expect(api.lines.some((line) => line.includes('attachment does not match its event'))).toBe(true);
  }, 30_000);

  test('the workflow, the figures and the case’s page are not affected', async () => {
    const id = await reported(api);
    await add(id, 'x.txt', Buffer.from('Hej'), 'manager');
    expect((await does(api, id, { type: 'AddToCase', by: 'staff', text: 'Mer.' })).status).toBe(200);
    const history = (await api.get(`/api/cases/${id}/history`, 'manager')).body.items as { text: string }[];
    expect(history.map(({ text }) => text)).toContain('En bilaga lades till: Text');
  }, 30_000);
});

describe.each(recordTypes.map((type) => [type.family, type] as [string, AnyRecordType]))('A file of a record: %s', (_family, type) => {
  /** Everybody of the scenario, by what they may do with the record. */
  const by = async (id: string) => {
    const state = await api.core.records.load(type, id);
    if (state === null) throw new Error('no record');
    const today = stockholmDate(api.core.clock.now().toISOString());
    const asking = (who: Who) => ({ actor: people[who], organisation: api.core.register.organisation, today });
    const everyone = (Object.keys(people) as (keyof typeof people)[]).filter((who): who is Who => who !== 'anonymous' && who !== 'system');
    const adds = everyone.filter((who) => seesRecord(type, state, asking(who)) && mayAttach(type, state, asking(who)));
    return {
      adds,
      looks: everyone.filter((who) => seesRecord(type, state, asking(who)) && !adds.includes(who)),
      out: everyone.filter((who) => !seesRecord(type, state, asking(who))),
    };
  };
  const post = (id: string, who: Who, name: string, text: string) => {
    const form = new FormData();
    form.append('bilagor', new Blob([text]), name);
    return fetch(`${api.base}/${type.page}/${id}/bilaga`, { method: 'POST', headers: bearer(who), body: form, redirect: 'manual' });
  };
  const page = async (id: string, who: Who) => (await fetch(`${api.base}/${type.page}/${id}`, { headers: bearer(who) })).text();

  test('is added by those who may do anything with the record, saved by those who see it, and as if it did not exist to others', async () => {
    const made = (await oneOfEachRecord(api.core)).find((one) => one.type === type);
    if (made === undefined) throw new Error('no sample');
    const { id, stream } = made;
    const { adds, looks, out } = await by(id);
    expect([adds.length > 0, out.length > 0]).toEqual([true, true]);
    const first = adds[0] as Who;
    expect((await post(id, first, 'Fru Påhittads protokoll.txt', 'Så här såg det ut')).headers.get('location')).toBe(`/${type.page}/${id}#bilagor`);
    // The same file twice is one.
    expect((await post(id, first, 'Fru Påhittads protokoll.txt', 'Så här såg det ut')).status).toBe(303);
    const [kept, ...more] = (await api.core.records.load(type, id))?.attachments ?? [];
    expect([kept?.mediaType, more]).toEqual(['text', []]);
    const file = `${api.base}/${type.page}/${id}/bilaga/${kept?.id}`;
    for (const who of [first, ...looks]) {
      const sent = await fetch(file, { headers: bearer(who) });
      expect([who, sent.status, await sent.text()]).toEqual([who, 200, 'Så här såg det ut']);
      expect(sent.headers.get('content-disposition')).toContain(encodeURIComponent('Fru Påhittads protokoll.txt'));
      expect(sent.headers.get('content-security-policy')).toContain('sandbox');
    }
    for (const who of out) {
      expect([who, (await fetch(file, { headers: bearer(who), redirect: 'manual' })).status]).toEqual([who, 404]);
      expect([who, (await post(id, who, 'a.txt', 'Inte min')).status]).toEqual([who, 404]);
    }
    for (const who of looks) {
      expect([who, (await post(id, who, 'a.txt', 'Inte min')).status]).toEqual([who, 403]);
      expect(await page(id, who)).not.toContain('type="file"');
    }
    const shown = await page(id, first);
    expect([shown.includes('Fru Påhittads protokoll.txt'), shown.includes('type="file"')]).toEqual([true, true]);
    // No file without a name, and none by the route of commands: nobody has shown the bytes there.
    const named = { type: ADD_FILE, attachmentId: kept?.id, mediaType: 'text', bytes: 3, sha256: kept?.sha256, name: 'x.txt' };
    expect((await api.post(`/api/${type.path}/${id}/commands`, named, first)).status).toBe(400);
    const [event] = (await api.core.store.load(stream)).filter(({ type: name }) => name === 'AttachmentAdded');
    expect(Object.keys(event?.open ?? {}).toSorted()).toEqual(['attachmentId', 'bytes', 'mediaType', 'sha256']);
    const noted = await api.core.database.query(`SELECT FROM store.access_log WHERE stream = $1 AND route = $2 AND person = $3`, [
      stream,
      `GET /${type.page}/{id}/bilaga/{attachment}`,
      people[first].person,
    ]);
    expect(noted.length).toBeGreaterThan(0);
    expect(api.lines.join('')).not.toContain('protokoll');
  }, 60_000);
});
