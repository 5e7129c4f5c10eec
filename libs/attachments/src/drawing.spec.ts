import sharp from 'sharp';
import { demoCrest } from '#demo/municipality';
import { crestFrom } from './crest.js';
import { drawing } from './drawing.js';

const svg = (inner: string, more = '') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"${more}>${inner}</svg>`;
const shape = '<path d="M2 2h36v24z" fill="#f5b921"/>';
const textOf = (source: string): string => {
  const read = drawing(source);
  if ('refused' in read) throw new Error(read.refused);
  return read.text;
};

describe('A crest that is an SVG', () => {
  test('shapes, groups and gradients are written anew as they were, and again the same', () => {
    const gradient = '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>';
    const source = svg(`${gradient}<g transform="translate(1 2)"><path d="M2 2h36" fill="url(#a)"/></g>`);
    expect(textOf(source)).toBe(source);
    expect(textOf(demoCrest)).toBe(demoCrest);
  });

  test.each([
    '<script>alert(1)</script>',
    '<foreignObject><p>x</p></foreignObject>',
    '<image href="https://example.org/x.png"/>',
    '<use href="#a"/>',
    '<a href="https://example.org">x</a>',
    '<style>path{fill:url(https://example.org/x)}</style>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<text>Ord</text>',
  ])('%s is refused by its name', (inner) => {
    const read = drawing(svg(shape + inner));
    expect(read).toEqual({ refused: expect.stringContaining(`<${/\w+/.exec(inner)?.[0]}>`) });
  });

  test.each([
    ['<!DOCTYPE svg [<!ENTITY a "aaaa">]>', ''],
    ['<?xml-stylesheet href="https://example.org/x.css"?>', ''],
    ['', '<![CDATA[<script>]]>'],
    ['', 'lösa ord'],
  ])('%s%s is no drawing', (before, inner) => {
    expect(drawing(before + svg(inner + shape))).toHaveProperty('refused');
  });

  test.each([
    'onload="alert(1)"',
    'href="javascript:alert(1)"',
    'fill="url(https://example.org/x)"',
    'fill="url(x.svg#a)"',
    'style="fill:url(//example.org/x)"',
    'style="background:url(x)"',
    'filter="url(#a)"',
    'class="x"',
    `fill='"&gt;&lt;script&gt;'`,
    'xml:base="https://example.org/"',
  ])('the attribute %s does not come through', (attribute) => {
    expect(textOf(svg(`<path d="M2 2h36v24z" ${attribute}/>`))).toBe(svg('<path d="M2 2h36v24z"/>'));
  });

  test('what a drawing program notes beside the shapes is left out, and its styles become attributes', () => {
    const noted = '<metadata><rdf:RDF>Påhittad Tecknare</rdf:RDF></metadata><sodipodi:namedview id="x"/><title>Ord</title>';
    const styled = '<path d="M2 2h36" style="fill:#f00;-inkscape-font:x;stroke-width:2"/>';
    expect(textOf(svg(noted + styled))).toBe(svg('<path d="M2 2h36" fill="#f00" stroke-width="2"/>'));
  });

  test('without a viewBox the size gives it; without either it is refused, as is one that is empty, unfinished or of too many parts', () => {
    expect(textOf(`<svg width="40" height="48px">${shape}</svg>`)).toContain('viewBox="0 0 40 48"');
    for (const source of [`<svg>${shape}</svg>`, svg(''), `<svg viewBox="0 0 1 1">${shape}`, svg(shape.repeat(5_001)), '<html></html>', 'text'])
      expect(drawing(source)).toHaveProperty('refused');
  });
});

describe('A crest from a file', () => {
  test('a PNG is redrawn, no larger than it is shown, and keeps its transparency', async () => {
    const bytes = await sharp({ create: { width: 1_000, height: 1_200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .withExif({ IFD0: { Artist: 'Påhittad Tecknare' } })
      .toBuffer();
    const kept = await crestFrom(bytes);
    if (typeof kept === 'string') throw new Error(kept);
    const { width, height, channels, exif } = await sharp(kept.bytes).metadata();
    expect([kept.type, width, height, channels, exif]).toEqual(['png', 427, 512, 4, undefined]);
  });

  test('another kind of file, a broken one and one that is too large are refused with why', async () => {
    expect(await crestFrom(Buffer.from('%PDF-1.7\n1 0 obj'))).toMatch(/SVG eller PNG/);
    expect(await crestFrom(Buffer.from('\x89PNG\r\n\x1a\n trasig', 'latin1'))).toMatch(/går inte att läsa/);
    expect(await crestFrom(Buffer.alloc(256 * 1024 + 1, 32))).toMatch(/högst 256 kB/);
    expect(await crestFrom(null)).toMatch(/högst 256 kB/);
  });
});
