import { complaintCategories } from '#domain/codes/complaint-categories';
import { lexSarahKinds, lexSarahOutcomes } from '#domain/codes/lex-sarah';
import { sources } from '#domain/codes/sources';
import { golden, goldenLexSarah } from '../acceptance/golden-002.js';
import { CookieJar } from '../support/cookie-jar.js';
import { type Demo, freshDemo } from '../support/demo.js';

/*
 * The page /kvalitetsberattelse/2023 against document 002: every number of its section on complaints and Lex Sarah.
 */

let demo: Demo;
let jar: CookieJar;
let html: string;
beforeAll(async () => {
  demo = await freshDemo();
  jar = new CookieJar(demo.base);
  await jar.go('/demo/login?user=controller');
  html = await read('/kvalitetsberattelse/2023');
}, 180_000);
afterAll(async () => {
  await demo?.close();
}, 30_000);

const read = async (path: string): Promise<string> => (await jar.go(path)).text();
const plain = (part: string): string =>
  part
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .trim();
const headings = (page: string): readonly string[] => [...page.matchAll(/<h([1-4])[^>]*>(.*?)<\/h\1>/g)].map(([, , text]) => plain(text as string));

type Told = Readonly<Record<string, number | null>>;
/** A table by its caption: number by row's label, null for what is not reported. */
function table(page: string, caption: string): Told {
  const found = [...page.matchAll(/<table[^>]*>(.*?)<\/table>/gs)]
    .map(([, inside]) => inside as string)
    .find((inside) => plain(/<caption[^>]*>(.*?)<\/caption>/.exec(inside)?.[1] ?? '') === caption);
  if (found === undefined) throw new Error(`no table ${caption}`);
  const rows = [...found.matchAll(/<tr><th scope="row">(.*?)<\/th><td[^>]*>(.*?)<\/td>/gs)].map(([, label, cell]) => {
    const text = plain(cell as string);
    return [plain(label as string), /ej rapporterat/.test(text) ? null : Number(text)] as const;
  });
  return Object.fromEntries(rows);
}

const labelled = (
  list: readonly { readonly code: string; readonly label: string }[],
  rows: Readonly<Record<string, number | null>>,
  otherwise?: 0 | null,
): Told =>
  Object.fromEntries(
    list.flatMap(({ code, label }) => (code in rows ? [[label, rows[code] as number | null]] : otherwise === undefined ? [] : [[label, otherwise]])),
  );
const names = {
  iof: 'Individ och familj',
  smf: 'Stadsutveckling, medborgarservice och fritid',
  afs: 'Äldre, funktionsnedsättning och socialpsykiatri',
} as const;
const fixed = sources.filter(({ code }) => code !== 'local');
const source = (name: string) => `Från vem har klagomålet/synpunkter inkommit: ${name}, 2023`;

describe('The quality report of 2023 as a page', () => {
  test('R-322 has document 002’s headings in its order, and then the board’s sum that it lacks', () => {
    expect(headings(html)).toEqual([
      'Kvalitetsberättelse 2023: klagomål, synpunkter och lex Sarah',
      'Avvikelsehantering',
      'Klagomål och synpunkter',
      'Lex Sarah',
      'Övrigt avseende avvikelsehantering',
      'Klagomål, synpunkter och avvikelser (inklusive lex Sarah)',
      names.iof,
      names.smf,
      names.afs,
      'Lex Sarah',
      'Hela nämnden: Järva stadsdelsnämnd (demo)',
    ]);
  });

  test.each(['iof', 'smf', 'afs'] as const)('AC-14 AC-15 AC-16 %s: from whom and about what, to the number', (division) => {
    const { bySource, byCategory } = golden[division];
    const { lawFirm, fosterHome, ...rows } = bySource.rows as Record<string, number | null>;
    const own = lawFirm === undefined ? {} : { Advokatbyrå: lawFirm, Familjehem: fosterHome };
    // The document leaves IoF's "annan" out: its own two rows are there instead.
    expect(table(html, source(names[division]))).toEqual({ ...labelled(fixed, rows, 0), ...own, Totalt: bySource.total });
    expect(table(html, `Kategorisering: ${names[division]}, 2023`)).toEqual({ ...labelled(complaintCategories, byCategory.rows), Totalt: byCategory.total });
  });

  test('AC-19 AC-20 Lex Sarah of every division by kind and by outcome, to the number', () => {
    const { afs, iof, smf } = goldenLexSarah;
    expect(table(html, `Lex Sarah: ${names.afs}, 2023`)).toEqual({ ...labelled(lexSarahKinds, afs.rows), Totalt: afs.total });
    expect(table(html, `Lex Sarah: ${names.iof}, 2023`)).toEqual({ ...labelled(lexSarahKinds, iof.kinds, 0), Totalt: iof.total });
    expect(table(html, `Lex Sarah: ${names.smf}, 2023`)).toEqual({ ...labelled(lexSarahKinds, {}, 0), Totalt: smf.total });
    expect(table(html, `Bedömning: ${names.iof}, 2023`)).toEqual({ ...labelled(lexSarahOutcomes, iof.outcomes, 0), Totalt: iof.total });
    expect(table(html, `Bedömning: ${names.afs}, 2023`)).toEqual({ ...labelled(lexSarahOutcomes, {}, null), Totalt: null });
  });

  test('R-324 the board’s own sums, which the document promises and does not give', () => {
    const { bySource, byCategory } = golden.computed;
    const board = 'Järva stadsdelsnämnd (demo)';
    expect(table(html, source(board))).toEqual({ ...labelled(fixed, bySource.rows), Totalt: bySource.total });
    expect(table(html, `Kategorisering: ${board}, 2023`)).toEqual({ ...labelled(complaintCategories, byCategory.rows), Totalt: byCategory.total });
    expect(table(html, `Lex Sarah: ${board}, 2023`)).toEqual({
      ...labelled(lexSarahKinds, goldenLexSarah.computed.rows, 0),
      Totalt: goldenLexSarah.computed.total,
    });
  });

  test('R-034 42 beside 68 is explained on the spot, and 13 in text beside 12 in the table is said', () => {
    const text = plain(html);
    expect(text).toContain('Två mått: 42 klagomål och synpunkter, räknade en gång var, och 68 markeringar av vad de handlar om.');
    expect(text).toContain('Uppgivet i text: 13 (Kvalitetsberättelsen, s. 8). Tabellen räknar 12 enskilda ärenden: skillnaden är 1.');
    expect(text).toContain('37 av 42, 88 procent');
    expect(text).toContain('Ingen lex Sarah har inkommit.');
  });

  test('every table says what it counts; what people shall write is empty and says whose it is; the position is stated', () => {
    for (const caption of html.matchAll(/<figure class="figures".*?<\/figure>/gs)) expect(caption[0]).toMatch(/<figcaption><p>[^<]{40,}/);
    for (const name of Object.values(names)) expect(html.split(`Fylls i av avdelningschefen, ${name}`)).toHaveLength(3);
    expect(plain(html)).toMatch(/Händelse \d+, registrerad .*Kedjans hash där: [0-9a-f]{16}/);
  });

  test('every figure is a link to its cases, and behind it are as many', async () => {
    const links = [...html.matchAll(/<a href="(\/statistik\/[^"]+\/arenden[^"]+)">(\d+)<\/a>/g)].map(
      ([, href, n]) => [(href as string).replaceAll('&amp;', '&'), n] as const,
    );
    expect(links.length).toBeGreaterThan(100);
    for (const [href, n] of links.filter((_, at) => at % 9 === 0))
      expect(await read(href)).toContain(`<p class="lead">${n === '1' ? '1 ärende.' : `${n} ärenden.`}`);
  }, 60_000);

  test('as it was known on a day before anything was entered nothing is reported; praise apart leaves 241; any year answers, an empty one says so', async () => {
    const before = await read('/kvalitetsberattelse/2023?asOf=2024-02-01');
    expect(before).toContain('Som det var känt 2024-02-01.');
    expect(table(before, source(names.iof))['Totalt']).toBeNull();
    expect(table(await read('/kvalitetsberattelse/2023?berom=apart'), source('Järva stadsdelsnämnd (demo)'))['Totalt']).toBe(241);
    expect(await read('/kvalitetsberattelse/2019')).toContain('Inga ärenden är registrerade som mottagna 2019.');
    expect(await read('/kvalitetsberattelse/1999')).toContain('Ingen organisation är inläst för 1999');
    expect((await jar.go('/kvalitetsberattelse/igår')).status).toBe(404);
    expect((await jar.go('/kvalitetsberattelse/2023?asOf=igår')).status).toBe(422);
  }, 30_000);
});
