import { stockholmDate } from '#domain/law/calendar';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { reported } from '../support/complaint-over-http.js';
import { people } from '../support/scenario.js';

const secret = 'Två åtkomster utan skäl';
let api: Api;
let id: string;
let number: string;
atServer(freshApi, async (fresh) => {
  api = fresh;
  id = await reported(api);
  await reported(api);
  await api.caughtUp();
  const { body } = await api.get(`/api/cases/${id}`, 'manager');
  number = body.number;
  await api.get(`/api/cases/${id}/history`, 'director');
});

const page = async (path: string, who: Who = 'dataOfficer') => {
  const response = await fetch(api.base + path, { headers: { accept: 'text/html', authorization: `Bearer ${api.tokenOf(who)}` } });
  return { status: response.status, text: await response.text() };
};
/** The rows of the table: who, what, which case, by which route. */
const rowsOf = (html: string): readonly (readonly string[])[] =>
  [...html.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<td data-label="[^"]*"[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      cell
        .replace(/<span.*<\/span>/s, '')
        .replaceAll(/<[^>]+>/g, '')
        .trim(),
    ),
  );
const nameOf = async (who: Who): Promise<string> => {
  const [row] = await api.core.database.query<{ name: string }>('SELECT name FROM store.person WHERE id = $1', [people[who].person]);
  return row?.name ?? '';
};

describe('The access log as a page (lag 2001:454, 10 §; R-307)', () => {
  test('says who has opened a case, latest first, by its number as it is typed, and nothing of other cases', async () => {
    const { status, text } = await page(`/atkomst?nummer=${number.toLowerCase().replaceAll('-', '%E2%80%93')}`);
    expect(status).toBe(200);
    expect(rowsOf(text)).toEqual([
      [await nameOf('director'), 'Öppnade', number, expect.any(String), 'GET /api/cases/{id}/history'],
      [await nameOf('manager'), 'Öppnade', number, expect.any(String), 'GET /api/cases/{id}'],
    ]);
    expect(text).not.toContain(id);
  });

  test('says what a person has opened, with the post that they hold', async () => {
    const { text } = await page(`/atkomst?person=${people.director.person}`);
    // Other tests have them refused, or open something else.
    const opened = rowsOf(text).filter(([, did, of]) => did === 'Öppnade' && of?.startsWith('KLA'));
    expect(opened.map(([who, , of]) => [who, of])).toEqual([[await nameOf('director'), number]]);
    expect(text).toContain('Roll: Socialchef');
  });

  test('is for the data protection officer alone, and that it was read is logged, before it is shown', async () => {
    for (const who of ['director', 'manager', 'controller', 'registrar', 'mas'] as const)
      for (const path of ['/atkomst', '/atkomst/stickprov', '/atkomst/logg.csv']) expect([who, path, (await page(path, who)).status]).toEqual([who, path, 403]);
    const { text } = await page(`/atkomst?person=${people.dataOfficer.person}`);
    expect(rowsOf(text)[0]).toEqual([await nameOf('dataOfficer'), 'Sökte i åtkomstloggen', '–', '–', 'GET /atkomst']);
  });

  test.each([
    ['nummer=KLA-2020-9999', 'Det finns inget ärende', 'KLA-2020-9999'],
    ['from=2026-02-30', 'Ange dagen', '2026-02-30'],
    ['from=2026-05-02&tom=2026-05-01', 'Till och med ska inte ligga före', '2026-05-02'],
    ['tom=i%20g%C3%A5r', 'Ange dagen', 'i går'],
  ])('%s is answered by what is wrong and where, with what was typed', async (query, says, typed) => {
    const { status, text } = await page(`/atkomst?${query}`);
    expect(status).toBe(422);
    expect(text).toMatch(new RegExp(`role="alert"[\\s\\S]*${says}`));
    expect(text).toContain(`value="${typed}"`);
    expect(text).not.toContain('Ingen åtkomst i urvalet');
    expect((await page(`/atkomst/logg.csv?${query}`)).status).toBe(400);
  });

  test('is a file for an investigation: one line an access, the same as on the page', async () => {
    const { text } = await page(`/atkomst/logg.csv?nummer=${number}`);
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toBe('Tid;Vem;Roll;Vad;Ärende;Enhet;Sida');
    expect(lines.slice(1).map((line) => line.split(';').at(-1))).toEqual(['GET /api/cases/{id}/history', 'GET /api/cases/{id}']);
  });

  test('draws the sample of a month by itself, the same each time; lists, log-ins and other months are not in it', async () => {
    const today = api.core.clock.now().toISOString();
    const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit' }).format(new Date(today));
    await api.core.database.query(
      `INSERT INTO store.access_log (at, person, action, stream, route)
       SELECT $1::timestamptz - n * interval '1 microsecond', 'p' || n, CASE n % 2 WHEN 0 THEN 'read' ELSE 'list' END, 'case/' || gen_random_uuid(), 'GET /x'
       FROM generate_series(1, 200) n`,
      [today],
    );
    const [first, again] = [rowsOf((await page(`/atkomst/stickprov?manad=${month}`)).text), rowsOf((await page(`/atkomst/stickprov?manad=${month}`)).text)];
    expect(first).toHaveLength(30);
    expect(again).toEqual(first);
    expect(new Set(first.map(([, did]) => did))).not.toContain('Såg i en lista');
    expect(rowsOf((await page('/atkomst/stickprov?manad=2024-02')).text)).toEqual([]);
    expect((await page('/atkomst/stickprov?manad=2024-13')).status).toBe(400);
  });

  test('leads from the sample of a month to its control and back: planned with the month and the board filled in, then named with how it stands', async () => {
    const path = '/atkomst/stickprov?manad=2025-10';
    const before = (await page(path)).text;
    expect(before).toContain('Ingen kontroll är planerad för månaden.');
    const [, href = ''] = /href="(\/loggkontroller\/ny[^"]*)"/.exec(before) ?? [];
    const form = (await page(href.replaceAll('&amp;', '&'))).text;
    expect(form).toMatch(/name="month"[^>]*value="2025-10"|value="2025-10"[^>]*name="month"/);
    expect(form).toMatch(/<option[^>]*value="namnd"[^>]*selected|<option[^>]*selected[^>]*value="namnd"/);
    const planned = { month: '2025-10', unit: 'namnd', due: stockholmDate(api.core.clock.now().toISOString()) };
    const { body } = await api.post('/api/log-reviews', planned, 'dataOfficer');
    await api.post(`/api/log-reviews/${body.id}/commands`, { type: 'NoteResult', verdict: 'remark', looked: 30, found: secret }, 'dataOfficer');
    await api.caughtUp();
    const after = (await page(path)).text;
    expect(after).toMatch(new RegExp(`<a href="/loggkontroller/${body.id}">${body.number}</a>: Gjord, anmärkning att åtgärda`));
    expect(after).toContain('Planera en kontroll till för månaden');
    expect(after).not.toContain(secret);
    expect((await page('/atkomst/stickprov?manad=2025-09')).text).not.toContain(body.number);
    const one = `/loggkontroller/${body.id}`;
    expect((await page(one)).text).toContain('<a href="/atkomst/stickprov?manad=2025-10">Stickprovet för oktober 2025</a>');
    expect((await page('/loggkontroller')).text).toMatch(/<td data-label="Kontroll">Loggkontroll för oktober 2025/);
    // The head reads the control, but not the log that it was made from.
    const forHead = await page(one, 'director');
    expect([forHead.status, forHead.text.includes(secret), forHead.text.includes('/atkomst/stickprov')]).toEqual([200, true, false]);
    for (const who of ['manager', 'controller', 'registrar', 'mas'] as const) expect([who, (await page(one, who)).status]).toEqual([who, 404]);
  });
});
