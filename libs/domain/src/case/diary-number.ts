import type { CaseCommand, ReportCase } from './commands.schema.js';

/** A prefix that registers write before the number. */
const HEAD = /^(?:DIARIENUMMER|DIARIENR|DNR)(?!\p{L})/u;

/**
 * A diary number in a canonical form: `KS 2026/0123`, `ks2026-123` and `Dnr KS 2026/123` are one number. Case, separators
 * and leading zeros are ignored; where one part ends and the next begins is not.
 */
export const plainNumber = (number: string): string =>
  (
    number
      .normalize('NFC')
      .toUpperCase()
      .replace(HEAD, '')
      .match(/\p{L}+|\d+/gu) ?? []
  )
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('-');

/** The digits that all spellings of a number share: the store finds possible holders by these. */
export const figuresOf = (number: string): string => number.replaceAll(/[^1-9]/g, '');

/** The diary number that a command or a report gives a case; null for one that gives none. */
export function diaryNumberIn(body: CaseCommand | ReportCase): string | null {
  if ('diaryNumber' in body) return body.diaryNumber ?? null;
  return 'set' in body && 'diaryNumber' in body.set ? (body.set.diaryNumber ?? null) : null;
}
