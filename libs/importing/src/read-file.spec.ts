import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { judgeFile, type Line, type ReadFile } from './read-file.js';

const fixture = (name: string) => readFileSync(new URL(`../../../test/fixtures/import/${name}`, import.meta.url));
const csv = (text: string) => judgeFile(Buffer.from(text), 'csv');
const linesOf = (file: ReadFile): readonly Line[] => {
  if ('faults' in file) throw new Error(file.faults.map(({ fault }) => fault).join('; '));
  return file.lines;
};
const faultsOf = (file: ReadFile) => ('faults' in file ? { said: file.faults.map(({ line, fault }) => `${line}: ${fault}`), rows: file.rows } : null);
const words = (line: Line | undefined) => (line !== undefined && 'value' in line ? (line.value as { what: string }).what : undefined);

const HEAD = 'externalId;kind;unit;receivedAt;what';
const row = (n: number, what = 'Lunchen kom sent') => `rad-${n};complaint;afs-norra;2023-03-01;${what}`;

describe('An import file is judged as a whole before its first row: how its bytes are read', () => {
  const text = `${HEAD}\r\n${row(1, 'Dörren på glänt – ”nej”, sa hon')}\r\n`;
  const cp1252 = Buffer.from(text.replaceAll('–', '\x96').replaceAll('”', '\x94'), 'latin1');
  const utf16be = (of: string) => Buffer.from(of, 'utf16le').swap16();
  test.each([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'UTF-8'],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'UTF-16'],
    ['UTF-16 BE with a mark', utf16be(`\uFEFF${text}`), 'UTF-16'],
    ['UTF-16 LE without one', Buffer.from(text, 'utf16le'), 'UTF-16'],
    ['UTF-16 BE without one', utf16be(text), 'UTF-16'],
    ['Windows-1252, as Swedish spreadsheets write a plain CSV', cp1252, 'Windows-1252'],
  ])('%s gives the same words', (_what, bytes, encoding) => {
    const file = judgeFile(bytes, 'csv');
    expect([file.encoding, words(linesOf(file)[0])]).toEqual([encoding, 'Dörren på glänt – ”nej”, sa hon']);
  });

  test('JSON Lines is read by the same rules', () => {
    const line = `${JSON.stringify({ what: 'Dörren stod på glänt' })}\r\n\r\n`;
    for (const bytes of [Buffer.from(`\uFEFF${line}`), Buffer.from(line, 'latin1'), Buffer.from(`\uFEFF${line}`, 'utf16le')]) {
      expect(linesOf(judgeFile(bytes, 'json')).map((read) => [read.line, words(read)])).toEqual([[1, 'Dörren stod på glänt']]);
    }
  });

  test.each([
    ['UTF-8 and Windows-1252 mixed', Buffer.concat([Buffer.from(text), Buffer.from(`${row(2, 'Kökets dörr')}\r\n`, 'latin1')]), /^3: Filen blandar/],
    ['an older Mac', Buffer.from(`${HEAD}\n${row(1, 'D\x9arren st\x8cd p\x8c gl\x8ant')}\n`, 'latin1'), /^2: .*varken UTF-8, UTF-16 eller Windows-1252/],
    ['DOS', Buffer.from(`${HEAD}\n${row(1)}\n${row(2, 'D\x94rren')}\n`, 'latin1'), /^3: .*varken/],
    ['bytes that are no text', Buffer.from(`${HEAD}\n${row(1, '\x81\x8d')}\n`, 'latin1'), /^2: .*varken/],
    ['a sign lost before it came here', Buffer.from(`${HEAD}\n${row(1, 'D\uFFFDrren')}\n`), /^2: Tecknet \uFFFD/],
    ['UTF-16 that ends in the middle of a sign', Buffer.from(`\uFEFF${text}`, 'utf16le').subarray(0, -1), /^null: .*UTF-16/],
    ['UTF-16 with half a sign', Buffer.from(`\uFEFF${HEAD}\n${row(1, '\ud800')}`, 'utf16le'), /^null: .*UTF-16/],
    ['a workbook', Buffer.from('PK\x03\x04\x14\x00', 'latin1'), /^null: Filen är en arbetsbok/],
  ])('%s is refused whole, and said so', (_what, bytes, said) => {
    expect(faultsOf(judgeFile(bytes, 'csv'))?.said).toEqual([expect.stringMatching(said)]);
  });
});

describe('The headings are judged as a set', () => {
  test('one that stands twice, one that is unknown and one that is missing are each named; nothing goes in', () => {
    expect(faultsOf(judgeFile(fixture('double-heading.csv'), 'csv'))).toEqual({ said: ['1: Rubriken closedAt står mer än en gång'], rows: 1 });
    expect(faultsOf(csv(`externalId;kind;Datum;__proto__\nx;complaint;2023;y\n`))).toEqual({
      said: ['1: Rubriken Datum är inte ett fält som tas in', '1: Rubriken __proto__ är inte ett fält som tas in', '1: Rubriken receivedAt saknas'],
      rows: 1,
    });
    expect(faultsOf(csv(''))).toEqual({ said: ['null: Filen är tom'], rows: 0 });
  });

  test('rows and columns of separators alone are skipped; a column with content and no heading is not', () => {
    for (const name of ['empty-rows.csv', 'empty-columns.csv']) {
      expect(linesOf(judgeFile(fixture(name), 'csv')).map(({ line }) => line)).toEqual([2, 3]);
    }
    expect(words(linesOf(csv(`externalId;;kind;receivedAt;what; \nx;;complaint;2023-03-01;ord;\n`))[0])).toBe('ord');
    expect(faultsOf(csv(`${HEAD};\n${row(1)};\n${row(2)};anteckning\n`))).toEqual({ said: ['3: Kolumn 6 saknar rubrik men har innehåll'], rows: 2 });
  });

  test('a field that stands twice in a row of JSON Lines is named, however it is written', () => {
    const lines = ['{"what":"a","what":"b"}', '{"what":"a","wh\\u0061t":"b"}', '{"what":"\\"what\\":","kind":"x"}', '{"what":', '[]'].join('\n');
    expect(linesOf(judgeFile(Buffer.from(lines), 'json')).map((line) => ('fault' in line ? line.fault : 'read'))).toEqual([
      'Fältet what står mer än en gång',
      'Fältet what står mer än en gång',
      'read',
      'Raden är inte giltig JSON',
      'read',
    ]);
  });
});

describe('Separators and quotes', () => {
  test.each([';', ',', '\t'])('cells are separated by what separates the headings: %j', (separator) => {
    const text = [HEAD, row(1, '"en; två, tre\tfyra"')].map((line) => line.replace(/;(?! två)/g, separator)).join('\n');
    expect(words(linesOf(csv(text))[0])).toBe('en; två, tre\tfyra');
  });

  test('a spreadsheet’s own line about its separator is understood', () => {
    expect(linesOf(csv(`sep=;\r\n${HEAD}\r\n${row(1)}\r\n`)).map((line) => [line.line, words(line)])).toEqual([[3, 'Lunchen kom sent']]);
  });

  test('a quote left open names the line where it opens, also when it meets another further down; no row is lost from the count', () => {
    expect(faultsOf(judgeFile(fixture('unclosed-quote.csv'), 'csv'))).toEqual({ said: [expect.stringMatching(/^5: Citattecknet som börjar här/)], rows: 44 });
    const rows = (at: number, what: string) => Array.from({ length: 9 }, (_, n) => row(n + 1, n === 2 ? '"hon svarade' : n + 1 === at ? what : undefined));
    for (const what of ['"ett citat"', 'hon sa "nej"', '"', 'slut"']) {
      expect([what, faultsOf(csv([HEAD, ...rows(7, what)].join('\n')))]).toEqual([what, { said: [expect.stringMatching(/^4: Citattecknet/)], rows: 9 }]);
    }
  });

  test('a fault names the line on which the record begins, and the sheet’s row where that is another', () => {
    for (const end of ['\r\n', '\n', '\r']) {
      const text = fixture('lines-in-cells.csv').toString().replaceAll('\r\n', end);
      expect(linesOf(csv(text)).map((line) => [line.line, line.sheetRow, 'fault' in line ? line.fault : words(line)?.split(end).length])).toEqual([
        [2, undefined, 3],
        [5, 3, 'Raden har fler fält än rubrikerna'],
        [6, 4, 1],
      ]);
    }
  });
});

describe('For any file of rows and faults', () => {
  const word = fc.constantFrom('Åsa', 'dörr', 'a;b', 'c,d', 'sa "nej"', 'två\nrader', 'två\r\nrader', '', ' ', 'e\tf');
  const record = fc.record({ what: fc.array(word, { maxLength: 3 }).map((some) => some.join(' ')), more: fc.boolean(), blankBefore: fc.boolean() });
  const quoted = (text: string) => (/[";,\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const encodings = {
    utf8: (text: string) => Buffer.from(text),
    bom: (text: string) => Buffer.from(`\uFEFF${text}`),
    utf16: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    cp1252: (text: string) => Buffer.from(text, 'latin1'),
  };
  const file = fc.record({
    records: fc.array(record, { maxLength: 12 }),
    separator: fc.constantFrom(';', ',', '\t'),
    end: fc.constantFrom('\n', '\r\n'),
    encoding: fc.constantFrom<keyof typeof encodings>('utf8', 'bom', 'utf16', 'cp1252'),
    fault: fc.constantFrom('none', 'none', 'heading', 'lost', 'quote'),
    at: fc.nat(11),
  });

  test('every row is in the answer once, in its place and with its words; a file with a fault of its own gives no row at all', () => {
    fc.assert(
      fc.property(file, ({ records, separator, end, encoding, fault, at }) => {
        const head = ['externalId', 'kind', 'what', fault === 'heading' ? 'kind' : 'unit', 'receivedAt'].join(separator);
        const faulty = at % Math.max(records.length, 1);
        const written = records.flatMap(({ what, more, blankBefore }, n) => {
          const cells = [`r-${n}`, 'complaint', quoted(what), 'afs-norra', '2023-03-01', ...(more ? ['över'] : [])];
          if (n === faulty && fault === 'quote') cells[1] = '"complaint';
          return [...(blankBefore ? [separator.repeat(4)] : []), cells.join(separator)];
        });
        const text = [head, ...written].join(end) + end;
        const bytes = encodings[encoding](fault === 'lost' ? `${text}\uFFFD${end}` : text);
        const read = judgeFile(bytes, 'csv');
        const expectsFault = fault === 'heading' || (fault === 'lost' && encoding !== 'cp1252') || (fault === 'quote' && records.length > 0);
        if (expectsFault) {
          expect('faults' in read && read.faults.length > 0).toBe(true);
          if (fault === 'heading') expect('faults' in read && read.rows).toBe(records.length);
          return;
        }
        if (fault === 'lost') return;
        const lines = linesOf(read);
        expect(lines).toHaveLength(records.length);
        for (const [n, { what, more }] of records.entries()) {
          const line = lines[n];
          const begins = text.split(/\r\n|\n/)[(line?.line ?? 0) - 1];
          expect(begins).toMatch(new RegExp(`^r-${n}[;,\t]`));
          if (more) expect(line).toHaveProperty('fault');
          else expect(words(line) ?? '').toBe(what.trim());
        }
      }),
      { numRuns: 300 },
    );
  });
});
