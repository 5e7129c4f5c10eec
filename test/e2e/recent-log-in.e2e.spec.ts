import { randomUUID } from 'node:crypto';
import type { ExistingCase } from '#domain/case/case';
import { Tokens } from '#organisation/tokens';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { carry } from '../support/carry.js';
import { does, reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { people } from '../support/scenario.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const words = 'Larmet hade slutat fungera. Fyra timmar på golvet.';
const html = { accept: 'text/html' };
const decision = { type: 'DecideIvo', notify: 'yes', presenter: people.irregularityInvestigator.person as string, reasons: words };
const textOf = async (response: Response) => (await response.text()).replaceAll('&#39;', "'");
const stateOf = async (id: string) => (await api.core.cases.load(id)) as ExistingCase;
const aged = (minutes: number | null) =>
  api.core.database.query("UPDATE store.session SET logged_in_at = clock_timestamp() - $1::int * interval '1 minute'", [minutes]);

/** A lex Sarah that is to be decided on, and its decider in a browser. */
async function toDecide() {
  const id = await reported(api, { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'] }, 'carer');
  await carry(api.core, id, 'ivoDecision');
  for (const command of [
    { type: 'AnswerConflict', answer: 'none' },
    { type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: 'x' },
  ])
    expect((await does(api, id, command, 'director')).status).toBe(200);
  const jar = new CookieJar(api.base);
  await jar.go('/demo/login?user=director');
  /** As a browser: a refusal is shown as a page of its own; what was done leads on (303). */
  const send = async () => {
    const { type, ...fields } = decision;
    const body = new URLSearchParams({ _vem: people.director.person as string, _key: randomUUID(), _from: 'beslut', _type: type, ...fields });
    const answer = await jar.go(`/arende/${id}`, { method: 'POST', body, headers: { ...html, 'sec-fetch-site': 'same-origin' } });
    const to = answer.headers.get('location') ?? '';
    const shown = to.includes('svar=') ? await jar.go(to, { headers: html }) : answer;
    return { isDone: answer.status === 303 && to.includes('klart='), text: await textOf(shown) };
  };
  return { id, jar, send };
}

/** Through the log-in of the demo, chosen as a person. */
async function again(jar: CookieJar, way: string, login: string) {
  const { address, response } = await jar.follow(way);
  const { address: answer } = await jar.follow(`${address}?user=${login}`, (next) => next.includes('/logga-in/svar'));
  return { asked: await textOf(response), last: await jar.go(answer) };
}

describe('A decision on notification to IVO in a browser', () => {
  test('asks for the log-in again when it was long ago, and the form comes back with all that was typed', async () => {
    const { id, jar, send } = await toDecide();
    await aged(16);
    expect(await textOf(await jar.go(`/arende/${id}/beslut`, { headers: html }))).toContain('När du sparar beslutet får du logga in igen');
    const sent = await send();
    expect(sent.isDone).toBe(false);
    const page = sent.text;
    expect(page).toContain('Bekräfta vem du är. Beslutet är inte sparat än');
    expect((await stateOf(id)).ivo).toBeNull();
    const way = `/logga-in?igen=ja&till=${encodeURIComponent(`/arende/${id}/beslut?gor=DecideIvo#k-DecideIvo`)}`;
    expect(page.replaceAll('&amp;', '&')).toContain(way);
    // The provider is told to ask, and to say when.
    const begun = new URL((await jar.go(way)).headers.get('location') ?? '', api.base).searchParams;
    expect([begun.get('prompt'), begun.get('max_age')]).toEqual(['login', '900']);
    const { asked, last } = await again(jar, way, 'director');
    expect(asked).toContain('<h1>Bekräfta vem du är</h1>');
    expect([last.status, last.headers.get('location')]).toEqual([303, `/arende/${id}/beslut?gor=DecideIvo#k-DecideIvo`]);
    const back = await textOf(await jar.go(`/arende/${id}/beslut?gor=DecideIvo`, { headers: html }));
    expect(back).toContain(words);
    expect(back).toContain('Du har bekräftat vem du är. Beslutet är inte sparat än.');
    expect(back).not.toContain('När du sparar beslutet får du logga in igen');
    expect((await send()).isDone).toBe(true);
    expect((await stateOf(id)).ivo?.notify).toBe('yes');
    const noted = "SELECT count(*)::int AS n FROM store.access_log WHERE action = 'refused' AND stream = $1";
    expect(await api.core.database.query(noted, [`case/${id}`])).toEqual([{ n: 0 }]);
  }, 60_000);

  test('is taken at once within the time, and not where nobody knows when the person logged in', async () => {
    const first = await toDecide();
    await aged(14);
    expect((await first.send()).isDone).toBe(true);
    const second = await toDecide();
    await aged(null);
    const refused = await second.send();
    expect([refused.isDone, refused.text.includes('Bekräfta vem du är')]).toEqual([false, true]);
  }, 60_000);

  test('gives the form to nobody else who logs in instead', async () => {
    const { id, jar, send } = await toDecide();
    await aged(60);
    await send();
    await again(jar, `/logga-in?igen=ja&till=/arende/${id}/beslut`, 'registrar');
    const page = await textOf(await jar.go(`/arende/${id}/beslut?gor=DecideIvo`, { headers: html }));
    expect(page).not.toContain(words);
  }, 60_000);

  test('is the only one that asks: what else the person does is done', async () => {
    const { id, jar } = await toDecide();
    await aged(60);
    const body = new URLSearchParams({ _vem: people.director.person as string, _key: randomUUID(), _type: 'WriteNote', text: 'Ringde enheten.' });
    expect((await jar.go(`/arende/${id}`, { method: 'POST', body, headers: { ...html, 'sec-fetch-site': 'same-origin' } })).status).toBe(303);
  }, 60_000);
});

describe('A decision on notification to IVO by a program', () => {
  test('needs a key that was issued recently: the rule is the server’s, not the page’s', async () => {
    const { id } = await toDecide();
    const key = randomUUID();
    const issue = (minutes: number) =>
      api.core.database.query(
        `INSERT INTO store.api_token (id, person, label, issued_at, ends_at)
         VALUES ($1, $2, 'Nattkörning', clock_timestamp() - $3::int * interval '1 minute', clock_timestamp() + interval '1 day')
         ON CONFLICT (id) DO UPDATE SET issued_at = excluded.issued_at`,
        [key, people.director.person, minutes],
      );
    const bearer = { authorization: `Bearer ${api.app.get(Tokens).issue(people.director.person as string, { id: key })}`, 'idempotency-key': randomUUID() };
    await issue(20);
    const refused = await api.post(`/api/cases/${id}/commands`, decision, null, bearer);
    expect([refused.status, refused.body.code, refused.body.title]).toEqual([401, 'logInAgain', 'Bekräfta vem du är']);
    expect((await stateOf(id)).ivo).toBeNull();
    // What it reads it may read.
    expect((await api.get(`/api/cases/${id}`, null, bearer)).status).toBe(200);
    await issue(1);
    expect((await api.post(`/api/cases/${id}/commands`, decision, null, bearer)).status).toBe(200);
  }, 60_000);
});
