import { randomUUID } from 'node:crypto';
import { addToOrganisation } from '#organisation/changes';
import { localCode } from '#organisation/local-entries';
import { casesBehindAnswer, commandAnswer, organisationAnswer, reportTableAnswer, workListAnswer } from '../../apps/api/src/answers.schema.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { reported } from '../support/complaint-over-http.js';

let api: Api;
const ekonomi = localCode('categoryOther', 'afs', 'Ekonomi');
atServer(freshApi, async (fresh) => {
  api = fresh;
  await addToOrganisation(
    api.core,
    { units: [], entries: [{ list: 'categoryOther', division: 'afs', code: ekonomi, label: 'Ekonomi' }] },
    'system',
    api.core.clock.now().toISOString(),
  );
});

const table = async (id: string, query = '') => {
  await api.caughtUp();
  return reportTableAnswer.parse((await api.get(`/api/reports/${id}?from=2026-01-01&to=2027-01-01${query}`, 'controller')).body);
};
const countOf = (report: Awaited<ReturnType<typeof table>>, row: string) => report.rows.find(({ code }) => code === row)?.values['count'] ?? 0;

describe('Reports by staff, and the figures they become', () => {
  test('AC-02 R-002 R-003 one on paper and one spoken are ordinary cases, each with its channel', async () => {
    for (const channel of ['paperForm', 'spoken']) {
      const id = await reported(api, { channel, what: 'Personalen kom för sent.' });
      await api.caughtUp();
      expect((await api.get(`/api/cases/${id}`, 'manager')).body).toMatchObject({ channel, stage: 'received' });
      const found = workListAnswer.parse((await api.get(`/api/cases?q=${channel}`, 'manager')).body);
      expect(found.items.map((item) => item.id)).toContain(id);
    }
  }, 30_000);

  test('AC-03 R-012 heard by staff: counted as the service user’s, registered by the one who heard it', async () => {
    const before = await table('complaints-by-source');
    const id = await reported(api, { source: 'serviceUserOrGuardian', channel: 'staffPhone' }, 'carer');
    const after = await table('complaints-by-source');
    expect(countOf(after, 'serviceUserOrGuardian')).toBe(countOf(before, 'serviceUserOrGuardian') + 1);
    expect(countOf(after, 'staff')).toBe(countOf(before, 'staff'));
    const seen = (await api.get(`/api/cases/${id}`, 'carer')).body;
    const [me] = (await api.get(`/api/cases/${id}/history`, 'carer')).body.items as { by: string }[];
    expect(seen.source).toBe('serviceUserOrGuardian');
    expect(me?.by).toBe('Carer Påhittad');
  }, 30_000);

  test('AC-07 R-034 two categories on one complaint: one case more, two marks more, and the table says so', async () => {
    const before = await table('complaints-by-category');
    await reported(api, { categories: ['treatment', 'caseHandling'] });
    const after = await table('complaints-by-category');
    expect(after.totals.count).toBe((before.totals.count ?? 0) + 2);
    expect(after.totals.cases).toBe((before.totals.cases ?? 0) + 1);
    expect(`${after.definition} ${after.notes.join(' ')}`).toMatch(/flera kategorier/);
  }, 30_000);

  test('AC-08 R-035 ”Annat” with an entry of the division’s list is told with its word', async () => {
    const id = await reported(api, { categories: ['other'], categoryOther: ekonomi });
    expect((await api.get(`/api/cases/${id}`, 'manager')).body.labels.categoryOther).toEqual({ [ekonomi]: 'Ekonomi' });
    const report = await table('complaints-by-category', '&unit=afs');
    expect(JSON.stringify(report)).toContain('Ekonomi');
    const elsewhere = await api.post(
      '/api/cases',
      { kind: 'complaint', opinionType: 'complaint', unit: 'iof-barn', source: 'relative', what: 'Fel.', categories: ['other'], categoryOther: ekonomi },
      'registrar',
    );
    expect(elsewhere.body).toMatchObject({ status: 422, missing: [{ field: 'categoryOther' }] });
  }, 30_000);

  test('AC-09 R-027 put right at once: registered, categorised, noted and closed in one step, and counted', async () => {
    const before = await table('complaints-by-category');
    const id = await reported(api, { handledAtOnce: true, categories: ['information'], immediateActions: 'Bad om ursäkt och gav rätt tid.' }, 'carer');
    expect((await api.get(`/api/cases/${id}`, 'manager')).body).toMatchObject({ stage: 'closed', closed: { reason: 'handledAtOnce' } });
    expect(countOf(await table('complaints-by-category'), 'information')).toBe(countOf(before, 'information') + 1);
  }, 30_000);

  test('AC-10 R-016 praise is praise: apart from the complaints, and with them on demand', async () => {
    const before = await table('complaints-by-source');
    for (let n = 0; n < 3; n += 1) await reported(api, { unit: 'iof-barn', opinionType: 'praise', source: 'resident' });
    const apart = await table('complaints-by-source');
    const together = await table('complaints-by-source', '&praise=include');
    expect(countOf(apart, 'resident')).toBe(countOf(before, 'resident'));
    expect(countOf(together, 'resident')).toBe(countOf(before, 'resident') + 3);
  }, 30_000);

  test('R-367 every figure has its cases, and who opens them is noted before they are shown', async () => {
    const id = await reported(api, { unit: 'afs-sodra', source: 'officialOrAuthority' });
    const report = await table('complaints-by-source');
    const link = report.rows.find((row) => row.code === 'officialOrAuthority')?.cases ?? '';
    const behind = casesBehindAnswer.parse((await api.get(link, 'controller')).body);
    expect(behind).toMatchObject({ total: 1, hidden: 0, items: [{ id }] });
    const [noted] = await api.core.database.query('SELECT action, route FROM store.access_log WHERE stream = $1', [`case/${id}`]);
    expect(noted).toEqual({ action: 'list', route: 'GET /api/reports/{id}/cases' });
    // The page is another door to the same cases, and notes it too.
    expect((await api.get(`/statistik/complaints-by-source/arenden?unit=namnd`, 'controller')).status).toBe(200);
    const routes = await api.core.database.query<{ route: string }>('SELECT route FROM store.access_log WHERE stream = $1', [`case/${id}`]);
    expect(routes.map(({ route }) => route)).toContain('GET /statistik/{id}/arenden');
    expect(casesBehindAnswer.parse((await api.get(link, 'manager')).body)).toMatchObject({ total: 0, hidden: 0, items: [] });
  }, 30_000);

  test('R-052 a manager attests a past period: from then on a zero is a zero', async () => {
    const body = { unit: 'afs-norra', from: '2025-01-01', to: '2026-01-01' };
    expect((await api.post('/api/attestations', body, 'otherManager')).status).toBe(403);
    expect((await api.post('/api/attestations', body, null)).status).toBe(401);
    expect((await api.post('/api/attestations', { ...body, to: '2024-01-01' }, 'manager')).body).toMatchObject({ status: 422, code: 'badPeriod' });
    // Who may is asked first; what is wrong with the period is said all at once.
    const turned = { ...body, from: '2099-02-01', to: '2099-01-01' };
    expect((await api.post('/api/attestations', turned, 'otherManager')).status).toBe(403);
    expect((await api.post('/api/attestations', turned, 'manager')).body.missing.map(({ text }: { text: string }) => text)).toEqual([
      'Slutet ska ligga efter början (slutdagen räknas inte in)',
      'En period kan intygas först när den är slut',
    ]);
    const key = randomUUID();
    const done = await api.post('/api/attestations', body, 'manager', { 'idempotency-key': key });
    expect(done.status).toBe(201);
    expect(commandAnswer.parse(done.body).events).toEqual([{ type: 'StatisticsAttested' }]);
    expect((await api.post('/api/attestations', body, 'manager', { 'idempotency-key': key })).body).toEqual(done.body);
    await api.caughtUp();
    const report = reportTableAnswer.parse(
      (await api.get('/api/reports/complaints-by-source?unit=afs-norra&from=2025-01-01&to=2026-01-01', 'controller')).body,
    );
    expect(report.attested).toEqual({ units: 1, of: 1 });
    expect(report.totals).toEqual({ count: 0, cases: 0 });
  }, 30_000);

  test('the organisation is open to all, on any day', async () => {
    const rows = organisationAnswer.parse((await api.get('/api/organisation')).body);
    expect(rows.map((row) => row.code)).toEqual(expect.arrayContaining(['namnd', 'afs', 'afs-norra']));
    expect((await api.get('/api/organisation?at=2001-01-01')).body).toEqual([]);
    expect((await api.get('/api/organisation?at=igår')).body).toMatchObject({
      status: 400,
      missing: [{ field: 'at', text: 'Skriv dagen som åååå-mm-dd, till exempel 2026-09-03' }],
    });
  });
});

describe('Mina rapporter', () => {
  test('R-201 shows one’s own reports, also to one who sees nothing else', async () => {
    const body = { kind: 'deviation', lawAreas: ['SoL'], source: 'staff', unit: 'afs-norra', what: 'Larmet tystnade.', immediateActions: 'Bytte batteri.' };
    const { number } = (await api.post('/api/cases', body, 'carer')).body;
    await api.caughtUp();
    const page = await api.get('/rapportera/mina', 'carer', { accept: 'text/html' });
    expect([page.status, page.body.includes(number)]).toEqual([200, true]);
  }, 30_000);
});
