import sharp from 'sharp';
import { contentOf } from './content-type.js';
import { drawing } from './drawing.js';

/** A municipality's crest as it is stored and shown. */
export interface CrestPicture {
  readonly type: 'svg' | 'png';
  readonly bytes: Buffer;
}

export const MOST_CREST_BYTES = 256 * 1024;
/** Shown at most some centimetres wide, on paper too. */
const WIDEST = 512;
const MOST_PIXELS = 25_000_000;

/**
 * A crest from bytes that anybody may have made: a PNG is redrawn, so that nothing but the picture is left; an SVG is written anew from the shapes
 * that are allowed in it (drawing.ts). @returns the picture, or in Swedish why it can't be used
 */
export async function crestFrom(bytes: Buffer | null): Promise<CrestPicture | string> {
  if (bytes === null || bytes.length > MOST_CREST_BYTES) return 'Bilden är för stor. Den får vara högst 256 kB';
  const content = contentOf(bytes);
  if (content === 'png') return redrawn(bytes);
  if (content !== 'text') return 'Bilden ska vara SVG eller PNG';
  const svg = drawing(bytes.toString('utf8'));
  return 'refused' in svg ? svg.refused : { type: 'svg', bytes: Buffer.from(svg.text) };
}

async function redrawn(bytes: Buffer): Promise<CrestPicture | string> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, pages: 1 }).resize({
      width: WIDEST,
      height: WIDEST,
      fit: 'inside',
      withoutEnlargement: true,
    });
    const out = await picture.png().toBuffer();
    return out.length > MOST_CREST_BYTES ? 'Bilden är för stor. Spara den i mindre format' : { type: 'png', bytes: out };
  } catch {
    // A broken picture: whoever chose it gets that as the answer.
    return 'Bilden går inte att läsa. Spara den på nytt som PNG eller SVG';
  }
}
