import { randomUUID } from 'node:crypto';
import { reportAnswer } from '../../apps/api/src/answers.schema.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { CookieJar } from '../support/cookie-jar.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const fall = {
  kind: 'deviation',
  lawAreas: ['HSL'],
  unit: 'afs-norra',
  eventClass: 'adverseEvent',
  deviationType: 'fall',
  what: 'Föll ur sängen.',
  immediateActions: 'Ambulans.',
};
const raised = { ...fall, followedBy: [{ type: 'ConvertCase', to: 'lexMaria', reasons: 'Bröt höften.' }] };
const counter = (number: string) => Number(number.slice(-4));
const appendsOf = async (ids: readonly string[]) =>
  (
    await api.core.database.query<{ n: number }>('SELECT count(DISTINCT recorded_at)::int AS n FROM store.events WHERE stream = ANY($1)', [
      ids.map((id) => `case/${id}`),
    ])
  )[0]?.n;

describe('A report that commands follow in the same transaction', () => {
  test('MAS starts a lex Maria: a deviation and its lex Maria in one append; the same key is the same two', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const sent = await api.post('/api/cases', raised, 'mas', headers);
    expect(sent.status).toBe(201);
    const { id, born = [] } = reportAnswer.parse(sent.body);
    expect(born).toMatchObject([{ kind: 'lexMaria' }]);
    expect((await api.get(`/api/cases/${born[0]?.id}`, 'mas')).body).toMatchObject({ kind: 'lexMaria', number: born[0]?.number });
    expect(await appendsOf([id, born[0]?.id ?? ''])).toBe(1);
    expect((await api.post('/api/cases', raised, 'mas', headers)).body).toEqual(sent.body);
    expect((await api.post('/api/cases', { ...raised, what: 'Ett annat.' }, 'mas', headers)).body).toMatchObject({ code: 'idempotencyKeyReused' });
  }, 60_000);

  test('one who may not raise it is refused, and neither case nor number is taken; a lex Maria by itself is still refused with the way', async () => {
    const before = counter((await api.post('/api/cases', fall, 'carer')).body.number);
    expect((await api.post('/api/cases', raised, 'carer')).status).toBe(403);
    expect((await api.post('/api/cases', { ...fall, kind: 'lexMaria' }, 'mas')).body).toMatchObject({ status: 422, code: 'kindNotReportedHere' });
    expect(counter((await api.post('/api/cases', fall, 'carer')).body.number)).toBe(before + 1);
  }, 60_000);

  test('the page is for those who may raise it, and sent twice it is one deviation and one lex Maria', async () => {
    const jarOf = async (who: string) => {
      const jar = new CookieJar(api.base);
      await jar.follow(`/demo/login?user=${who}`, (address) => address.endsWith('/att-gora') || address === '/');
      return jar;
    };
    expect((await (await jarOf('carer')).go('/rapportera/lex-maria')).status).toBe(403);
    const form = { unit: 'afs-norra', what: 'Föll.', reasons: 'Bröt höften.', eventClass: 'adverseEvent', deviationType: 'fall' };
    const body = new URLSearchParams({ ...form, occurredDay: '2026-01-15', immediateActions: 'Ambulans.', _key: randomUUID() });
    const mas = await jarOf('mas');
    const numbers = async () => {
      const text = await (await mas.go('/rapportera/lex-maria', { method: 'POST', body, headers: { accept: 'application/json' } })).text();
      return text.match(/(?:AVV|LXM)-\d{4}-\d{4}/g);
    };
    const first = await numbers();
    expect(new Set(first?.map((number) => number.slice(0, 3)))).toEqual(new Set(['AVV', 'LXM']));
    expect(await numbers()).toEqual(first);
  }, 60_000);

  test('AC-39 Mina rapporter begin with the reporter’s own words, never with those of one who made another case of the report', async () => {
    const { id } = (await api.post('/api/cases', { ...fall, what: 'Grinden var nere.\nHon föll i natt.' }, 'carer')).body;
    expect((await api.post(`/api/cases/${id}/commands`, { type: 'ConvertCase', to: 'lexMaria', reasons: 'MAS ser en vårdskada.' }, 'mas')).status).toBe(200);
    await api.caughtUp();
    const jar = new CookieJar(api.base);
    await jar.follow('/demo/login?user=carer', (address) => address.endsWith('/att-gora') || address === '/');
    const page = await (await jar.go('/rapportera/mina')).text();
    expect(page).toContain('Du skrev: Grinden var nere.<');
    expect(page).not.toMatch(/Hon föll i natt|MAS ser/);
  }, 60_000);

  test('R-002 what was received before there was a process for it, or in the future, is refused at its day, with all that was typed', async () => {
    const jar = new CookieJar(api.base);
    await jar.follow('/demo/login?user=registrar', (address) => address.endsWith('/att-gora') || address === '/');
    const form = { sort: 'complaint', channel: 'letter', source: 'relative', what: 'Brevet från i fjol.', teller: 'Berit Testsson' };
    for (const [receivedDay, text] of [
      ['1990-01-02', 'Mottaget datum ligger för långt tillbaka'],
      ['2099-01-02', 'Mottaget datum kan inte ligga i framtiden'],
      ['2026-02-30', 'Februari 2026 har 28 dagar. Dag 30 finns inte'],
    ] as const) {
      const sent = await jar.go('/registrera', {
        method: 'POST',
        body: new URLSearchParams({ ...form, receivedDay }),
        headers: { accept: 'application/json' },
      });
      const page = await sent.text();
      expect([receivedDay, sent.status]).toEqual([receivedDay, 422]);
      for (const said of [text, 'Brevet från i fjol.', 'Berit Testsson']) expect(page).toContain(said);
    }
  }, 60_000);

  test('a letter of an authority is stored with its complaint, and the duty has the letter’s day', async () => {
    const letter = { type: 'RecordAuthorityRequest', from: 'other', letterOn: '2026-01-10', dueOn: '2026-02-10', theirNumber: 'JO 12-2026' };
    const complaint = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'officialOrAuthority', what: 'Brevet.' };
    const sent = await api.post('/api/cases', { ...complaint, followedBy: [letter] }, 'registrar');
    expect(sent.status).toBe(201);
    const { duties } = (await api.get(`/api/cases/${sent.body.id}`, 'registrar')).body as { duties: { rule: string; dueAt: string }[] };
    expect(duties.find(({ rule }) => rule === 'MYND-SVAR')?.dueAt).toMatch(/^2026-02-10/);
    expect(await appendsOf([sent.body.id])).toBe(1);
  }, 60_000);
});
