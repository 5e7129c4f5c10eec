import { extractText, getDocumentProxy } from 'unpdf';
import type { CaseDocument } from './case-document.js';
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
  test('everything that is said is in it, in order, and it says that it is PDF/A-2a in Swedish', async () => {
    const pdf = typesetter.pdf(document());
    expect((await textOf(pdf)).replaceAll(/\s+/g, ' ')).toContain(
      'Utredning enligt lex Sarah LXS-2026-0001, Hemtjänst Norra Diarienummer: SN 2026-17 Händelsen Vad hände Ingen kom. Larmet gick inte fram. Från: personal',
    );
    const raw = pdf.toString('latin1');
    expect([/<pdfaid:part>(\d)/.exec(raw)?.[1], /<pdfaid:conformance>(\w)/.exec(raw)?.[1], /\/Lang *\((\w+)/.exec(raw)?.[1]]).toEqual(['2', 'A', 'sv']);
    expect(raw).toContain('/StructTreeRoot');
  });

  test('the same content of the same day is the same file to the byte; another day’s is not', () => {
    expect(typesetter.pdf(document()).equals(typesetter.pdf(document()))).toBe(true);
    expect(typesetter.pdf(document()).equals(typesetter.pdf(document({ day: '2026-11-23' })))).toBe(false);
  });

  test('no word is read as markup, and none that the font lacks stops the document: it stands as its code', async () => {
    const words = '#import "x" $a$ *b* _c_ @d <e> [f] \\ `g` = h\nmormor 😀 مرحبا \u0007 ✓';
    const text = await textOf(typesetter.pdf(document({ sections: [{ heading: '= #x', passages: [{ text: words }] }] })));
    for (const part of ['#import "x" $a$ *b* _c_ @d <e> [f] \\ `g` = h', 'mormor [U+1F600] [U+0645]', '[U+0007] [U+2713]', '= #x'])
      expect(text).toContain(part);
  });

  test('every sign that is let through has a shape in the font', () => {
    const signs = Array.from({ length: 0x2300 }, (_, n) => String.fromCodePoint(n)).filter((sign) => !/\p{Cs}/u.test(sign));
    const text = signs.join(' ');
    expect(typesetter.pdf(document({ sections: [{ heading: 'Tecken', passages: [{ text }] }] })).length).toBeGreaterThan(10_000);
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
