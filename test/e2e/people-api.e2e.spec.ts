import { addDuration, stockholmDate } from '#domain/law/calendar';
import { changeAnswer, peopleAnswer, postsAnswer, proposalsAnswer } from '../../apps/api/src/administration-answers.schema.js';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { people } from '../support/scenario.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});
const tomorrow = () => addDuration(stockholmDate(api.core.clock.now().toISOString()), 'P1D');
const change = (changes: readonly object[], who: Who | null = 'administrator', key: string = crypto.randomUUID()) =>
  api.post('/api/organisation/changes', { changes, reason: 'Beslut 2026-11-30' }, who, { 'idempotency-key': key });
const postsOf = async (who: 'carer') =>
  postsAnswer.parse((await api.get(`/api/posts?at=${tomorrow()}`, 'administrator')).body).filter(({ person }) => person === people[who].person);

describe('People and posts for programs', () => {
  test('are read by those who assign cases or administer; log-in and e-mail by those who administer alone', async () => {
    const seen = async (who: Who) => peopleAnswer.parse((await api.get('/api/people', who)).body);
    const [byAdministrator, byManager] = [await seen('administrator'), await seen('manager')];
    expect(byAdministrator.find(({ id }) => id === people.mas.person)).toEqual({
      id: people.mas.person,
      name: 'Mas Påhittad',
      login: 'mas',
      email: 'mas@kommun.example',
      posts: [{ role: 'mas', unit: 'namnd' }],
    });
    expect(byManager.map(({ id }) => id)).toEqual(byAdministrator.map(({ id }) => id));
    expect(byManager.every(({ login, email }) => login === null && email === null)).toBe(true);
    for (const path of ['/api/people', '/api/posts'])
      for (const [who, status] of [
        ['director', 200],
        ['registrar', 200],
        ['carer', 403],
        ['controller', 403],
        ['committee', 403],
        ['dataOfficer', 403],
        [null, 401],
      ] as const)
        expect([path, who, (await api.get(path, who)).status]).toEqual([path, who, status]);
  });

  test('what gives rights is proposed by one and confirmed by another, never by the same person nor for oneself', async () => {
    const give = { do: 'givePost', login: 'carer', role: 'enhetschef', unit: 'afs-sodra', from: tomorrow() };
    const proposed = await change([give]);
    expect([proposed.status, changeAnswer.parse(proposed.body)]).toEqual([201, { outcome: 'proposed' }]);
    expect((await postsOf('carer')).map(({ role }) => role)).toEqual(['medarbetare']);
    const open = proposalsAnswer.parse((await api.get('/api/organisation/proposals', 'otherAdministrator')).body);
    expect(open).toEqual([
      { id: expect.any(String), by: people.administrator.id, at: expect.any(String), units: ['afs-sodra'], persons: [people.carer.person] },
    ]);
    const confirm = (who: Who) => api.post(`/api/organisation/proposals/${open[0]?.id}/confirm`, {}, who);
    expect([(await confirm('administrator')).status, (await confirm('manager')).status]).toEqual([403, 404]);
    expect([(await confirm('otherAdministrator')).status, (await confirm('otherAdministrator')).status]).toEqual([200, 409]);
    expect((await postsOf('carer')).map(({ role, unit }) => `${role} ${unit}`).sort()).toEqual(['enhetschef afs-sodra', 'medarbetare afs-norra']);
    expect((await api.get('/api/organisation/proposals', 'administrator')).body).toEqual([]);
  });

  test('a unit is renamed at once; the same key is the same change; a proposal is turned down with a reason', async () => {
    const rename = { do: 'renameUnit', unit: 'iof-barn', name: 'Barn, unga och familj', from: tomorrow() };
    const key = crypto.randomUUID();
    expect([(await change([rename], 'administrator', key)).body, (await change([rename], 'administrator', key)).body]).toEqual([
      { outcome: 'done' },
      { outcome: 'done' },
    ]);
    const units = (await api.get(`/api/organisation?at=${tomorrow()}`)).body as readonly { code: string; name: string }[];
    expect(units.filter(({ code }) => code === 'iof-barn').map(({ name }) => name)).toEqual(['Barn, unga och familj']);
    await change([{ do: 'endPost', login: 'analyst', role: 'analysledare', unit: 'namnd', to: tomorrow() }]);
    const [open] = proposalsAnswer.parse((await api.get('/api/organisation/proposals', 'director')).body);
    const reject = (body: object) => api.post(`/api/organisation/proposals/${open?.id}/reject`, body, 'director');
    expect([(await reject({ reason: '' })).status, (await reject({ reason: 'Fel person' })).status]).toEqual([400, 204]);
    expect((await api.get('/api/organisation/proposals', 'director')).body).toEqual([]);
  });

  test.each([
    ['manager', 403],
    ['director', 403],
    ['controller', 403],
    [null, 401],
  ] as const)('%s changes nothing by it: %i', async (who, status) => {
    expect((await change([{ do: 'endUnit', unit: 'iof-barn', successor: null, from: '2027-01-01' }], who)).status).toBe(status);
  });

  test('bad input says which field is wrong', async () => {
    const { status, body } = await change([{ do: 'renameUnit', unit: 'iof-barn', name: '', from: 'i morgon' }]);
    expect(status).toBe(400);
    expect(JSON.stringify(body.missing)).toMatch(/changes\.0/);
    expect((await change([{ do: 'renameUnit', unit: 'finns-inte', name: 'X', from: tomorrow() }])).status).toBeGreaterThanOrEqual(400);
  });
});
