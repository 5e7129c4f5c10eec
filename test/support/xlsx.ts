import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive by their names, read from its central directory. */
function unzipped(zip: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [method, size, name, extra, comment, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + size);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), (method === 0 ? bytes : inflateRawSync(bytes)).toString());
    at += 46 + name + extra + comment;
  }
  return files;
}

const plain = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The cells of a workbook's first sheet, row by row, and the sheet's XML. */
export function sheetIn(workbook: Buffer): { readonly rows: readonly (readonly (string | number)[])[]; readonly xml: string } {
  const files = unzipped(workbook);
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, text = '']) => plain(text));
  const xml = [...files].find(([name]) => /^xl\/worksheets\/sheet1?\.xml$/.test(name))?.[1] ?? '';
  const rows = [...xml.matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
    const cells: (string | number)[] = [];
    for (const [, attributes = '', inner = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = (/r="([A-Z])\d+"/.exec(attributes)?.[1] ?? 'A').charCodeAt(0) - 65;
      // A cell without a value is not in the file.
      while (cells.length < column) cells.push('');
      const text = plain(inner);
      cells.push(/t="s"/.test(attributes) ? (shared[Number(text)] ?? '') : /t="(?:inlineStr|str)"/.test(attributes) || text === '' ? text : Number(text));
    }
    return cells;
  });
  return { rows, xml };
}
