import sharp from 'sharp';
import { cleaned, MOST_BYTES } from './cleaned.js';

const picture = (format: 'jpeg' | 'png' | 'webp') =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#8a2' } })
    .withExif({ IFD0: { Copyright: 'Påhittad Person' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 20/1 0/1' } })
    .toFormat(format)
    .toBuffer();

/** The head of a file of the kind: its size, what it is, a version, and what it goes along with. */
const heif = (main: string, ...along: readonly string[]) =>
  Buffer.concat([Buffer.from([0, 0, 0, 16 + 4 * along.length]), Buffer.from(`ftyp${main}\0\0\0\0${along.join('')}`), Buffer.alloc(40)]);

describe('The type of an attachment is decided by its content and not by its name', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('a %s is redrawn: no place, no camera, no name is left in it', async (format) => {
    const sent = await picture(format);
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const kept = await cleaned({ name: 'C:\\bilder\\badrummet.JPG', bytes: sent });
    if (typeof kept === 'string') throw new Error(kept);
    const { exif, icc, xmp, iptc, width, format: now } = await sharp(kept.bytes).metadata();
    expect({ exif, icc, xmp, iptc, width, now }).toEqual({
      exif: undefined,
      icc: undefined,
      xmp: undefined,
      iptc: undefined,
      width: 40,
      now: format === 'png' ? 'png' : 'jpeg',
    });
    expect(kept).toMatchObject({ mediaType: format === 'png' ? 'png' : 'jpeg', name: format === 'png' ? 'badrummet.png' : 'badrummet.jpg' });
  });

  test('a picture that was taken sideways is stored upright, since its orientation tag is removed', async () => {
    const sideways = await sharp(await picture('jpeg'))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const kept = await cleaned({ name: 'x.jpg', bytes: sideways });
    expect(typeof kept === 'string' ? kept : (await sharp(kept.bytes).metadata()).width).toBe(20);
  });

  test('a PDF and a text are stored as they are, with the right extension', async () => {
    const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n');
    expect(await cleaned({ name: 'brev.exe', bytes: pdf })).toEqual({ name: 'brev.pdf', mediaType: 'pdf', bytes: pdf });
    const text = Buffer.from('Det hände på tisdagen.\r\n\tÅke');
    expect(await cleaned({ name: '../../etc/passwd', bytes: text })).toEqual({ name: 'passwd.txt', mediaType: 'text', bytes: text });
  });

  test.each<readonly [string, Buffer | null, string]>([
    ['a program called .jpg', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 'unknown'],
    ['a drawing with a script is characters, and is kept as characters', Buffer.from('<svg onload="alert(1)"/>'), 'text'],
    ['an archive', Buffer.from('PK\x03\x04', 'latin1'), 'unknown'],
    ['a JPEG that ends before its picture begins', Buffer.from('\xff\xd8\xff\xe0\x00\x10JFIF', 'latin1'), 'damaged'],
    ['a picture from an iPhone', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic')]), 'heic'],
    ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'mif2', 'msf1', 'miaf'].map(
      (brand) => [`HEIF of brand ${brand}`, heif(brand), 'heic'] as const,
    ),
    ...['avif', 'avis', 'avio'].map((brand) => [`AVIF of brand ${brand}`, heif(brand), 'avif'] as const),
    ['AVIF that names itself by what it goes along with', heif('mif1', 'miaf', 'avif'), 'avif'],
    ['HEIC that names itself by what it goes along with', heif('XXXX', 'mif1', 'heic'), 'heic'],
    ['a film', heif('isom', 'mp42'), 'unknown'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['too much', Buffer.alloc(MOST_BYTES + 1, 32), 'tooLarge'],
    ['what was too much to hold', null, 'tooLarge'],
  ])('%s: %#', async (_what, bytes, expected) => {
    const kept = await cleaned({ name: 'semester.jpg', bytes });
    expect(typeof kept === 'string' ? kept : kept.mediaType).toBe(expected);
  });

  test('a decompression bomb is not unpacked', async () => {
    const bomb = await sharp({ create: { width: 15_000, height: 15_000, channels: 3, background: '#000' }, limitInputPixels: false })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await cleaned({ name: 'x.png', bytes: bomb })).toBe('tooManyPixels');
  });
});
