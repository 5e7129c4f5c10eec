import { stockholmDate } from '#domain/law/calendar';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { listedActions, rows } from '../support/listed-actions.js';

let api: Api;
let ids: Awaited<ReturnType<typeof listedActions>>['ids'];
atServer(freshApi, async (fresh) => {
  api = fresh;
  ({ ids } = await listedActions(api));
});
const page = async (who: Who, query = ''): Promise<string> => (await api.get(`/atgarder${query}`, who)).body as string;

// In a file of its own: it moves the clock.
describe('The list of all actions, later (R-228)', () => {
  test('what has been judged is closed, and one whose day has passed is late', async () => {
    await api.core.clock.advance(10 * 86_400_000);
    await api.caughtUp();
    expect(rows(await page('manager', '?due=late'))).toHaveLength(3);
    const done = { type: 'CompleteAction', doneOn: stockholmDate(api.core.clock.now().toISOString()) };
    expect((await api.post(`/api/actions/${ids.record}/commands`, done, 'carer')).status).toBe(200);
    await api.caughtUp();
    expect(rows(await page('manager', '?due=late'))).toHaveLength(2);
    expect((await api.post(`/api/actions/${ids.record}/commands`, { type: 'JudgeEffect', effect: 'partly', evidence: 'x' }, 'manager')).status).toBe(200);
    await api.caughtUp();
    expect(rows(await page('manager'))).toHaveLength(2);
    expect(rows(await page('manager', '?status=judged'))[0]).toContain('Effekten bedömd: delvis effekt –');
  });
});
