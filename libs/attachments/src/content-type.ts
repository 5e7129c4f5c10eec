import type { AttachmentType } from '#domain/codes/attachments';

/** What bytes are: one of ours, one that becomes one of ours, or one that is often sent and can't be read here. */
export type Content = AttachmentType | 'webp' | 'heic';

const begins = (bytes: Buffer, at: number, sign: string): boolean => bytes.subarray(at, at + sign.length).toString('latin1') === sign;

/** What the bytes are, by their own beginning; null for what is not taken in. A name says nothing. */
export function contentOf(bytes: Buffer): Content | null {
  if (begins(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
  if (begins(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (begins(bytes, 0, 'RIFF') && begins(bytes, 8, 'WEBP')) return 'webp';
  if (begins(bytes, 4, 'ftyp') && /^(heic|heix|hevc|mif1|msf1|heim|avif)$/.test(bytes.subarray(8, 12).toString('latin1'))) return 'heic';
  if (begins(bytes, 0, '%PDF-')) return 'pdf';
  return isText(bytes) ? 'text' : null;
}

/** Characters and nothing else: what has no name of its own and can't be run. */
function isText(bytes: Buffer): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a program from a text
    return !/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Not characters: an answer to the question, and no fault.
    return false;
  }
}
