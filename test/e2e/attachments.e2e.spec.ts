import pg from 'pg';
import sharp from 'sharp';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported } from '../support/complaint-over-http.js';

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
  const [kept] = state.exists ? state.attachments : [];
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
    const other = state.exists ? state.attachments.find((row) => row.id !== own.id) : undefined;
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
