/*
 * Shapes of what names a person. A shape, not a proof: used to turn away, never to let through. What is typed comes in many spellings, so the
 * shapes are sought in one of them: compatibility forms folded, every dash a hyphen, every blank a space.
 */

const DASHES = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D\u00AD]/g;
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(DASHES, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '');

const PART = '[-. /:]?';
/**
 * A personnummer or samordningsnummer of ten or twelve digits, however its parts are set off; month 00 and day 60–91 of a samordningsnummer
 * (the month and the day may be unknown), and a reserve number whose last four begin with a letter (T-nummer). Not after a digit with a
 * separator: then it is a part of a longer number, that of a register.
 */
const PERSONAL_NUMBER = new RegExp(
  `(?<!\\d)(?:(?:18|19|20)${PART})?\\d{2}${PART}(?:0\\d|1[0-2])${PART}(?:[0-2]\\d|3[01]|[6-8]\\d|9[01])(?: ?[-+./:] ?| )?(?:\\d{4}|[A-Za-z]\\d{3})(?!\\d)`,
);
/** Eight digits or more that begin as a Swedish number does, in groups or not; not a part of a longer number. */
const PHONE = /(?<!\d[-/.:# ]?)(?:(?:\+|00)46[-. /]?(?:\(0\))?|\(?0)[1-9](?:\)?[-. /()]{0,2}\d){6,9}(?!\d)/;
/** In groups as a number is read aloud, also a short one. */
const GROUPED_PHONE = /(?<!\d[-/.:# ]?)0[1-9]\d{0,2}[- /]{1,3}\d{2,3}(?: \d{2,3}){1,2}(?!\d)/;
const EMAIL = /[^\s@,;<>]+@[^\s@,;<>]+\.[a-z]{2,}/i;
const STREET = '(?:vägen|väg|gatan|gata|gränden|gränd|stigen|stig|torget|torg|backen|backe|allén|allé|leden|esplanaden|kajen|liden)';
const ADDRESS = new RegExp(`(?<![a-zåäö])[a-zåäö]{2,}${STREET}[ .,:-]{1,2}\\d+`, 'i');

/** Is a part of the text shaped like a personnummer or samordningsnummer? */
export const looksLikePersonalNumber = (text: string): boolean => PERSONAL_NUMBER.test(folded(text));

const EACH_PERSONAL_NUMBER = new RegExp(PERSONAL_NUMBER, 'g');
/** The last ten of a personnummer: the century is written by some and left out by others. */
const TELLING = 10;

export interface PersonalNumber {
  /** As it is written. */
  readonly text: string;
  /** Its last ten figures without what sets them off: the same for every way of writing it, with or without a century. */
  readonly digits: string;
}

const numberOf = (written: string): PersonalNumber => ({
  text: written.trim(),
  digits: written
    .replaceAll(/[^0-9A-Za-z]/g, '')
    .slice(-TELLING)
    .toUpperCase(),
});

/** Everything in a text that is shaped like a personnummer, a samordningsnummer or a reserve number, whatever its check digit: it may be written wrong. */
export const personalNumbersIn = (text: string): readonly PersonalNumber[] =>
  [...folded(text).matchAll(EACH_PERSONAL_NUMBER)].map(([written]) => numberOf(written));

/** The numbers that stand by themselves in a text, and what is left of it without them: the figures within a longer word (a reference) are left in it. */
export function splitPersonalNumbers(text: string): { readonly numbers: readonly PersonalNumber[]; readonly rest: string } {
  const whole = folded(text);
  const numbers: PersonalNumber[] = [];
  let rest = '';
  let from = 0;
  for (const { 0: written, index } of whole.matchAll(EACH_PERSONAL_NUMBER)) {
    if (/[\p{L}\p{N}]$/u.test(whole.slice(0, index)) || /^[\p{L}\p{N}]/u.test(whole.slice(index + written.length))) continue;
    numbers.push(numberOf(written));
    rest += `${whole.slice(from, index)} `;
    from = index + written.length;
  }
  return { numbers, rest: numbers.length === 0 ? text : rest + whole.slice(from) };
}

/** The one that a whole text is; null where it is something else. */
export function personalNumberOf(text: string): PersonalNumber | null {
  const { numbers, rest } = splitPersonalNumbers(text);
  return numbers.length === 1 && rest.trim() === '' ? (numbers[0] ?? null) : null;
}

/** Is the last figure right, by the Luhn algorithm (folkbokföringslagen (1991:481) 18 §)? A reserve number has no such figure. */
export function hasCheckDigit({ digits }: Pick<PersonalNumber, 'digits'>): boolean {
  if (/\D/.test(digits)) return true;
  const doubled = [...digits].map((digit, n) => Number(digit) * (n % 2 === 0 ? 2 : 1));
  return doubled.reduce((sum, each) => sum + (each > 9 ? each - 9 : each), 0) % 10 === 0;
}

/** Is a part of the text shaped like a personnummer, a phone number, an e-mail or a street address? */
export function looksPersonal(text: string): boolean {
  const one = folded(text);
  return [PERSONAL_NUMBER, PHONE, GROUPED_PHONE, EMAIL, ADDRESS].some((shape) => shape.test(one));
}
