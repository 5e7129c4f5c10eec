import { addDuration, stockholmDate } from '#domain/law/calendar';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { CookieJar } from '../support/cookie-jar.js';
import { listedActions, words } from '../support/listed-actions.js';
import { people } from '../support/scenario.js';
import { reported } from '../support/walk.js';

let api: Api;
let made: Awaited<ReturnType<typeof listedActions>>;
atServer(freshApi, async (fresh) => {
  api = fresh;
  made = await listedActions(api);
});

const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', accept: 'text/html' };
const logIn = async (user: string): Promise<CookieJar> => {
  const jar = new CookieJar(api.base);
  await jar.follow(`/demo/login?user=${user}`, (address) => address === '/');
  await jar.go('/inloggningar', { headers: { accept: 'text/html' } });
  return jar;
};
const pressed = (jar: CookieJar, what: 'make' | 'end') => jar.go('/inloggningar/kalender', { method: 'POST', headers: form, body: `_do=${what}` });
/** Makes an address as in a browser, and finds it on the answer. */
const addressOf = async (jar: CookieJar): Promise<string> => {
  const answer = await pressed(jar, 'make');
  const page = await (await jar.go(answer.headers.get('location') ?? '', { headers: { accept: 'text/html' } })).text();
  const [path = ''] = /\/kalender\/[\w-]{43}\.ics/.exec(page) ?? [];
  return path;
};
/** As a calendar program reads it: no cookies, no log-in. */
const read = async (path: string) => {
  const response = await fetch(api.base + path);
  return { status: response.status, type: response.headers.get('content-type'), ical: (await response.text()).replaceAll('\r\n ', '') };
};
const entries = (ical: string): readonly string[] =>
  [...ical.matchAll(/DTSTART;VALUE=DATE:(\d+)\r\nSUMMARY:(.*)\r\nURL:(.*)\r\n/g)].map(
    ([, day, summary, url]) => `${day} ${summary} ${new URL(url as string).pathname}`,
  );
const plain = (day: string): string => day.replaceAll('-', '');

describe('The calendar of one’s own deadlines', () => {
  test('has number, what is to be done and day of what is one’s own, with no words and no names, by its address alone', async () => {
    const carer = await read(await addressOf(await logIn('carer')));
    expect([carer.status, carer.type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(entries(carer.ical)).toEqual([
      `${plain(addDuration(made.today, 'P3D'))} ${made.numbers.record}: Åtgärden ska vara klar /atgarder/${made.ids.record}`,
    ]);
    const manager = await read(await addressOf(await logIn('manager')));
    const all = entries(manager.ical);
    expect(all).toContain(`${plain(addDuration(made.today, 'P5D'))} ${made.numbers.case}: Åtgärden ska vara klar /arende/${made.ids.case}`);
    // The duty of the case, by the name of its rule.
    expect(all.some((entry) => new RegExp(`${made.numbers.case}: Bedöma klagomålet /arende/${made.ids.case}$`).test(entry))).toBe(true);
    expect(all.filter((entry) => entry.includes(made.numbers.elsewhere))).toEqual([]);
    for (const word of [...Object.values(words), 'Påhittad', 'manager@', 'kvällsbesök', 'ATTENDEE', 'ORGANIZER', 'DESCRIPTION'])
      expect([word, manager.ical.includes(word)]).toEqual([word, false]);
  });

  test('its secret is stored as a hash, stands in no log line, and the reading is no access to a case', async () => {
    const jar = await logIn('manager');
    const before = await api.core.database.query('SELECT count(*)::int AS n FROM store.access_log');
    const path = await addressOf(jar);
    const secret = path.slice('/kalender/'.length, -'.ics'.length);
    await read(path);
    expect(await api.core.database.query('SELECT count(*)::int AS n FROM store.access_log')).toEqual(before);
    const stored = JSON.stringify(await api.core.database.query("SELECT encode(secret_hash, 'base64') AS hash, f::text AS row FROM store.calendar_feed f"));
    expect(stored).not.toContain(secret.slice(0, 20));
    expect(api.lines.join('\n')).toContain('/kalender/:secret.ics');
    expect(api.lines.join('\n')).not.toContain(secret.slice(0, 20));
    // The page says that it was read, and never shows it again.
    const page = await (await jar.go('/inloggningar')).text();
    expect(page).toContain('Senast hämtad');
    expect(page).not.toContain(secret);
  });

  test('opens nothing once it is ended or made anew, nor by any other text', async () => {
    const jar = await logIn('manager');
    const [first, second] = [await addressOf(jar), await addressOf(jar)];
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    await pressed(jar, 'end');
    expect((await read(second)).status).toBe(404);
    for (const path of ['/kalender/x.ics', `/kalender/${'a'.repeat(43)}.ics`, '/kalender/%00.ics'])
      expect([path, (await read(path)).status >= 400]).toEqual([path, true]);
    expect(await (await jar.go('/inloggningar')).text()).toContain('Du har ingen kalenderadress');
  });

  test('has nothing of a post that has ended: what one no longer sees is gone at the next reading', async () => {
    const today = stockholmDate(api.core.clock.now().toISOString());
    const { number } = (await api.get(`/api/cases/${await reported(api.core, { unit: 'afs-sodra' })}`, 'registrar')).body;
    await api.caughtUp();
    const path = await addressOf(await logIn('otherManager'));
    expect((await read(path)).ical).toContain(number);
    const { person } = people.otherManager;
    await api.core.database.query('UPDATE store.post SET valid_to = $2 WHERE person = $1', [person, today]);
    expect((await read(path)).status).toBe(404);
    await api.core.database.query("INSERT INTO store.post (person, role, unit, valid_from) VALUES ($1, 'enhetschef', 'afs-norra', $2)", [person, today]);
    const moved = await read(path);
    expect([moved.status, moved.ical.includes(number)]).toEqual([200, false]);
  });
});
