/** The text of a file, and how its bytes were decoded; or why they can't be, with the line where that is known. */
export type Decoded = { readonly text: string; readonly encoding: Encoding } | FileFault;
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/** A fault of the whole file: nothing of it is imported. */
export interface FileFault {
  readonly line: number | null;
  readonly fault: string;
}

const SAVE_AS_UTF8 = 'Spara om filen som ”CSV UTF-8” och försök igen';
const NOT_UTF16: FileFault = { line: null, fault: `Filen ser ut att vara UTF-16 men har ogiltiga tecken. ${SAVE_AS_UTF8}` };
/** Windows-1252 from 0x80 to 0x9F, with a space where it has no character. Written out, since some releases of Node read these bytes as Latin-1. */
const CP1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
/** Bytes without a character; and characters inside a word that no Swedish word has: å, ä and ö of older Macs or DOS, read as Windows-1252. */
const NOT_CP1252 =
  /[\x81\x8d\x8f\x90\x9d]|[a-z\xc0-\xff][\x80\x82-\x89\x8b\x8c\x93-\x95\x98\x99\x9b\x9c\x9f](?=[a-z\xc0-\xff])|[a-z\xc0-\xff][\x8a\x8e](?=[a-z])/i;

/**
 * Decodes a file as UTF-8, UTF-16 or Windows-1252, with or without a byte order mark. What can't be determined is refused, not guessed:
 * a character that was replaced (U+FFFD) can't be restored once it is stored.
 */
export function decoded(bytes: Buffer): Decoded {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return { line: null, fault: `Filen är en arbetsbok och inte en textfil. ${SAVE_AS_UTF8}` };
  const wide = utf16Of(bytes);
  const text = wide === null ? (strict(bytes, 'utf-8') ?? cp1252(bytes)) : (strict(bytes, wide) ?? NOT_UTF16);
  if ('fault' in text) return text;
  const replaced = text.text.indexOf('\uFFFD');
  if (replaced < 0) return text;
  return {
    line: lineAt(text.text, replaced),
    fault: 'Tecknet \uFFFD står där ett annat tecken har gått förlorat när filen sparades. Hämta filen på nytt ur det andra systemet',
  };
}

/** The line, from 1, of a position in the text. */
export const lineAt = (text: string, place: number): number => 1 + lineBreaks(text.slice(0, place));
export const lineBreaks = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

function strict(bytes: Buffer, label: 'utf-8' | 'utf-16le' | 'utf-16be'): Exclude<Decoded, FileFault> | null {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding: label === 'utf-8' ? 'UTF-8' : 'UTF-16' };
  } catch {
    // Not in that encoding: an answer, not a fault.
    return null;
  }
}

/** By the byte order mark, or by every other byte being zero at the beginning of the file, where field names are. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const [first = 1, second = 1, third = 1, fourth = 1] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? 'utf-16be' : null;
}

function cp1252(bytes: Buffer): Decoded {
  const latin = bytes.toString('latin1');
  const line = lineAt(latin, firstNotUtf8(bytes));
  // 0xC3 and a continuation is å, ä or ö in UTF-8; as Windows-1252 it would be Ã and a sign, which no Swedish text has.
  if (/\xc3[\x80-\xbf]/.test(latin)) return { line, fault: `Filen blandar teckenkodningar: en del är UTF-8, annat inte. ${SAVE_AS_UTF8}` };
  const swedish = /[\xe5\xe4\xf6\xc5\xc4\xd6]/.test(latin);
  if (NOT_CP1252.test(latin) || (!swedish && /[\x8a\x8e\x9a\x9e]/.test(latin)))
    return { line, fault: `Filens teckenkodning är varken UTF-8, UTF-16 eller Windows-1252. ${SAVE_AS_UTF8}` };
  return { text: latin.replaceAll(/[\x80-\x9f]/g, (sign) => CP1252.charAt(sign.charCodeAt(0) - 0x80)), encoding: 'Windows-1252' };
}

/** By bisection: whether the file is valid up to a position. A character that the position divides is not invalid. */
function firstNotUtf8(bytes: Buffer): number {
  const isSound = (to: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, to), { stream: true });
      return true;
    } catch {
      // The answer is no.
      return false;
    }
  };
  let [sound, faulty] = [0, bytes.length];
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (isSound(middle)) sound = middle;
    else faulty = middle;
  }
  return sound;
}
