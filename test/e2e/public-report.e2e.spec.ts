import { randomUUID } from 'node:crypto';
import { dialogueAnswer, reportAnswer } from '../../apps/api/src/answers.schema.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { complaint, does, reported, walk } from '../support/complaint-over-http.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const { source: _source, ...fromThePublic } = complaint;
const follow = (code: string, message?: string) =>
  api.post('/api/follow', { code, ...(message === undefined ? {} : { message }) }, null, { 'idempotency-key': randomUUID() });

describe('A report without log-in', () => {
  test('AC-01 a complaint by the web without log-in becomes a case at once, with number, time and receipt', async () => {
    const made = await api.post('/api/cases', fromThePublic);
    expect(made.status).toBe(201);
    const { id, number, receiptCode, siblings } = reportAnswer.parse(made.body);
    expect(number).toMatch(/^KLA-\d{4}-\d{4}$/);
    expect(receiptCode).toMatch(/^[A-Z2-7]{16}$/);
    expect(siblings).toEqual([]);
    expect(made.headers.get('location')).toBe(`/api/cases/${id}`);
    const seen = (await api.get(`/api/cases/${id}`, 'manager')).body;
    expect(seen).toMatchObject({ stage: 'received', channel: 'web', anonymous: true, answerBy: 'code', reporter: null });
    const [first] = await api.core.store.load(`case/${id}`);
    expect(first).toMatchObject({ type: 'CaseReceived', version: 1, actor: 'anonymous' });
  });

  test('AC-04 R-009 the one who has only a code follows the case, writes, and is answered', async () => {
    const { id, receiptCode } = (await api.post('/api/cases', fromThePublic)).body;
    const typed = `${receiptCode.slice(0, 4)}-${receiptCode.slice(4, 8)} ${receiptCode.slice(8)}`.toLowerCase();
    const first = dialogueAnswer.parse((await follow(typed)).body);
    expect(first).toMatchObject({ stage: 'received', messages: [] });
    expect((await follow(receiptCode, 'Det var på tisdagen.')).status).toBe(200);
    await does(api, id, { type: 'SendMessage', text: 'Tack, vi återkommer.' });
    const { messages } = dialogueAnswer.parse((await follow(receiptCode)).body);
    expect(messages.map(({ from, text }) => [from, text])).toEqual([
      ['you', 'Det var på tisdagen.'],
      ['us', 'Tack, vi återkommer.'],
    ]);
    const history = (await api.get(`/api/cases/${id}/history`, 'manager')).body.items as { type: string; by: string }[];
    expect(history.filter((line) => line.type === 'MessageExchanged').map((line) => line.by)).toEqual(['Den som hörde av sig', 'Manager Påhittad']);
  });

  test('an unknown code is 404 and names its field; it is never in an address', async () => {
    const wrong = await follow('AAAA-BBBB-CCCC-DDDD');
    expect(wrong.body).toMatchObject({ status: 404, missing: [{ field: 'code' }] });
    expect((await api.get('/api/follow?code=AAAABBBBCCCCDDDD')).status).toBe(404);
    expect(api.lines.join('')).not.toMatch(/AAAA-?BBBB/);
  });

  test('AC-04 R-203 somebody without any way back: the answer can only be passed by saying so', async () => {
    const id = await reported(api, { source: 'otherOrUnknown', answer: { by: 'none' } });
    await walk(api, id, 'feedback');
    expect((await does(api, id, { type: 'AdvanceCase', to: 'followUp' })).body).toMatchObject({ status: 422, code: 'incomplete' });
    expect((await does(api, id, { type: 'ExplainNoFeedback', what: 'answer', reason: 'senderUnknown' })).status).toBe(200);
    expect((await does(api, id, { type: 'AdvanceCase', to: 'followUp' })).status).toBe(200);
  }, 30_000);

  test('AC-08 R-035 ”Annat” is explained by logged-in staff from a list: what an unknown person types there is refused', async () => {
    const refused = await api.post('/api/cases', { ...fromThePublic, categories: ['other'], categoryOther: 'ekonomi' });
    expect(refused.body).toMatchObject({
      status: 422,
      code: 'incomplete',
      missing: [{ field: 'categoryOther', text: 'Fältet kan bara fyllas i av den som är inloggad' }],
    });
    const empty = await api.post('/api/cases', { ...complaint, categories: ['other'] }, 'registrar');
    expect(empty.body).toMatchObject({ status: 422, missing: [{ field: 'categoryOther' }] });
  });

  test.each(['19850709-9805', '850709-9805', '08-123-4567'])(
    'R-316 an entry of a local list that is shaped like a person’s number is refused: %s',
    async (code) => {
      const refused = await api.post('/api/cases', { ...complaint, categories: ['other'], categoryOther: code }, 'registrar');
      expect(refused.status).toBe(422);
      expect(refused.body.missing).toEqual([{ field: 'categoryOther', text: 'Fältet får inte innehålla personnummer, telefonnummer eller adress' }]);
    },
  );

  test('only a complaint can be left without log-in as yet, and it is received now whatever it says', async () => {
    const { id } = (await api.post('/api/cases', { ...fromThePublic, receivedAt: '2020-01-01T10:00:00Z', channel: 'letter' })).body;
    const seen = (await api.get(`/api/cases/${id}`, 'registrar')).body;
    expect(seen.channel).toBe('web');
    expect(seen.receivedAt > '2026').toBe(true);
  });

  test('ten equal reports at once make one case and ten equal answers', async () => {
    const key = randomUUID();
    const before = await api.core.store.position();
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.post('/api/cases', fromThePublic, null, { 'idempotency-key': key })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const events = await api.core.store.readAfter(before, 100);
    expect(events.filter((event) => event.type === 'CaseReceived')).toHaveLength(1);
    const other = await api.post('/api/cases', { ...fromThePublic, what: 'Något annat.' }, null, { 'idempotency-key': key });
    expect(other.body).toMatchObject({ status: 422, code: 'idempotencyKeyReused' });
  });
});

describe('The limit on reports without log-in', () => {
  let tight: Api;
  beforeAll(async () => {
    tight = await freshApi({ GENSVAR_ANONYMOUS_PER_MINUTE: '2' });
  }, 60_000);
  afterAll(async () => {
    await tight?.close();
  }, 30_000);

  test('one too many is told to wait; a repeat of what is taken in and staff are not counted', async () => {
    const key = randomUUID();
    const first = await tight.post('/api/cases', fromThePublic, null, { 'idempotency-key': key });
    await tight.post('/api/cases', fromThePublic);
    const refused = await tight.post('/api/cases', fromThePublic);
    expect(refused.body).toMatchObject({ status: 429, code: 'tooMany', title: expect.stringContaining('strax') });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await tight.post('/api/cases', fromThePublic, null, { 'idempotency-key': key })).body).toEqual(first.body);
    expect((await tight.post('/api/cases', complaint, 'registrar')).status).toBe(201);
    expect((await tight.get('/api/organisation')).status).toBe(200);
  });
});
