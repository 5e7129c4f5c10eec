import type { AttachmentType } from '#domain/codes/attachments';

/** What bytes are: a type that is stored, one that is converted to such, or one that is often sent and can't be read here. */
export type Content = AttachmentType | 'webp' | 'gif' | 'heic' | 'avif';

const begins = (bytes: Buffer, at: number, sign: string): boolean => bytes.subarray(at, at + sign.length).toString('latin1') === sign;

/** The type by the first bytes; null for what is not accepted. The name of a file is not used. */
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

/** A picture in the container of ISO 23008-12, by its main brand or its compatible brands. A film is neither. */
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

/** The mark of a PDF is within its first 1,024 bytes, whatever comes before it (ISO 32000-1, annex H.3.4.1). */
function isPdf(bytes: Buffer): boolean {
  const at = bytes.subarray(0, 1024).indexOf('%PDF-');
  // A text that mentions the mark has no objects.
  return at === 0 || (at > 0 && /\d\s+\d\s+obj\b/.test(bytes.toString('latin1', at)));
}

/** Plain text: a type without a signature of its own that can't be run. */
function isText(bytes: Buffer): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a program from a text
    return !/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Not text: an answer, not a fault.
    return false;
  }
}
