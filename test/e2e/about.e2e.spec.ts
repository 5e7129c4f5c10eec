import { CookieJar } from '../support/cookie-jar.js';
import { type Demo, freshDemo } from '../support/demo.js';

/*
 * What stands in the foot of every page, and addresses that lead nowhere.
 */

let demo: Demo;
beforeAll(async () => {
  demo = await freshDemo();
}, 180_000);
afterAll(async () => {
  await demo?.close();
}, 30_000);

const html = { accept: 'text/html' };
const read = async (path: string, login: string | null = null): Promise<{ readonly status: number; readonly text: string }> => {
  const jar = new CookieJar(demo.base);
  if (login !== null) await jar.go(`/demo/login?user=${login}`);
  const answer = await jar.go(path, { headers: html });
  return { status: answer.status, text: await answer.text() };
};
const FOOT = ['/tillganglighet', '/personuppgifter', '/kontakt'];

describe('The foot of every page', () => {
  test.each(['/', '/folj', '/utloggad', '/finns-inte'])('%s leads to accessibility, personal data and contact, which are open to all', async (path) => {
    const foot = /<footer>.*<\/footer>/s.exec((await read(path)).text)?.[0] ?? '';
    expect([...foot.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(FOOT);
    for (const href of FOOT) expect((await read(href)).status).toBe(200);
  });

  test('contact is the municipality’s own boards, by its own setting; a provider’s is not among them', async () => {
    const { text } = await read('/kontakt');
    expect(text).toContain('Exempelgatan 1, 000 00 Järva');
    expect(text).not.toContain('Exempelgatan 2');
    expect(text).toContain('112');
  });

  test('personal data says what the product does: how long a session lasts, and that how long a case is kept is for the municipality to say', async () => {
    const { text } = await read('/personuppgifter');
    expect(text).toContain('gäller högst 12 timmar, och 60 minuter utan att användas');
    expect(text).toContain('Gensvar gallrar inget av sig självt.');
  });

  test('accessibility says what has not been tried, and claims no statement in the municipality’s place', async () => {
    expect((await read('/tillganglighet')).text).toMatch(/Det som inte är prövat[\s\S]*inte kommunens tillgänglighetsredogörelse/);
  });
});

describe('An address that leads nowhere', () => {
  test.each(['/finns-inte', '/arende/finns-inte', '/organisation'])('%s keeps the menu, and offers a search by number and what waits', async (path) => {
    const { status, text } = await read(path, 'maria');
    expect(status).toBe(404);
    expect(text).toMatch(/<nav class="menu"[\s\S]*Min enhet/);
    expect(text).toMatch(/<form method="get" action="\/arenden"[\s\S]*Sök på ärendenummer/);
    expect(text).toContain('href="/arenden?visa=vantar"');
  });

  test('the public has the menu of the public, and no search', async () => {
    const { status, text } = await read('/finns-inte');
    expect([status, /Lämna synpunkt/.test(text), /Sök på ärendenummer/.test(text)]).toEqual([404, true, false]);
  });

  test('a program gets the problem as before', async () => {
    const answer = await fetch(`${demo.base}/finns-inte`, { headers: { accept: 'application/json' } });
    expect([answer.status, answer.headers.get('content-type'), ((await answer.json()) as { code: string }).code]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
      'notFound',
    ]);
  });
});

describe('The demo’s mail and the description of the interface', () => {
  test('the mail is a page to a browser and a list to a program', async () => {
    const { text } = await read('/demo/mail', 'maria');
    expect(text).toMatch(/<h1>Demons e-post<\/h1>/);
    expect(text).toMatch(/<nav class="menu"/);
    expect(Array.isArray(await (await fetch(`${demo.base}/demo/mail`)).json())).toBe(true);
  });

  test('without script /api/docs says so, with every route and the way to the description', async () => {
    const { text } = await read('/api/docs');
    const without = /<noscript>(.*)<\/noscript>/s.exec(text)?.[1] ?? '';
    expect(without).toContain('href="/api/openapi.json"');
    const { paths } = (await (await fetch(`${demo.base}/api/openapi.json`)).json()) as { readonly paths: Record<string, object> };
    for (const path of Object.keys(paths)) expect(without).toContain(`${path}</code>`);
  });
});
