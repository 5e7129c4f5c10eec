import type { CaseCommand, ReportCase } from './commands.schema.js';

/** What a register writes before its number. */
const HEAD = /^(?:DIARIENUMMER|DIARIENR|DNR)(?!\p{L})/u;

/**
 * A diary number as a register means it, however it is written: `KS 2026/0123`, `ks2026-123` and `Dnr KS 2026/123` are one number. Case, signs
 * between the parts and zeros before a part say nothing; where one part ends and the next begins does.
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

/** The figures that are left of all spellings of a number: the store finds by these those who may hold it. */
export const figuresOf = (number: string): string => number.replaceAll(/[^1-9]/g, '');

/** The diary number that a command or a report gives a case; null for one that gives none. */
export function diaryNumberIn(body: CaseCommand | ReportCase): string | null {
  if (!('type' in body)) return body.diaryNumber ?? null;
  if (body.type === 'Diarise') return body.diaryNumber;
  return body.type === 'CorrectCase' ? (body.set.diaryNumber ?? null) : null;
}
