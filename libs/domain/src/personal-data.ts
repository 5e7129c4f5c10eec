/** Ten or twelve digits in the form of a Swedish personnummer or samordningsnummer, with or without its hyphen. */
const PERSONAL_NUMBER = /(?<!\d)(?:\d{2})?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+ ]?\d{4}(?!\d)/;
const PHONE = /(?<!\d)(?:\+46|0)[\s-]?\d{1,3}(?:[\s-]?\d{2,3}){2,3}(?!\d)/;
const ADDRESS = /\b[A-ZÅÄÖ][a-zåäö]+(?:vägen|gatan|gränd|stigen|torget|backen|väg)\s+\d+/i;

/** Is a part of the text shaped like a personnummer or samordningsnummer? */
export const looksLikePersonalNumber = (text: string): boolean => PERSONAL_NUMBER.test(text);

/** Is the text shaped like a personnummer, a phone number or a street address? A shape, not a proof: used to turn away, never to let through. */
export function looksPersonal(text: string): boolean {
  return PERSONAL_NUMBER.test(text) || PHONE.test(text) || ADDRESS.test(text);
}
