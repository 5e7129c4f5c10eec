import { inflateSync } from 'node:zlib';
import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';

/** Keys that name the author or the program, wherever they are; an annotation's title is the name of who wrote it. */
const AUTHORSHIP = ['Metadata', 'PieceInfo', 'LastModified'];

/** The limit for a document's own tables when unpacked: more is a decompression bomb. */
const MOST_UNFOLDED = 64 * 1024 * 1024;

/** Whether the document is encrypted, so that it asks for a password. A damaged one is not: it is stored as it is. */
export async function isLocked(bytes: Buffer): Promise<boolean> {
  if (!bytes.includes('/Encrypt')) return false;
  try {
    boundTables(bytes);
    await PDFDocument.load(bytes, { password: '', updateMetadata: false });
    return false;
  } catch (error) {
    return error instanceof EncryptedPDFError || /password|encrypt/i.test(String(error));
  }
}

/**
 * The document without its author: without the information dictionary, metadata streams, names of commenters, and everything that earlier versions left in
 * the file. The pages are untouched. Null where it can't be parsed, so that this can't be promised.
 */
export async function withoutAuthor(bytes: Buffer): Promise<Buffer | null> {
  try {
    boundTables(bytes);
    const document = await PDFDocument.load(bytes, { password: '', updateMetadata: false, throwOnInvalidObject: true });
    const { context } = document;
    delete context.trailerInfo.Info;
    delete context.trailerInfo.ID;
    const root = context.trailerInfo.Root;
    if (root === undefined) return null;
    const reached = new Set<PDFObject>();
    visit(root, (object) => context.lookup(object), reached);
    for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
    return Buffer.from(await document.save({ updateFieldAppearances: false, addDefaultPage: false }));
  } catch {
    // Not a readable document: the sender is told.
    return null;
  }
}

function visit(from: PDFObject, lookup: (ref: PDFRef) => PDFObject | undefined, reached: Set<PDFObject>): void {
  const waiting = [from];
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (reached.has(object)) continue;
    reached.add(object);
    if (object instanceof PDFRef) waiting.push(...[lookup(object)].filter((found) => found !== undefined));
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict || object instanceof PDFStream) {
      const dict = object instanceof PDFStream ? object.dict : object;
      strip(dict);
      waiting.push(...dict.values());
    }
  }
}

function strip(dict: PDFDict): void {
  for (const name of AUTHORSHIP) dict.delete(PDFName.of(name));
  const isComment = dict.has(PDFName.of('Rect')) && dict.get(PDFName.of('Subtype')) !== PDFName.of('Widget');
  if (isComment) dict.delete(PDFName.of('T'));
}

/** Unpacks the compressed tables, which are read before anything else, up to the limit. @throws for what is larger, or compressed in another way */
function boundTables(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  let left = MOST_UNFOLDED;
  for (const { index, 0: mark } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const head = text.slice(Math.max(text.lastIndexOf('obj', index - 4), index - 2_000, 0), index);
    // A name may be written with codes (#53 for S), so any name with one counts.
    if (!/\/(?:ObjStm|XRef)\b|\/[^\s/]*#/.test(head)) continue;
    const filters = [...head.matchAll(/\/Filter\s*(?:\/(\w+)|\[\s*\/(\w+)\s*\])?/g)].map(([, plain, listed]) => plain ?? listed);
    if (filters.length > 1 || filters.some((name) => name !== 'FlateDecode' && name !== 'DCTDecode')) throw new Error('a table packed in another way');
    if (filters[0] === 'FlateDecode') left -= inflateSync(bytes.subarray(index + mark.length), { maxOutputLength: left }).length;
  }
}
