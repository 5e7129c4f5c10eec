import { addDuration } from '#domain/law/calendar';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { listedActions, rows, words } from '../support/listed-actions.js';
import { people } from '../support/scenario.js';

/*
 * The page of all actions: those that are planned in cases and those that are records, as far as the reader sees them.
 */

let api: Api;
let numbers: Awaited<ReturnType<typeof listedActions>>['numbers'];
let ids: Awaited<ReturnType<typeof listedActions>>['ids'];
let today: string;
atServer(freshApi, async (fresh) => {
  api = fresh;
  ({ numbers, ids, today } = await listedActions(api));
});

const page = async (who: Who, query = ''): Promise<string> => (await api.get(`/atgarder${query}`, who)).body as string;
const csv = async (who: Who, query = ''): Promise<readonly string[]> =>
  ((await api.get(`/atgarder/lista.csv${query}`, who)).body as string).trim().split('\r\n');

describe('The list of all actions (R-228; docs/engine.md#records)', () => {
  test('R-228 has those of cases and those that are records, soonest first, each leading to where it is and to what it serves', async () => {
    const html = await page('manager');
    expect(rows(html)).toEqual([
      expect.stringContaining('Skriv en rutin'),
      expect.stringContaining('HYPERLINK'),
      expect.stringContaining('Ny rutin för kvällsbesök'),
    ]);
    expect(rows(html)[0]).toBe(
      `${numbers.record} ${words.ofRecord} Utbildning och handledning ${numbers.risk} Hemtjänst Norra Carer Påhittad Beslutad ${rows(html)[0]?.split('Beslutad ')[1]}`,
    );
    expect(rows(html)[2]).toContain(`${numbers.case} Sekretess ${words.ofCase} Rutiner och arbetssätt Ärendet Hemtjänst Norra Enhetschef Beslutad`);
    for (const link of [`/atgarder/${ids.record}`, `/arende/${ids.case}#utredning`]) expect(html).toContain(`href="${link}"`);
  });

  test('has nothing of a case that the reader does not see: no row, no number, no word, no count', async () => {
    for (const text of [await page('manager', '?status=all'), (await csv('manager', '?status=all')).join()]) {
      expect(text).not.toContain(numbers.elsewhere);
      expect(text).not.toContain(words.elsewhere);
      expect(text).not.toContain(ids.elsewhere);
    }
    expect(await page('manager', '?status=all')).toContain('3 i listan');
    expect(await page('divisionHead', '?status=all')).toContain('4 i listan');
    expect(await page('investigator')).toContain('Inga åtgärder');
    expect((await api.get('/atgarder')).status).not.toBe(200);
  });

  test('has no words for one who works with codes, or who reads no more of the case than they said themselves', async () => {
    for (const who of ['controller', 'carer'] as const) {
      expect([who, await page(who, '?status=all')]).not.toEqual([who, expect.stringContaining(words.ofCase)]);
      expect([who, (await csv(who, '?status=all')).join()]).not.toEqual([who, expect.stringContaining(words.ofCase)]);
    }
    expect(rows(await page('controller')).some((row) => row.includes('Sekretess Rutiner och arbetssätt Ärendet'))).toBe(true);
  });

  test.each([
    ['those of the reader, by name or by role', 'manager', '?owner=mine', [words.ofCase]],
    ['those of the reader, by name or by role', 'carer', '?owner=mine', [words.ofRecord]],
    ['those of one person', 'manager', () => `?owner=${people.carer.person}`, [words.ofRecord]],
    ['one status', 'manager', '?status=proposed', [words.formula]],
    ['one unit', 'divisionHead', '?unit=afs-sodra', [words.elsewhere]],
    ['one tertial', 'divisionHead', () => `?due=${tertialOf(addDuration(today, 'P200D'))}`, [words.elsewhere]],
  ] as const)('is narrowed to %s (%s)', async (_what, who, query, found) => {
    const asked = typeof query === 'string' ? query : query();
    const lines = (await csv(who, asked)).slice(1);
    expect(lines).toHaveLength(found.length);
    found.forEach((text, n) => expect(lines[n]).toContain(text.slice(1, 8)));
    expect(rows(await page(who, asked))).toHaveLength(found.length);
  });

  test('counts open ones by tertial and those that are late, each a way to them', async () => {
    const period = tertialOf(addDuration(today, 'P3D'));
    const name = `T${period.slice(5)} ${period.slice(0, 4)}`;
    const count = async (label: string): Promise<string | undefined> => {
      const found = new RegExp(`href="(/atgarder[^"]*)"[^>]*><b>(\\d+)</b> ${label}<`).exec(await page('manager'));
      const behind = await page('manager', (found?.[1] ?? '').replace('/atgarder', '').replaceAll('&amp;', '&'));
      expect(rows(behind)).toHaveLength(Number(found?.[2]));
      return found?.[2];
    };
    expect([await count('Försenade'), await count(name)]).toEqual(['0', tertialOf(addDuration(today, 'P5D')) === period ? '3' : '2']);
    expect((await api.get('/atgarder?due=2026-4', 'manager')).status).toBe(400);
  });

  test('as a file it is what is listed, no cell is a formula, and the diary’s mark goes with the case', async () => {
    const answer = await api.get('/atgarder/lista.csv', 'manager');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="atgarder-${today}.csv"`.replaceAll('"', ''));
    const [head, first, second, third] = await csv('manager');
    const in3 = addDuration(today, 'P3D');
    expect(head?.replace(/^\uFEFF/, '')).toBe('Nummer;Åtgärd;Handlar om;Gäller;Sekretessmarkering;Enhet;Ansvarig;Läge;Effekt;Nästa datum;Försenad');
    expect(first).toBe(`${numbers.record};${words.ofRecord};Utbildning och handledning;${numbers.risk};;Hemtjänst Norra;Carer Påhittad;Beslutad;;${in3};nej`);
    expect(second).toBe(`${numbers.other};"'=HYPERLINK(""http://x"")";Utbildning och handledning;;;Hemtjänst Norra;;Föreslagen;;${in3};nej`);
    expect(third).toContain(`;${words.ofCase};Rutiner och arbetssätt;${numbers.case};Sekretessmarkerat;Hemtjänst Norra;Enhetschef;Beslutad;;`);
  });

  test('every reading of the list and of the file is logged, for the record and for the case', async () => {
    await page('manager');
    await csv('manager');
    const logged = await api.core.database.query<{ stream: string; route: string }>(
      `SELECT DISTINCT stream, route FROM store.access_log WHERE action = 'list' AND route LIKE 'GET /atgarder%' AND person = $1 ORDER BY 1, 2`,
      [people.manager.person],
    );
    const routes = ['GET /atgarder', 'GET /atgarder/lista.csv'];
    for (const stream of [`case/${ids.case}`, `action/${ids.record}`])
      expect(logged.filter((row) => row.stream === stream).map(({ route }) => route)).toEqual(routes);
    expect(logged.filter(({ stream }) => stream === `case/${ids.elsewhere}`)).toEqual([]);
  });
});

const tertialOf = (day: string): string => `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 4)}`;
