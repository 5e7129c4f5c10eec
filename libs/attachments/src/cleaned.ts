import type { AttachmentType } from '#domain/codes/attachments';
import { contentOf } from './content-type.js';
import { fileName } from './file-name.js';
import { isLocked, withoutAuthor } from './pdf.js';
import { redraw } from './picture.js';

/** A file as it was sent; `bytes` null where it was too large and was not kept. */
export interface Sent {
  readonly name: string;
  readonly bytes: Buffer | null;
  /** Too many uploads at once to hold it. */
  readonly busy?: boolean;
}
export type Unfit = 'tooLarge' | 'empty' | 'unknown' | 'heic' | 'avif' | 'damaged' | 'tooManyPixels' | 'locked' | 'authorStays' | 'busy';
export interface Cleaned {
  readonly name: string;
  readonly mediaType: AttachmentType;
  readonly bytes: Buffer;
}

export const MOST_BYTES = 10 * 1024 * 1024;

/**
 * The file as it is stored, or why it can't be. Pictures are redrawn, turned upright, so that nothing but the picture is left: no
 * place, no time, no camera, no data after its end.
 * @param nameless the sender must not be known: a document loses its author's name as well
 */
export async function cleaned({ name, bytes, busy = false }: Sent, { nameless = false } = {}): Promise<Cleaned | Unfit> {
  if (busy) return 'busy';
  if (bytes === null || bytes.length > MOST_BYTES) return 'tooLarge';
  if (bytes.length === 0) return 'empty';
  const content = contentOf(bytes);
  if (content === null) return 'unknown';
  if (content === 'heic' || content === 'avif') return content;
  if (content === 'text') return { name: fileName(name, 'text'), mediaType: 'text', bytes };
  if (content === 'pdf') return document(name, bytes, nameless);
  const mediaType = content === 'png' || content === 'gif' ? 'png' : 'jpeg';
  const picture = await redraw(bytes, mediaType);
  if (typeof picture === 'string') return picture;
  return { name: fileName(name, mediaType, picture.damaged ? ' (skadad)' : ''), mediaType, bytes: picture.bytes };
}

/** As it was sent, except for the author's name where that must not be known. */
async function document(name: string, bytes: Buffer, nameless: boolean): Promise<Cleaned | Unfit> {
  if (await isLocked(bytes)) return 'locked';
  const kept = nameless ? await withoutAuthor(bytes) : bytes;
  return kept === null ? 'authorStays' : { name: fileName(name, 'pdf'), mediaType: 'pdf', bytes: kept };
}
