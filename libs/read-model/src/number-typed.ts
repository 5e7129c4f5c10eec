import { numberAsTyped } from '#domain/text';

/** Letters, a year and a number, with or without what stands between them: "kla 2026 14", "KLA-2026-0014", "kla2026-14". */
const LOOSE = /^([\p{L}]{2,8})[\s/.-]*((?:19|20|21)\d\d)[\s/.-]+0*(\d{1,7})$|^([\p{L}]{2,8})-?((?:19|20|21)\d\d)0*(\d{1,4})$/u;
const DIGITS = 4;

/** The number of a case or a record as it stands, of a text that is one, however loosely it is written; null for any other text. */
export function numberTyped(text: string): string | null {
  const found = LOOSE.exec(numberAsTyped(text.trim().replaceAll(/\s+/g, '-')));
  if (found === null) return null;
  const [series, year, n] = [found[1] ?? found[4], found[2] ?? found[5], found[3] ?? found[6] ?? ''];
  return `${series}-${year}-${n.padStart(DIGITS, '0')}`;
}
