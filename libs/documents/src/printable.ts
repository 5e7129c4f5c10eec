import { fallbackFont, shapesOf } from './font.js';

/**
 * The ranges of characters that the document's own font has glyphs for; an archive copy may hold nothing else (PDF/A forbids a character without one):
 * Latin, Greek and Cyrillic letters, the punctuation of Swedish, arrows. A spec sets each of them.
 */
const shapes: readonly (readonly [number, number])[] = [
  [0x0a, 0x0a],
  [0x20, 0x7e],
  [0xa0, 0x2e4],
  [0x300, 0x36f],
  [0x384, 0x38a],
  [0x38e, 0x3a1],
  [0x3a3, 0x3ce],
  [0x400, 0x477],
  [0x48c, 0x4c4],
  [0x1e00, 0x1f15],
  [0x2010, 0x2027],
  [0x2030, 0x2037],
  [0x2039, 0x203e],
  [0x20ac, 0x20ac],
  [0x2190, 0x219b],
  [0x2212, 0x2212],
];

/** The same for the fallback font, by its own table; control characters have no glyphs there, and private-use characters mean nothing elsewhere. */
const beside = new Set(
  shapesOf(fallbackFont)
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n))
    .filter((code) => code > 0xa0 && !/\p{Co}/u.test(String.fromCodePoint(code))),
);

/** Characters without a glyph of their own: byte order mark, direction marks, variation selectors. Joiners stay: they shape the letters beside them. */
const SHAPELESS = /(?![\u200C\u200D])\p{Cf}|\p{Variation_Selector}/gu;

const isPrinted = (code: number): boolean => shapes.some(([from, to]) => code >= from && code <= to) || beside.has(code);
const printed = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0;
  return isPrinted(code) ? sign : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
};

/** Longer than any word that is read as one: an address, a key, a row of signs. Without a place to break it would run off the paper. */
const LONG = /\S{36,}/gu;
const BETWEEN = 12;
const signs = new Intl.Segmenter('sv', { granularity: 'grapheme' });
const breakable = (token: string): string => {
  const each = Array.from(signs.segment(token), ({ segment }) => segment);
  return each.map((sign, n) => (n > 0 && n % BETWEEN === 0 ? `\u200B${sign}` : sign)).join('');
};

/** The text as it can be printed: a character without a glyph is printed as its code, so that a reader sees that something is there. */
export const printable = (text: string): string =>
  Array.from(
    text
      .normalize('NFC')
      .replaceAll(/\r\n?|\u{2028}|\u{2029}/gu, '\n')
      .replaceAll('\t', ' ')
      .replaceAll(SHAPELESS, ''),
    printed,
  )
    .join('')
    .replaceAll(LONG, breakable);
