import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import { cleaned } from './cleaned.js';

const AUTHOR = 'Pahittad Forfattare';
const inside = (pdf: Buffer) => pdf.toString('latin1');
const textOf = async (pdf: Buffer) => (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text;

/** A letter of one page that names its author in every place that programs write it. */
async function letter(): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  document.setAuthor(AUTHOR);
  document.setCreator(AUTHOR);
  const { context } = document;
  const page = document.addPage();
  page.drawText('Larmet gick inte fram.');
  const metadata = context.register(context.stream(`<x:xmpmeta><dc:creator>${AUTHOR}</dc:creator></x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' }));
  document.catalog.set(PDFName.of('Metadata'), metadata);
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Program: { Private: PDFString.of(AUTHOR) } }));
  const comment = context.register(
    context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], T: PDFString.of(AUTHOR), Contents: PDFString.of('En anteckning') }),
  );
  page.node.set(PDFName.of('Annots'), context.obj([comment]));
  context.register(context.obj({ Author: PDFString.of(AUTHOR) }));
  return document;
}
const saved = async (document: PDFDocument): Promise<Buffer> => Buffer.from(await document.save({ useObjectStreams: false }));

describe('A document reveals only what its sender meant to show', () => {
  test('without the sender’s name it loses its author in every place, also in earlier versions; its pages stay', async () => {
    for (const compressed of [false, true]) {
      const sent = Buffer.from(await (await letter()).save({ useObjectStreams: compressed }));
      const kept = await cleaned({ name: 'brev.pdf', bytes: sent }, { nameless: true });
      if (typeof kept === 'string') throw new Error(kept);
      expect(await textOf(kept.bytes)).toContain('Larmet gick inte fram.');
      const plain = inside(await saved(await PDFDocument.load(kept.bytes, { updateMetadata: false })));
      expect(plain).not.toMatch(/Pahittad|xmpmeta|50616869747461/i);
      expect(plain).toContain('En anteckning');
    }
    const asSent = await saved(await letter());
    expect(await cleaned({ name: 'brev.pdf', bytes: asSent })).toMatchObject({ bytes: asSent });
  });

  test('one that is encrypted with a password is refused with an explanation; one that anyone can open is not, and loses its author', async () => {
    const locked = await letter();
    locked.encrypt({ userPassword: 'hemlig', ownerPassword: 'annan' });
    const open = await letter();
    open.encrypt({ ownerPassword: 'annan' });
    const [asksFirst, asksNobody] = [await saved(locked), await saved(open)];
    for (const nameless of [false, true]) {
      expect(await cleaned({ name: 'x.pdf', bytes: asksFirst }, { nameless })).toBe('locked');
      const kept = await cleaned({ name: 'x.pdf', bytes: asksNobody }, { nameless });
      if (typeof kept === 'string') throw new Error(kept);
      expect(await textOf(kept.bytes)).toContain('Larmet gick inte fram.');
      if (nameless) expect(inside(kept.bytes)).not.toMatch(/Pahittad|\/Encrypt/);
    }
  });

  test('a document after a byte order mark or other leading bytes is a document; a text about documents is a text', async () => {
    const sent = await saved(await letter());
    for (const before of ['\xef\xbb\xbf', '\r\n\r\n', 'HTTP/1.1 200 OK\r\n\r\n', `${' '.repeat(1000)}\n`]) {
      const bytes = Buffer.concat([Buffer.from(before, 'latin1'), sent]);
      for (const nameless of [false, true]) expect(await cleaned({ name: 'x', bytes }, { nameless })).toMatchObject({ mediaType: 'pdf', name: 'x.pdf' });
    }
    expect(await cleaned({ name: 'x', bytes: Buffer.from('En fil börjar med %PDF-1.7 och så vidare.') })).toMatchObject({ mediaType: 'text' });
  });

  test('one that can’t be parsed is refused where its author must be removed, and a bomb is not unpacked', async () => {
    expect(await cleaned({ name: 'x', bytes: Buffer.from('%PDF-1.7\n%\xe2\xe3\n1 0 obj\n', 'latin1') }, { nameless: true })).toBe('authorStays');
    const packed = deflateSync(Buffer.alloc(200 * 1024 * 1024, 32));
    for (const type of ['/ObjStm', '/Obj#53tm']) {
      const head = `%PDF-1.7\n1 0 obj\n<< /Type ${type} /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
      const bomb = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 2 0 R >>\n%%EOF')]);
      expect(await cleaned({ name: 'x', bytes: bomb }, { nameless: true })).toBe('authorStays');
    }
  });
});
