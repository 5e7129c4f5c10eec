import { extractText, getDocumentProxy } from 'unpdf';
import type { CaseDocument } from './case-document.js';
import { printable } from './printable.js';
import { Typesetter } from './typesetter.js';

const typesetter = new Typesetter();
const document = (more: Partial<CaseDocument> = {}): CaseDocument => ({
  title: 'Utredning enligt lex Sarah',
  about: 'LXS-2026-0001, Hemtjänst Norra',
  facts: [{ term: 'Diarienummer', text: 'SN 2026-17' }],
  sections: [{ heading: 'Händelsen', passages: [{ heading: 'Vad hände', text: 'Ingen kom.\nLarmet gick inte fram.', note: 'Från: personal' }] }],
  foot: 'Upprättad 2026-11-22 ur LXS-2026-0001',
  day: '2026-11-22',
  ...more,
});
const textOf = async (pdf: Buffer): Promise<string> => (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text;

describe('A document of a case, set for the archive and for the authority (R-183)', () => {
  test('all its words are in it, in order, and it declares PDF/A-2a and Swedish', async () => {
    const pdf = typesetter.pdf(document());
    expect((await textOf(pdf)).replaceAll(/\s+/g, ' ')).toContain(
      'Utredning enligt lex Sarah LXS-2026-0001, Hemtjänst Norra Diarienummer: SN 2026-17 Händelsen Vad hände Ingen kom. Larmet gick inte fram. Från: personal',
    );
    const raw = pdf.toString('latin1');
    expect([/<pdfaid:part>(\d)/.exec(raw)?.[1], /<pdfaid:conformance>(\w)/.exec(raw)?.[1], /\/Lang *\((\w+)/.exec(raw)?.[1]]).toEqual(['2', 'A', 'sv']);
    expect(raw).toContain('/StructTreeRoot');
  });

  test('the same content on the same day is the same file to the byte; another day’s is not', () => {
    expect(typesetter.pdf(document()).equals(typesetter.pdf(document()))).toBe(true);
    expect(typesetter.pdf(document()).equals(typesetter.pdf(document({ day: '2026-11-23' })))).toBe(false);
  });

  test('no word is read as markup, and a character that the fonts lack is printed as its code', async () => {
    const words = '#import "x" $a$ *b* _c_ @d <e> [f] \\ `g` = h\nmormor 🫠 漢 \u0007';
    const text = await textOf(typesetter.pdf(document({ sections: [{ heading: '= #x', passages: [{ text: words }] }] })));
    for (const part of ['#import "x" $a$ *b* _c_ @d <e> [f] \\ `g` = h', 'mormor [U+1FAE0] [U+6F22] [U+0007]', '= #x']) expect(text).toContain(part);
  });

  test('every character that is let through has a glyph in the fonts', () => {
    const signs = Array.from({ length: 0x1f700 }, (_, n) => String.fromCodePoint(n)).filter((sign) => !/\p{Cs}/u.test(sign));
    const printed = signs.filter((sign) => printable(sign) === sign);
    expect(printed.length).toBeGreaterThan(5_000);
    expect(typesetter.pdf(document({ sections: [{ heading: 'Tecken', passages: [{ text: printed.join(' ') }] }] })).length).toBeGreaterThan(10_000);
  });

  test('mathematics, ligatures, Greek, Cyrillic, Arabic and Hebrew are printed as they are written', async () => {
    const words = ['≥ 3 ≤ 5 ≠ ± × ✓', 'ﬁ ﬂ', 'Ελληνικά', 'Привет', 'سلام دنیا می‌خواهم', 'שלום'];
    for (const text of words) expect(printable(text)).toBe(text);
    const said = await textOf(typesetter.pdf(document({ sections: [{ heading: 'Привет', passages: [{ text: words.join('\n') }] }] })));
    for (const part of ['≥ 3 ≤ 5 ≠ ± × ✓', 'Ελληνικά', 'Привет']) expect(said).toContain(part);
    expect(said).not.toContain('[U+');
  });

  test('a line in Arabic or Hebrew begins at the right edge, one in Swedish at the left, in the same passage', async () => {
    const text = 'Så här skrev hon:\nمرحبا\nשלום 12\nSlut.';
    const pdf = typesetter.pdf(document({ sections: [{ heading: 'Språk', passages: [{ text }] }] }));
    const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1);
    const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    const edge = (of: RegExp) =>
      items.filter(({ str }) => of.test(str)).map(({ transform, width }) => ({ from: transform[4] as number, to: (transform[4] as number) + width }));
    const [right, left] = [595.28 - 70.9, 70.9];
    for (const script of [/\p{Script=Arabic}/u, /\p{Script=Hebrew}/u]) expect(Math.max(...edge(script).map(({ to }) => to))).toBeGreaterThan(right - 3);
    for (const swedish of [/^Så/, /^Slut/]) expect(Math.min(...edge(swedish).map(({ from }) => from))).toBeLessThan(left + 3);
  });

  test('text without a place to break stays on the paper, and is read as one word', async () => {
    const token = `https://exempel.se/${'ärende'.repeat(60)}?${'x'.repeat(200)}`;
    const pdf = typesetter.pdf(document({ facts: [{ term: 'Länk', text: token }], sections: [{ heading: 'L'.repeat(200), passages: [{ text: token }] }] }));
    const page = await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1);
    const ends = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [(item.transform[4] as number) + item.width] : []));
    expect(Math.max(...ends)).toBeLessThan(595.28 - 60);
    expect((await textOf(pdf)).replaceAll(/[\s\u200B]/gu, '')).toContain(token);
  });

  test('a long text runs over pages, with its number at the foot', async () => {
    const text = Array.from({ length: 300 }, (_, n) => `Rad ${n} om det som hände.`).join('\n');
    const proxy = await getDocumentProxy(new Uint8Array(typesetter.pdf(document({ sections: [{ heading: 'Lång', passages: [{ text }] }] }))));
    expect(proxy.numPages).toBeGreaterThan(4);
    const { text: pages } = await extractText(proxy, { mergePages: false });
    expect([pages[0], pages.at(-1)].map((page) => /(\d+) \((\d+)\)/.exec(page ?? '')?.slice(1, 3))).toEqual([
      ['1', `${proxy.numPages}`],
      [`${proxy.numPages}`, `${proxy.numPages}`],
    ]);
  });
});
