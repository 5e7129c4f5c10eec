import sharp, { type Sharp } from 'sharp';

/** Larger pictures are scaled down: nobody needs more to look at them, and the whole must fit in memory. */
const KEPT_PIXELS = 50_000_000;
const SMALLER = 6_000;
/** The largest phone camera takes 200 megapixels. A format that must be decoded whole may have half of that. */
const MOST_PIXELS = 210_000_000;
const MOST_WHOLE_PIXELS = 105_000_000;

export type Drawn = { readonly bytes: Buffer; readonly damaged: boolean };

/**
 * The picture redrawn: turned upright, on white where it was transparent, and as far as it can be decoded where the rest is lost.
 * 'damaged' for a file that begins as a picture and shows nothing.
 */
export async function redraw(bytes: Buffer, as: 'jpeg' | 'png'): Promise<Drawn | 'damaged' | 'tooManyPixels'> {
  try {
    const { width, height, isProgressive } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const pixels = width * height;
    if (pixels > (isProgressive === true ? MOST_WHOLE_PIXELS : MOST_PIXELS)) return 'tooManyPixels';
    return (await drawn(bytes, as, pixels, 'error')) ?? (await rest(bytes, as, pixels)) ?? 'damaged';
  } catch {
    // A header that can't be read: the sender gets that as the answer.
    return 'damaged';
  }
}

async function drawn(bytes: Buffer, as: 'jpeg' | 'png', pixels: number, failOn: 'error' | 'none'): Promise<Drawn | null> {
  const whole = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn, pages: 1 }).autoOrient().flatten({ background: '#fff' });
  const fit = pixels > KEPT_PIXELS ? whole.resize({ width: SMALLER, height: SMALLER, fit: 'inside', withoutEnlargement: true }) : whole;
  return encoded(as === 'png' ? fit.png() : fit.jpeg({ quality: 88 }), failOn === 'none');
}

async function encoded(picture: Sharp, damaged: boolean): Promise<Drawn | null> {
  try {
    return { bytes: await picture.toBuffer(), damaged };
  } catch {
    return null;
  }
}

/** The visible part of a picture that is cut off or broken; null where there is none. */
async function rest(bytes: Buffer, as: 'jpeg' | 'png', pixels: number): Promise<Drawn | null> {
  const shown = await drawn(bytes, as, pixels, 'none');
  if (shown === null) return null;
  const { channels } = await sharp(shown.bytes).stats();
  return channels.every(({ stdev }) => stdev === 0) ? null : shown;
}
