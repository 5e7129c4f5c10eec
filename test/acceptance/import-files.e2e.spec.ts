import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { caseStream } from '#domain/ids';
import { externalKey, importedCaseId } from '#importing/imported-case';
import { freshCore } from '../support/core.js';
import { runVerb } from './verbs.js';

// Real processes on a machine that others use too.
jest.setTimeout(180_000);

let core: Awaited<ReturnType<typeof freshCore>>;
const folder = mkdtempSync(join(tmpdir(), 'gensvar-import-'));
beforeEach(async () => {
  core = await freshCore();
  await core.database.query(
    `INSERT INTO store.org_unit (code, name, level, parent, provider, valid_from, from_position)
     SELECT 'afs-hemtjanst-norra', 'Hemtjänst Norra', level, parent, provider, valid_from, from_position FROM store.org_unit WHERE code = 'afs-norra'`,
  );
  await core.register.refresh();
}, 60_000);
afterEach(async () => {
  await core?.close();
});

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/import/${name}`, import.meta.url));
const run = (path: string) => runVerb({ DATABASE_URL: core.appUrl, GENSVAR_MASTER_KEY: core.masterKey }, 'import', path);
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const wordsOf = async (externalId: string) => [...(await core.store.words(caseStream(importedCaseId(externalKey(core.seal, externalId))))).values()];

describe('gensvar import reports on every row of the file', () => {
  test('a file in Windows-1252 keeps its letters, and the same file in UTF-8 is the same rows', async () => {
    const first = await run(fixture('import-cp1252.csv'));
    expect([first.status, first.lines[0], first.lines.at(-1)]).toEqual([0, 'Filen är läst som Windows-1252.', '1 imported, 0 already there, 0 refused']);
    expect(await wordsOf('hand-1252-1')).toEqual([{ externalId: 'hand-1252-1', what: 'Dörren stod på glänt, köket var iskallt' }]);
    await core.register.refresh();
    expect(core.register.entries().map(({ label }) => label)).toContain('Områdessköterska');
    const again = await run(written('samma.csv', readFileSync(fixture('import-cp1252.csv'), 'latin1').normalize('NFD')));
    expect([again.status, again.lines.at(-1)]).toEqual([0, '0 imported, 1 already there, 0 refused']);
  });

  test.each([
    ['unclosed-quote.csv', 'rad 5: Citattecknet som börjar här', 44, (text: string) => text.replace('"hon svarade aldrig', 'hon svarade aldrig')],
    ['double-heading.csv', 'rad 1: Rubriken closedAt står mer än en gång', 1, (text: string) => text.replace(';closedAt', '').replace(';2023-03-15', '')],
  ])('%s has a fault as a file: it writes nothing, and its mended version goes in', async (name, said, rows, mended) => {
    const refused = await run(fixture(name));
    expect([refused.status, refused.lines[0]?.startsWith(said), refused.lines.at(-1)]).toEqual([1, true, `0 imported, 0 already there, ${rows} refused`]);
    expect(await core.store.position()).toBe(0);
    const taken = await run(written(name, mended(readFileSync(fixture(name), 'utf8'))));
    expect([taken.status, taken.lines.at(-1)]).toEqual([0, `${rows} imported, 0 already there, 0 refused`]);
  });

  test.each(['empty-rows.csv', 'empty-columns.csv'])('%s: rows and columns of separators alone are no rows', async (name) => {
    const { status, lines } = await run(fixture(name));
    expect([status, lines.at(-1)]).toEqual([0, '2 imported, 0 already there, 0 refused']);
  });

  test('a fault of content names the line and the sheet’s row; when it is corrected, only the missing row is imported', async () => {
    const first = await run(fixture('lines-in-cells.csv'));
    expect([first.status, first.lines[0], first.lines.at(-1)]).toEqual([
      1,
      'rad 5 (rad 3 i kalkylbladet): Raden har fler fält än rubrikerna',
      '2 imported, 0 already there, 1 refused',
    ]);
    const mended = readFileSync(fixture('lines-in-cells.csv'), 'utf8').replace(';för mycket', '');
    const judged = await run(written('fel-kod.csv', mended.replace('hand-rad-2;complaint', 'hand-rad-2;klagomål').replaceAll('\r\n', '\n')));
    expect(judged.lines[0]).toBe('rad 5 (rad 3 i kalkylbladet): kind: Okänd kod');
    const second = await run(written('mended.csv', mended));
    expect([second.status, second.lines.at(-1)]).toEqual([0, '1 imported, 2 already there, 0 refused']);
  });

  test('a row with a character that can’t be stored is refused with its reason, and the others are imported', async () => {
    const { status, lines } = await run(fixture('nul-label.jsonl'));
    expect([status, lines[0], lines.at(-1)]).toEqual([1, 'rad 1: sourceName: innehåller ett NUL-tecken', '1 imported, 0 already there, 1 refused']);
    const base = JSON.parse(readFileSync(fixture('nul-label.jsonl'), 'utf8').split('\n')[1] as string) as Record<string, unknown>;
    const wrong = ['a\u0000b', 'a\ud800b', 'a\ufffdb'].flatMap((text, n) => [
      { ...base, externalId: `fel-${n}`, what: text },
      { ...base, externalId: text },
      { ...base, externalId: `lista-${n}`, categories: ['serviceDelivery', text] },
      { ...base, externalId: `namn-${n}`, [text]: 1 },
    ]);
    const many = await run(written('fel.jsonl', wrong.map((row) => JSON.stringify(row).replaceAll('\ufffd', '\\ufffd')).join('\n')));
    expect([many.status, many.lines.at(-1)]).toEqual([1, `0 imported, 0 already there, ${wrong.length} refused`]);
  });
});
