/**
 * What the document's font has a shape for, from and to; an archive copy may hold nothing else (PDF/A forbids a character without one):
 * Latin, Greek and Cyrillic letters, the signs that Swedish writes with, arrows. A spec sets each of them.
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

/** Marks without a shape of their own: joiners, byte order, which way a line runs, which form of a sign. */
const SHAPELESS = /\p{Cf}|\p{Variation_Selector}/gu;

const printed = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0;
  return shapes.some(([from, to]) => code >= from && code <= to) ? sign : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
};

/** The text as it can be printed: what has no shape in the font stands as its code, so that a reader sees that something stood there. */
export const printable = (text: string): string =>
  Array.from(
    text
      .normalize('NFC')
      .replaceAll(/\r\n?|\u{2028}|\u{2029}/gu, '\n')
      .replaceAll('\t', ' ')
      .replaceAll(SHAPELESS, ''),
    printed,
  ).join('');
