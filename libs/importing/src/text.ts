/** Characters that no text has: PostgreSQL can't store NUL or half a surrogate pair, and U+FFFD stands for a lost character. */
const faultOf = (text: string): string | null => {
  if (text.includes('\0')) return 'innehåller ett NUL-tecken';
  if (/\p{Surrogate}/u.test(text)) return 'innehåller ett halvt tecken';
  return text.includes('\uFFFD') ? 'innehåller \uFFFD, där ett tecken har gått förlorat' : null;
};

/** Faults in the characters of a row, by field. */
export function faultsOfText(row: unknown): readonly string[] {
  return fieldsOf(row).flatMap(([name, value]) => {
    const fault = [name, ...textsOf(value)].map(faultOf).find((found) => found !== null);
    return fault === undefined ? [] : [`${faultOf(name) === null ? name.slice(0, 40) : 'Ett fältnamn'}: ${fault}`];
  });
}

/** The row with its texts normalised: a letter and its mark are one character (NFC), a line ends with a line feed. */
export function plainText(row: unknown): unknown {
  if (row === null || typeof row !== 'object' || Array.isArray(row)) return row;
  return Object.fromEntries(fieldsOf(row).map(([name, value]) => [name, Array.isArray(value) ? value.map(composed) : composed(value)]));
}

const composed = (value: unknown): unknown => (typeof value === 'string' ? value.normalize('NFC').replaceAll(/\r\n?/g, '\n') : value);
const fieldsOf = (row: unknown): readonly (readonly [string, unknown])[] => (row === null || typeof row !== 'object' ? [] : Object.entries(row));
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
