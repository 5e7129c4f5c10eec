import { CookieJar } from '../support/cookie-jar.js';
import { type Demo, freshDemo } from '../support/demo.js';
import { sheetIn } from '../support/xlsx.js';

/*
 * Min enhet over the demo municipality, for everybody who leads or follows a part of it.
 */

let demo: Demo;
beforeAll(async () => {
  demo = await freshDemo();
}, 180_000);
afterAll(async () => {
  await demo?.close();
}, 30_000);

async function signedInJar(login: string): Promise<CookieJar> {
  const jar = new CookieJar(demo.base);
  await jar.go(`/demo/login?user=${login}`);
  return jar;
}
async function signedIn(login: string): Promise<(path: string) => Promise<string>> {
  const jar = await signedInJar(login);
  return async (path) => (await jar.go(path)).text();
}
const plain = (part: string): string => part.replaceAll(/<[^>]+>/g, '').trim();
const hrefs = (html: string): string => html.replaceAll('&amp;', '&');

interface Pressable {
  readonly name: string;
  readonly href: string;
  readonly number: number;
}
const keyFigures = (page: string): readonly Pressable[] =>
  [...page.matchAll(/<li><a href="([^"]+)"[^>]*><span class="number">(.*?)<\/span> <span class="title">(.*?)<\/span>/g)].map(([, href, number, name]) => ({
    name: name as string,
    href: hrefs(href as string),
    number: /rapporterat/.test(number as string) ? 0 : Number(plain(number as string)),
  }));
const heatCells = (page: string): readonly Pressable[] =>
  [...page.matchAll(/<td data-label="[^"]*" class="shade-[1-5]"><a href="([^"]+)" aria-label="([^"]+)"[^>]*>(\d+)</g)].map(([, href, name, number]) => ({
    name: name as string,
    href: hrefs(href as string),
    number: Number(number),
  }));
/** How many rows the list has, all of its pages taken together. */
async function rowsBehind(read: (path: string) => Promise<string>, href: string): Promise<number> {
  const page = await read(href);
  const rows = (page.match(/<th scope="row"><a href="\/arende\//g) ?? []).length;
  const next = /<a rel="next" href="([^"]+)"/.exec(page)?.[1];
  return next === undefined ? rows : rows + (await rowsBehind(read, hrefs(next)));
}

describe('Min enhet', () => {
  test('leads to the poster of a unit, and to the paper form; what is more than a unit has no poster', async () => {
    const maria = await (await signedIn('maria'))('/min-enhet');
    const code = /href="\/enhet\/([a-z0-9-]+)\/skylt"/.exec(maria)?.[1] ?? '';
    expect(await (await signedIn('maria'))(`/enhet/${code}/skylt`)).toContain('Vad tycker du?');
    const karin = await (await signedIn('karin'))('/min-enhet');
    for (const page of [maria, karin]) expect(page).toContain('href="/rapportera/blankett"');
    expect(karin).not.toContain('/skylt"');
  });

  test.each(['maria', 'helena', 'fatima', 'mas', 'sas', 'karin', 'controller'])(
    'every number that %s can press has as many rows below it, and its list says the same',
    async (login) => {
      const read = await signedIn(login);
      const first = await read('/min-enhet');
      const pressable = [...keyFigures(first), ...heatCells(first)];
      expect(keyFigures(first).map(({ name }) => name)).toEqual([
        'Inkomna',
        'Pågående',
        'Försenade',
        'Ej påbörjade',
        'Åtgärder utan effektkontroll',
        'Återkoppling saknas',
      ]);
      for (const { name, href, number } of pressable) {
        expect([login, name, await rowsBehind(read, href)]).toEqual([login, name, number]);
        expect(plain(/<h2 id="urval">(.*?)<\/h2>/.exec(await read(href))?.[1] ?? '')).toMatch(new RegExp(`: ${number}$`));
      }
    },
    60_000,
  );

  test('the whole board has something in each of its numbers but one, and in its causes', async () => {
    const read = await signedIn('karin');
    const page = await read('/min-enhet');
    expect(keyFigures(page).filter(({ number }) => number > 0).length).toBeGreaterThanOrEqual(5);
    expect(heatCells(page).length).toBeGreaterThan(3);
    const whole = await read('/min-enhet?period=2026');
    expect(keyFigures(whole)[0]?.number).toBeGreaterThanOrEqual(keyFigures(page)[0]?.number ?? 0);
  }, 30_000);

  test('R-367 unit by unit the numbers add up to the whole, and each unit is a way on to its own', async () => {
    const read = await signedIn('fatima');
    const page = await read('/min-enhet?visa=open');
    const parts = /<figure class="figures"[^>]*aria-labelledby="delar-titel">(.*?)<\/figure>/s.exec(page)?.[1] ?? '';
    // For those above, the units come before the cases.
    expect(page.indexOf('delar-titel')).toBeLessThan(page.indexOf('id="urval"'));
    const open = [...parts.matchAll(/<td data-label="Pågående">(\d+)<\/td>/g)].map(([, n]) => Number(n));
    expect(open.length).toBeGreaterThanOrEqual(6);
    expect(open.reduce((sum, n) => sum + n, 0)).toBe(keyFigures(page)[1]?.number);
    const [, href, name] = /<th scope="row"><a href="([^"]+)">(Hemtjänst Norra)<\/a>/.exec(parts) ?? [];
    expect(plain(/<h1>(.*?)<\/h1>/.exec(await read(hrefs(href as string)))?.[1] ?? '')).toBe(name);
  }, 30_000);

  test('R-052 what is not attested is shown as not reported, never zero; attested, a zero is a zero', async () => {
    const read = await signedIn('karin');
    const of = async (query: string) => /<span class="number">(.*?)<\/span> <span class="title">Inkomna/.exec(await read(`/min-enhet?${query}`))?.[1] ?? '';
    expect(await of('unit=afs-hemtjanst-norra&period=2019')).toContain('ej rapporterat');
    expect(await of('unit=smf-stadsutveckling&period=2023')).toBe('0');
    const heat = async (query: string) => /<figure class="heat".*?<\/figure>/s.exec(await read(`/min-enhet?${query}`))?.[0] ?? '';
    expect(await heat('unit=namnd&period=2026')).toContain('ej rapporterat');
    expect(await heat('unit=namnd&period=2026')).not.toContain('shade-0');
  }, 30_000);

  test('R-367 R-052 as a file: the numbers of the page unit by unit, those of the same period a year before beside them, and the difference', async () => {
    const read = await signedIn('karin');
    const received = async (query: string) => keyFigures(await read(`/min-enhet?${query}`))[0]?.number;
    const csv = async (query: string) =>
      (await read(`/min-enhet/siffror.csv?${query}`))
        .replace('\ufeff', '')
        .split('\r\n')
        .map((line) => line.split(';'));
    const rows = await csv('unit=namnd&period=2025');
    const head = rows.findIndex((row) => row[0] === 'Kod');
    expect(rows[head]?.slice(2, 8)).toEqual([
      'Inkomna, 2025',
      'Inkomna, 2024',
      'Skillnad',
      'Pågående vid slutet av 2025',
      'Pågående vid slutet av 2024',
      'Skillnad',
    ]);
    const parts = rows.slice(
      head + 1,
      rows.findIndex((row, n) => n > head && row[1] === 'Totalt'),
    );
    const total = rows[head + 1 + parts.length] as string[];
    expect(total.slice(2, 5).map(Number)).toEqual([
      await received('unit=namnd&period=2025'),
      await received('unit=namnd&period=2024'),
      Number(total[2]) - Number(total[3]),
    ]);
    expect(Number(total[3])).toBeGreaterThan(200);
    for (const column of [2, 3, 5, 6, 8]) expect(parts.reduce((sum, row) => sum + Number(row[column]), 0)).toBe(Number(total[column]));
    expect(rows.some((row) => row[1] === 'Det gällde')).toBe(true);

    // Of a period that is under way as much of the year before is counted, and no more.
    const under = (await csv('unit=namnd')).find((row) => row[0] === 'Kod')?.slice(2, 4) ?? [];
    const [, from = '', to = ''] = /^Inkomna, (\S+) – (\S+)$/.exec(under[0] ?? '') ?? [];
    const [year, before] = [Number(to.slice(0, 4)), `${Number(from.slice(0, 4)) - 1}${from.slice(4)} – `];
    expect(under[1]).toMatch(new RegExp(`^Inkomna, ${before}${year - 1}`));

    // Where nobody has attested a zero is not known, and nothing is compared with it.
    const silent = (await csv('unit=smf&period=2023')).find((row) => row[0] === 'smf-stadsutveckling');
    expect(silent?.slice(2, 5)).toEqual(['0', 'ej rapporterat', 'går inte att jämföra']);

    const book = await (await signedInJar('karin')).go('/min-enhet/siffror.xlsx?unit=smf&period=2023');
    const { rows: cells } = sheetIn(Buffer.from(await book.arrayBuffer()));
    expect(cells.find((row) => row[0] === 'smf-stadsutveckling')?.slice(2, 5)).toEqual([0, '–', 'går inte att jämföra']);
    expect(cells.filter((row) => String(row[1] ?? '').includes('betyder ej rapporterat'))).toHaveLength(1);
    expect((await (await signedInJar('maria')).go('/min-enhet/siffror.csv?unit=iof-barn-unga')).status).toBe(422);
  }, 30_000);

  test('another’s unit is refused, and one who works in a unit without leading it is told whose page it is', async () => {
    const jar = new CookieJar(demo.base);
    await jar.go('/demo/login?user=maria');
    expect((await jar.go('/min-enhet?unit=iof-barn-unga')).status).toBe(422);
    const worker = new CookieJar(demo.base);
    await worker.go('/demo/login?user=emil');
    const refused = await worker.go('/min-enhet');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Sidan är för den som leder eller följer upp en verksamhet.');
    expect((await new CookieJar(demo.base).go('/min-enhet')).status).toBe(303);
  }, 30_000);
});
