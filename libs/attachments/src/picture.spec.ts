import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { cleaned } from './cleaned.js';

const fixture = (name: string) => readFileSync(new URL(`../../../test/fixtures/pictures/${name}`, import.meta.url));
const kept = async (bytes: Buffer) => {
  const file = await cleaned({ name: 'bild.dat', bytes });
  if (typeof file === 'string') throw new Error(file);
  return file;
};
const meansOf = async (bytes: Buffer) => (await sharp(bytes).stats()).channels.map(({ mean }) => Math.round(mean));

describe('A picture is stored as a person sees it', () => {
  const clear = () => sharp({ create: { width: 30, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });

  test('black text on transparency is black text on white', async () => {
    const { bytes } = await kept(fixture('transparent.webp'));
    expect(Math.min(...(await meansOf(bytes)))).toBeGreaterThan(200);
    expect((await sharp(bytes).stats()).channels[0]?.min).toBeLessThan(60);
  });

  test.each([
    ['PNG', () => clear().png().toBuffer()],
    ['PNG with a palette', () => clear().png({ palette: true }).toBuffer()],
    ['PNG in grey', () => clear().toColourspace('b-w').png().toBuffer()],
    ['WebP', () => clear().webp().toBuffer()],
    ['GIF', () => clear().gif().toBuffer()],
  ])('what is transparent in a %s is white', async (_what, made) => {
    const { bytes } = await kept(await made());
    expect([(await sharp(bytes).metadata()).hasAlpha, new Set(await meansOf(bytes))]).toEqual([false, new Set([255])]);
  });

  test('one of more than fifty megapixels is scaled down', async () => {
    const large = await sharp({ create: { width: 9_000, height: 6_000, channels: 3, background: '#842' } })
      .jpeg({ quality: 30 })
      .toBuffer();
    const { width, height } = await sharp((await kept(large)).bytes).metadata();
    expect([width, height]).toEqual([6_000, 4_000]);
  });

  test.each(['jpeg', 'png'] as const)('a %s that is cut off is shown as far as it goes, and its name says so', async (format) => {
    const whole = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 120, sigma: 50 } } })
      .toFormat(format)
      .toBuffer();
    const { bytes, name } = await kept(whole.subarray(0, whole.length / 2));
    const { width, height } = await sharp(bytes).metadata();
    expect([width, height, name]).toEqual([200, 200, `bild (skadad).${format === 'png' ? 'png' : 'jpg'}`]);
    const top = await sharp(bytes).extract({ left: 0, top: 0, width: 200, height: 50 }).toBuffer();
    expect((await sharp(top).stats()).channels[0]?.stdev).toBeGreaterThan(20);
  });
});

describe('The name of a file is kept as people write it', () => {
  const bytes = Buffer.from('Ord.');
  test.each([
    ['Fo\u0308nster pa\u030A A\u030Angbatsva\u0308gen.jpg', 'Fönster på Ångbatsvägen.txt'],
    ['Rene\u0301 o\u0308ppnar.jpg', 'René öppnar.txt'],
    ['รูปถ่ายห้องน้ำ.jpeg', 'รูปถ่ายห้องน้ำ.txt'],
    ['تصویر مَدرسه.png', 'تصویر مَدرسه.txt'],
    ['می\u200cخواهم.txt', 'می\u200cخواهم.txt'],
    ['Kök & hall, 3 (ny).jpg', 'Kök & hall, 3 (ny).txt'],
    ['C:\\bilder\\..\\x.jpg', 'x.txt'],
    ['../../.htaccess', 'htaccess.txt'],
    ['rad\r\nSet-Cookie: a=1.jpg', 'rad Set-Cookie a=1.txt'],
    ['omv\u202Egpj.exe', 'omvgpj.txt'],
    ['\u0000\u0007', 'bilaga.txt'],
  ])('%j', async (sent, expected) => {
    expect(await cleaned({ name: sent, bytes })).toMatchObject({ name: expected });
  });

  test('a long name is cut between characters, never inside one', async () => {
    const family = '👨‍👩‍👧‍👦';
    for (const sign of [family, 'q\u0323\u0307', '🇸🇪', 'å']) {
      const file = await cleaned({ name: `${sign.repeat(90)}.jpg`, bytes });
      if (typeof file === 'string') throw new Error(file);
      const stem = file.name.replace('.txt', '');
      expect([stem.length <= 80, stem.length > 60, stem.replaceAll(sign, '')]).toEqual([true, true, '']);
    }
  });
});
