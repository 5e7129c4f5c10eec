import { type Api, freshApi } from '../support/api.js';
import { does, reported } from '../support/complaint-over-http.js';
import { decidedToNotify } from '../support/decided.js';

let api: Api;
beforeAll(async () => {
  api = await freshApi();
}, 60_000);
afterAll(async () => {
  await api?.close();
}, 30_000);

const mark = 'Sekretessmarkerat';
const page = async (path: string): Promise<string> => String((await api.get(path, 'director')).body);

describe('The diary’s mark of secrecy (OSL 5 kap. 5 §)', () => {
  test('is shown on the case, on the decision, in the lists, behind a figure and by the API; without it nothing is said', async () => {
    const serious = await decidedToNotify(api, {});
    const open = await reported(api);
    await does(api, serious, { type: 'Diarise', diaryNumber: 'SN2026-17', secrecy: true }, 'registrar');
    await does(api, open, { type: 'Diarise', diaryNumber: 'SN2026-18', secrecy: false }, 'registrar');
    await api.caughtUp();
    expect(await page(`/arende/${serious}`)).toContain(mark);
    expect(await page(`/arende/${serious}/beslut`)).toContain(mark);
    expect((await page(`/arende/${open}`)).includes(mark)).toBe(false);
    const list = await page('/arenden?stage=open');
    expect([list.split('>Sekretess<').length - 1, list.includes(open)]).toEqual([1, true]);
    expect((await page('/statistik/lex-sarah-by-kind/arenden')).split('>Sekretess<').length - 1).toBe(1);
    expect((await page('/statistik/complaints-by-source/arenden')).includes('>Sekretess<')).toBe(false);
    for (const [id, on] of [
      [serious, true],
      [open, false],
    ] as const)
      expect((await api.get(`/api/cases/${id}`, 'director')).body.secrecy).toBe(on);
    const items = (await api.get('/api/cases', 'director')).body.items as { id: string; secrecy: boolean }[];
    expect(items.filter(({ secrecy }) => secrecy).map(({ id }) => id)).toEqual([serious]);
  });
});
