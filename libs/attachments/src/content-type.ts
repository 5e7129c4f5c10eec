import type { AttachmentType } from '#domain/codes/attachments';

/** What bytes are: one of ours, one that becomes one of ours, or one that is often sent and can't be read here. */
export type Content = AttachmentType | 'webp' | 'gif' | 'heic' | 'avif';

const begins = (bytes: Buffer, at: number, sign: string): boolean => bytes.subarray(at, at + sign.length).toString('latin1') === sign;

/** What the bytes are, by their own beginning; null for what is not taken in. A name says nothing. */
export function contentOf(bytes: Buffer): Content | null {
  if (begins(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
  if (begins(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (begins(bytes, 0, 'RIFF') && begins(bytes, 8, 'WEBP')) return 'webp';
  if (begins(bytes, 0, 'GIF87a') || begins(bytes, 0, 'GIF89a')) return 'gif';
  const still = stillPicture(bytes);
  if (still !== null) return still;
  if (isPdf(bytes)) return 'pdf';
  return isText(bytes) ? 'text' : null;
}

const AVIF = ['avif', 'avis', 'avio'];
const HEIF = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'heif', 'mif1', 'mif2', 'msf1', 'miaf', 'mif3', 'MiHE', 'MiHB', 'MiHA'];

/** A picture in the container of ISO 23008-12: by its main brand, or by those it says that it goes along with. A film is neither. */
function stillPicture(bytes: Buffer): 'heic' | 'avif' | null {
  if (!begins(bytes, 4, 'ftyp')) return null;
  const size = Math.min(bytes.readUInt32BE(0), 512, bytes.length);
  const brands = [8, ...Array.from({ length: Math.max(0, Math.floor((size - 16) / 4)) }, (_, n) => 16 + 4 * n)].map((at) =>
    bytes.subarray(at, at + 4).toString('latin1'),
  );
  const [main = ''] = brands;
  if (AVIF.includes(main) || (!/^he/.test(main) && brands.some((brand) => AVIF.includes(brand)))) return 'avif';
  return brands.some((brand) => HEIF.includes(brand)) ? 'heic' : null;
}

/** The mark of a PDF stands within its first 1,024 bytes, after whatever came before it on its way (ISO 32000-1, annex H.3.4.1). */
function isPdf(bytes: Buffer): boolean {
  const at = bytes.subarray(0, 1024).indexOf('%PDF-');
  // A text that speaks of the mark has no objects.
  return at === 0 || (at > 0 && /\d\s+\d\s+obj\b/.test(bytes.toString('latin1', at)));
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
