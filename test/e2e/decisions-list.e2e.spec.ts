import { render } from 'preact-render-to-string';
import { visible } from '#domain/case/visible';
import { stockholmDate } from '#domain/law/calendar';
import { decisionsTaken } from '#read-model/decisions';
import { Decisions } from '../../apps/web/src/decisions/decisions.page.js';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { carry } from '../support/carry.js';
import { reported, walk } from '../support/complaint-over-http.js';
import { people } from '../support/scenario.js';

let api: Api;
let serious: string;
let today: string;
const words = 'Larmet besvarades inte på fyra timmar.';
atServer(freshApi, async (fresh) => {
  api = fresh;
  today = stockholmDate(api.core.clock.now().toISOString());
  const staff = { opinionType: null, source: 'staff', unit: 'afs-norra', what: words };
  serious = await reported(api, { ...staff, kind: 'lexSarah', lawAreas: ['SoL'], immediateActions: 'Larmet lades om.' }, 'carer');
  await carry(api.core, serious, 'feedback');
  const complaint = await reported(api);
  await walk(api, complaint, 'feedback');
  await reported(api);
  await api.caughtUp();
});

const page = async (path: string, who: Who) => {
  const response = await fetch(api.base + path, { headers: { accept: 'text/html', authorization: `Bearer ${api.tokenOf(who)}` } });
  return { status: response.status, text: await response.text() };
};
const numbers = (text: string): readonly string[] => [...text.matchAll(/>((?:KLA|LXS|AVV|LXM)-\d{4}-\d{4})</g)].map(([, number = '']) => number);

describe('Decisions on notification, by day (KL 6 kap. 39–40 §§, 7 kap. 8 §)', () => {
  test('R-100 who lays them before the board sees each decision with its day, what was decided and by which role; only of their own kind where nothing else is asked', async () => {
    const { status, text } = await page('/beslut', 'director');
    expect(status).toBe(200);
    expect(numbers(text)).toEqual([(await api.get(`/api/cases/${serious}`, 'director')).body.number]);
    expect(text).toContain(`<time>${today}</time>`);
    expect(text).toMatch(/Anmäls till IVO/);
    expect(text).toMatch(/socialchef/);
    expect(text).not.toContain(words);
    expect(numbers((await page('/beslut?vilka=alla', 'director')).text)).toHaveLength(2);
  });

  test('R-100 what a list does not hold is counted, and said on the page and in the file', async () => {
    const filter = visible(people.director, api.core.register.organisation, today);
    const asked = { from: today, to: today, kinds: [] };
    const all = await decisionsTaken(api.core.database, filter, asked);
    expect([all.items.length, all.total]).toEqual([2, 2]);
    expect(await decisionsTaken(api.core.database, filter, asked, 1)).toEqual({ items: all.items.slice(0, 1), total: 2 });
    const row = { id: serious, number: 'LXS-2026-0001', secrecy: false, on: today, heading: '', what: '', unit: '', decided: '', by: '', urgent: '' };
    const drawn = (total: number) => render(Decisions({ asked: { from: today, tom: today, vilka: 'alla' }, faults: [], rows: [row], total, fileHref: '' }));
    expect(drawn(2_345)).toContain('Listan visar de 1 senaste av 2345 beslut. Välj färre dagar för att se de andra.');
    expect(drawn(1)).not.toContain('Listan visar');
  });

  test('R-026 a reader finds the decisions of cases that they see, and no others', async () => {
    expect(numbers((await page('/beslut?vilka=alla', 'otherManager')).text)).toEqual([]);
    expect((await fetch(`${api.base}/beslut`, { headers: { accept: 'text/html' }, redirect: 'manual' })).status).not.toBe(200);
  });

  test('days that are none, or in the wrong order, are named beside the field; other days hold no decision', async () => {
    for (const query of ['from=i-går', 'from=2026-05-02&tom=2026-05-01', 'tom=2026-02-30'])
      expect([query, (await page(`/beslut?${query}`, 'director')).status]).toEqual([query, 422]);
    expect(numbers((await page('/beslut?from=2020-01-01&tom=2020-12-31', 'director')).text)).toEqual([]);
  });

  test('as a file: the same rows, codes in words', async () => {
    const { status, text } = await page('/beslut/beslut.csv?vilka=alla', 'director');
    expect([status, text.trim().split('\n')].flat()).toHaveLength(4);
    expect(text).toMatch(/^\uFEFF?Dag;Ärende;Vad;Enhet;Beslut;Beslutat av;Brådskande;Sekretessmarkering/);
  });

  test('R-021 R-307 a title is written on the page of the case, heads it and the lists for those who read its words, and stands in no <title>, file or other’s list', async () => {
    const title = 'Larm utan svar i fyra timmar';
    const send = (typed: string) =>
      fetch(`${api.base}/arende/${serious}/rubrik`, {
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'text/html', authorization: `Bearer ${api.tokenOf('director')}` },
        body: new URLSearchParams({ title: typed }),
      });
    const long = await send('x'.repeat(81));
    expect([long.status, await long.text()]).toEqual([422, expect.stringMatching(/Högst 80 tecken[\s\S]*x{81}/)]);
    expect((await send(title)).status).toBe(303);
    await api.caughtUp();
    const read = async (path: string, who: Who) => (await page(path, who)).text;
    const { text } = await page(`/arende/${serious}`, 'director');
    expect(/<h1>[\s\S]*?<\/h1>/.exec(text)?.[0]).toContain(title);
    expect(/<title>[\s\S]*?<\/title>/.exec(text)?.[0]).not.toContain(title);
    expect(text).toContain('Ändra rubrik');
    for (const list of ['/beslut', '/arenden?stage=open']) {
      expect([list, await read(list, 'director')]).toEqual([list, expect.stringContaining(title)]);
      expect([list, await read(list, 'controller')]).toEqual([list, expect.not.stringContaining(title)]);
    }
    expect(await read(`/arende/${serious}`, 'controller')).toMatch(/<h1><span class="number">[^<]*<\/span> Lex Sarah · /);
    expect(await read('/beslut/beslut.csv', 'director')).not.toContain(title);
  });
});
