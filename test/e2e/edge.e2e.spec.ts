import { randomUUID } from 'node:crypto';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { publicForm } from '../support/public-form.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const form = (fields: Record<string, string>, path = '/lamna-synpunkt') =>
  fetch(api.base + path, { method: 'POST', redirect: 'manual', headers: { accept: 'text/html' }, body: new URLSearchParams(fields) });
const asForm = (who: 'manager' | 'carer', path: string, fields: Record<string, string>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return fetch(api.base + path, { method: 'POST', redirect: 'manual', headers: { accept: 'text/html', authorization: `Bearer ${api.tokenOf(who)}` }, body });
};

describe('An invalid day is refused with an explanation, wherever it is typed', () => {
  const days: readonly (readonly [string, string])[] = [
    ['20244-09-03', 'Året ska ha fyra siffror'],
    ['0024-09-03', 'Året 0024 går inte att ange'],
    ['3 sep', 'Skriv dagen som åååå-mm-dd'],
    ['2026-02-30', 'Februari 2026 har 28 dagar'],
    ['+020244-09-03', 'Året ska ha fyra siffror'],
  ];

  test.each(days)('%s: at the step of the public’s form and when it is sent', async (day, said) => {
    for (const more of [{ _steg: 'hande', _till: 'nasta' }, {}]) {
      const answer = await form({ ...publicForm({ day }), ...more });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(said);
      expect(page).toContain('Ingen öppnade när vi ringde på.');
    }
  });

  test.each(days)('%s: in the body and the queries of the API', async (day, said) => {
    const body = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'x', occurredAt: day };
    const asked = encodeURIComponent(day);
    for (const answer of [
      await api.post('/api/cases', body, 'manager'),
      await api.post('/api/cases', { ...body, occurredAt: `${day}T10:00:00Z` }, 'manager'),
      await api.get(`/api/cases?due=${asked}`, 'manager'),
      await api.get(`/api/organisation?at=${asked}`),
      await api.get(`/api/reports/causes?from=${asked}`, 'manager'),
      await api.post('/api/attestations', { unit: 'afs-norra', from: day, to: '2026-01-01' }, 'manager'),
    ]) {
      expect(answer.body).toMatchObject({ status: 400 });
      expect(JSON.stringify(answer.body.missing)).toMatch(new RegExp(`${said}|Ska vara en tidpunkt`));
    }
  });

  test.each(days)('%s: in the query of a page of figures', async (day, said) => {
    for (const name of ['from', 'tom', 'asOf']) {
      const answer = await api.get(`/statistik/causes?${name}=${encodeURIComponent(day)}`, 'manager', { accept: 'text/html' });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(said);
    }
  });
});

describe('Text that can not be stored is refused, and never a fault of ours', () => {
  test('in a body, a form, a file’s form, a query and a path', async () => {
    const complaint = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative' };
    const answers = [
      (await api.post('/api/cases', { ...complaint, what: 'a\0b' })).status,
      (await api.post('/api/cases', `{"kind":"complaint","opinionType":"complaint","source":"relative","what":"\\ud800"}`)).status,
      (await api.post('/api/follow', { code: 'ABCD\0' })).status,
      (await form(publicForm({ what: 'a\0b' }))).status,
      (await form({ name: 'min\0lista', query: 'stage=open' }, '/arenden/urval')).status,
      (await asForm('manager', '/rapportera/avvikelse', { what: 'a\0b' })).status,
      ...(await Promise.all(
        [
          '/arenden?q=bad%00rum',
          '/api/cases?q=%00',
          '/arende/%00',
          '/api/cases/%00',
          '/statistik/%00',
          '/arenden?unit=%ff',
          '/folj?klart=%00',
          '/logga-in?till=%00',
        ].map(async (path) => (await api.get(path, 'manager')).status),
      )),
    ];
    for (const status of answers) expect([400, 422]).toContain(status);
    expect(api.lines.join('')).not.toContain('request failed');
  });

  test('and text in two Unicode forms is stored in one', async () => {
    const { id } = (
      await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Fo\u0308nstret' })
    ).body;
    expect(JSON.stringify((await api.get(`/api/cases/${id}`, 'manager')).body)).toContain('Fönstret'.normalize('NFC'));
  });
});

describe('Handwritten codes and numbers are read as they were meant', () => {
  test('a receipt code with 0 for O and 1 for I or L opens the same case', async () => {
    for (let tried = 0; tried < 30; tried += 1) {
      const { receiptCode } = (await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: null, source: 'relative', what: 'x' })).body;
      if (!/O/.test(receiptCode) || !/[IL]/.test(receiptCode)) continue;
      const typed = receiptCode
        .replaceAll('O', '0')
        .replace(/[IL]/, '1')
        .toLowerCase()
        .replaceAll(/(.{4})/g, '$1 – ');
      expect((await api.post('/api/follow', { code: typed })).status).toBe(200);
      return;
    }
    throw new Error('no code with both letters');
  });

  test('an address in any script is accepted at the step and when it is sent', async () => {
    for (const email of ['namn@fönster.åre.se', 'åsa@exempel.se']) {
      const fields = publicForm({ answerBy: 'email', email });
      expect((await form({ ...fields, _steg: 'svar', _till: 'nasta' })).status).toBe(200);
      expect((await form(fields)).status).toBe(201);
    }
    for (const email of ['namn@exempel', 'namn@exempel.se, x@exempel.se']) {
      const fields = publicForm({ answerBy: 'email', email });
      expect((await form({ ...fields, _steg: 'svar', _till: 'nasta' })).status).toBe(422);
      expect((await form(fields)).status).toBe(422);
    }
  });

  test('a diary number is found by the whole of it and by its parts', async () => {
    const { id } = (await api.post('/api/cases', { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'x' })).body;
    const done = await api.post(`/api/cases/${id}/commands`, { type: 'Diarise', diaryNumber: 'Dnr KS 2026/123' }, 'registrar', {
      'idempotency-key': randomUUID(),
    });
    expect(done.body).toMatchObject({ events: [{ type: 'Diarised' }] });
    await api.caughtUp();
    for (const q of ['Dnr KS 2026/123', 'ks 2026/123', '2026/123'])
      expect((await api.get(`/api/cases?q=${encodeURIComponent(q)}`, 'manager')).body.items.map((item: { id: string }) => item.id)).toEqual([id]);
  });
});

describe('A connection between two requests', () => {
  test('is kept open longer than the minute that a proxy keeps it, so that no request is sent into one that is closing', async () => {
    const { headers } = await fetch(`${api.base}/health/live`);
    expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
  });
});
