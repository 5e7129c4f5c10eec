import sharp from 'sharp';
import type { AttachmentType } from '#domain/codes/attachments';
import { contentOf } from './content-type.js';

/** A file as it was sent; `bytes` null where it was larger than is taken in, and was not kept. */
export interface Sent {
  readonly name: string;
  readonly bytes: Buffer | null;
}
export type Unfit = 'tooLarge' | 'empty' | 'unknown' | 'heic' | 'damaged';
export interface Cleaned {
  readonly name: string;
  readonly mediaType: AttachmentType;
  readonly bytes: Buffer;
}

export const MOST_BYTES = 10 * 1024 * 1024;
/** A picture of more is a bomb or a mistake: it would fill the memory when opened. */
const MOST_PIXELS = 50_000_000;
const endings: Readonly<Record<AttachmentType, string>> = { jpeg: '.jpg', png: '.png', pdf: '.pdf', text: '.txt' };

/**
 * The file as it is kept, or why it can't be. Pictures are drawn anew, turned the right way, so that nothing but the picture is left: no
 * place, no time, no camera, no hidden tail.
 */
export async function cleaned({ name, bytes }: Sent): Promise<Cleaned | Unfit> {
  if (bytes === null || bytes.length > MOST_BYTES) return 'tooLarge';
  if (bytes.length === 0) return 'empty';
  const content = contentOf(bytes);
  if (content === null) return 'unknown';
  if (content === 'heic') return 'heic';
  if (content === 'pdf' || content === 'text') return { name: nameOf(name, content), mediaType: content, bytes };
  const mediaType = content === 'png' ? 'png' : 'jpeg';
  const redrawn = await redraw(bytes, mediaType);
  return redrawn === null ? 'damaged' : { name: nameOf(name, mediaType), mediaType, bytes: redrawn };
}

/** Null for what begins as a picture and is none. */
async function redraw(bytes: Buffer, as: 'jpeg' | 'png'): Promise<Buffer | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 }).autoOrient();
    return await (as === 'png' ? picture.png() : picture.jpeg({ quality: 88 })).toBuffer();
  } catch {
    // What a stranger sent could not be drawn: the answer is theirs to get, and there is nothing for us to mend.
    return null;
  }
}

/** The last part of the name, without signs that a file system or a header could read as something else, and with the ending that is true. */
function nameOf(sent: string, mediaType: AttachmentType): string {
  const last = sent.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[^\p{L}\p{N} ._()-]/gu, '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return `${plain.trim().slice(0, 80) || 'bilaga'}${endings[mediaType]}`;
}
