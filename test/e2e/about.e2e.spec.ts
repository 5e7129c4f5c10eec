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

describe('The municipality in the frame, changed from a page by the systemförvaltare', () => {
  const headOf = (text: string): string => /<header>.*<\/header>/s.exec(text)?.[0] ?? '';
  const footOf = (text: string): string => /<footer>.*<\/footer>/s.exec(text)?.[0] ?? '';
  const typed = {
    name: 'Nya kommun',
    phone: '010-999 88 77',
    email: 'nya@kommun.example',
    address: '',
    dataProtection: 'dso@kommun.example',
    colour: '#14506f',
  };
  const more = { statement: 'https://kommun.example/tillganglighet', reason: 'Ny grafisk profil.' };

  /** Sends the form as a browser does, and reads the page that it leads to. */
  async function saves(login: string, fields: Readonly<Record<string, string>>, crest?: string) {
    const jar = new CookieJar(demo.base);
    await jar.go(`/demo/login?user=${login}`);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (crest !== undefined) form.set('bilagor', new Blob([crest]), 'vapen.svg');
    const sent = await jar.go('/organisation/kommunen', { method: 'POST', body: form, headers: { ...html, origin: demo.base } });
    const next = sent.headers.get('location');
    const answer = next === null ? sent : await jar.go(next, { headers: html });
    return { status: sent.status, next, text: await answer.text() };
  }

  test('head, foot, poster and paper say whose they are; the crest is a picture that can run nothing and is kept by its hash', async () => {
    for (const path of ['/', '/folj', '/enhet/afs-hemtjanst-norra/skylt', '/utloggad']) {
      const { text } = await read(path);
      expect([path, headOf(text).match(/Järva kommun/g)?.length]).toEqual([path, 2]);
      expect(footOf(text)).toContain('Telefon 000-000 00 00 · kontakt@jarva.example');
    }
    const { text } = await read('/enhet/afs-hemtjanst-norra/skylt');
    const [, crest = ''] = /<div class="poster"><p class="of-municipality"><img src="([^"]+)" alt\/>Järva kommun/.exec(text) ?? [];
    expect(crest).toMatch(/^\/assets\/kommun\/[0-9a-f]{64}\.svg$/);
    const picture = await fetch(demo.base + crest);
    expect(
      Object.fromEntries(
        ['content-type', 'cache-control', 'content-security-policy', 'x-content-type-options'].map((name) => [name, picture.headers.get(name)]),
      ),
    ).toEqual({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    const [, sheet = ''] = /href="(\/assets\/kommun\/[^"]+\.css)"/.exec(text) ?? [];
    expect(await (await fetch(demo.base + sheet)).text()).toBe(':root { --municipality: #1b4a3c; }\n');
    for (const gone of ['ffffff.css', `${'0'.repeat(64)}.svg`, crest.split('/').pop()?.replace('svg', 'png'), '..%2fassets.js'])
      expect([gone, (await fetch(`${demo.base}/assets/kommun/${gone}`)).status]).toEqual([gone, 404]);
  });

  test('a colour that is too light is refused with its figure, and a crest that is no picture with why; all that was typed stays', async () => {
    const { status, next, text } = await saves('sigrid', { ...typed, ...more, colour: '#f5b921' }, '<svg viewBox="0 0 1 1"><script>x</script></svg>');
    expect([status, next]).toEqual([422, null]);
    expect(text).toContain('Vit text på färgen har kontrasten 1,7:1. Den ska vara minst 4,5:1.');
    expect(text).toContain('innehåller &lt;script>');
    for (const value of Object.values({ ...typed, ...more, colour: '#f5b921' })) expect(text).toContain(value);
    expect(headOf((await read('/')).text)).toContain('Järva kommun');
  });

  test('what is saved stands everywhere at once: frame, contact, personal data, accessibility and the history with who and why', async () => {
    const { next, text } = await saves('sigrid', { ...typed, ...more }, '<svg viewBox="0 0 1 1"><path d="M0 0h1v1z" onload="x"/></svg>');
    expect([next, text.includes('Sparat.')]).toEqual(['/organisation/kommunen?klart=ja', true]);
    const [, crest = ''] = /<img class="crest" src="([^"]+)"/.exec(text) ?? [];
    expect(await (await fetch(demo.base + crest)).text()).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>');
    expect(headOf((await read('/folj')).text)).toContain('Nya kommun');
    expect((await read('/kontakt')).text).toContain('href="tel:0109998877"');
    expect((await read('/personuppgifter')).text).toContain('Dataskyddsombudet nås på dso@kommun.example.');
    expect((await read('/tillganglighet')).text).toContain('href="https://kommun.example/tillganglighet"');
    expect((await read('/organisation/historik', 'torsten')).text).toMatch(/Kommunen heter Nya kommun[\s\S]*Ny grafisk profil\.[\s\S]*Ändrades av Sigrid/);
    expect((await saves('sigrid', { ...typed, ...more, crest: crest.split('/').pop() ?? '' })).text).toContain('Inget är ändrat');
  });

  test('nobody else has the page', async () => {
    for (const [login, status] of [
      ['maria', 404],
      ['disa', 404],
      ['karin', 403],
    ] as const) {
      expect([login, (await read('/organisation/kommunen', login)).status]).toEqual([login, status]);
      expect([login, (await saves(login, { ...typed, ...more, name: 'Annan' })).status]).toEqual([login, status]);
    }
  });
});
