import { jest } from '@jest/globals';
import { agenda } from '#domain/case/agenda';
import type { ExistingCase } from '#domain/case/case';
import { caseStream } from '#domain/ids';
import { freshCore } from '../../../test/support/core.js';
import { externalKey, importedCaseId } from './imported-case.js';
import { importLines } from './importer.js';

type Fresh = Awaited<ReturnType<typeof freshCore>>;
// Real services on a machine that others use too: slowness is no fault of what is shown.
jest.setTimeout(60_000);

let core: Fresh;
beforeEach(async () => {
  core = await freshCore();
}, 60_000);
afterEach(async () => {
  await core?.close();
});

const base = { kind: 'complaint', unit: 'afs-norra', opinionType: 'complaint', source: 'relative', categories: ['serviceDelivery'], closedAt: '2023-06-30' };
const row = (n: number, more: Record<string, unknown> = {}) => ({ externalId: `gammal-${n}`, receivedAt: `2023-0${(n % 5) + 1}-10`, ...base, ...more });
const numbered = (rows: readonly unknown[]) => rows.map((value, n) => ({ line: n + 1, value }));
const run = (rows: readonly unknown[], dryRun = false) => importLines(core, numbered(rows), { dryRun });
const stateOf = async (externalId: string) => (await core.cases.load(importedCaseId(externalKey(core.seal, externalId)))) as ExistingCase;
const events = async () => core.store.position();

describe('Cases come in from another system (docs/engine.md#import)', () => {
  test('each line is one CaseImported, numbered in the order they were received; a second run changes nothing', async () => {
    const rows = [row(1, { receivedAt: '2023-03-01' }), row(2, { receivedAt: '2023-01-01' }), row(3, { receivedAt: '2022-12-31', closedAt: '2023-02-01' })];
    expect(await run(rows)).toEqual({ imported: 3, alreadyThere: 0, refused: [] });
    expect(await Promise.all(['gammal-2', 'gammal-1', 'gammal-3'].map(async (id) => (await stateOf(id)).number))).toEqual([
      'KLA-2023-0001',
      'KLA-2023-0002',
      'KLA-2022-0001',
    ]);
    const before = await events();
    expect(before).toBe(3);
    expect(await run(rows)).toEqual({ imported: 0, alreadyThere: 3, refused: [] });
    expect(await events()).toBe(before);
  });

  test('other content under a known id is refused and named, within a file and against what is there', async () => {
    await run([row(1)]);
    const { imported, alreadyThere, refused } = await run([row(1, { source: 'resident' }), row(2), row(2), row(2, { source: 'staff' })]);
    expect([imported, alreadyThere]).toEqual([1, 1]);
    expect(refused).toEqual([
      { line: 1, reasons: ['externalId: finns redan med annat innehåll, som ärende KLA-2023-0001'] },
      { line: 4, reasons: ['externalId: samma som på rad 2, men med annat innehåll'] },
    ]);
  });

  test('R-008 a division’s own sources and categories become entries of its list, by code, before the case that names them', async () => {
    await run([row(1, { source: 'local', sourceName: 'Advokatbyrå', categories: ['other'], categoryOther: 'Ekonomi' })]);
    const { desc } = await stateOf('gammal-1');
    expect(desc.sourceName).toMatch(/^local-[0-9a-f]{8}$/);
    expect([core.register.labelOf('sourceName', desc.sourceName as string), core.register.labelOf('categoryOther', desc.categoryOther as string)]).toEqual([
      'Advokatbyrå',
      'Ekonomi',
    ]);
    expect((await core.store.load('organisation')).map((event) => event.type)).toEqual(['OrganisationChanged']);
  });

  test('invalid lines are refused with every reason, and the others are imported', async () => {
    const { imported, refused } = await run([
      row(1),
      row(2, { unit: 'finns-inte' }),
      row(3, { receivedAt: '2031-01-01', closedAt: null }),
      row(4, { closedAt: '2020-01-01' }),
      row(5, { source: 'local', sourceName: '19121212-1212' }),
      row(6, { kind: 'lexSarah' }),
      row(7, { okand: 1, categories: ['fel'] }),
      { externalId: '' },
      'text',
    ]);
    expect(imported).toBe(1);
    expect(refused.map(({ line, reasons }) => [line, reasons[0]])).toEqual([
      [2, 'unit: enheten finns inte'],
      [3, 'receivedAt: ligger i framtiden'],
      [4, 'closedAt: ligger före receivedAt'],
      [5, 'sourceName: får inte innehålla personnummer, telefonnummer eller adress'],
      [6, 'opinionType: anges bara för klagomål och synpunkter'],
      [7, 'categories: Okänd kod'],
      [8, 'externalId: Ska anges'],
      [9, 'Raden ska vara ett objekt'],
    ]);
    expect(refused.find(({ line }) => line === 7)?.reasons).toContain('Okänt fält: okand');
  });

  test('a dry run finds the same faults and twins, and writes nothing', async () => {
    await run([row(1)]);
    const before = await events();
    const rows = [row(1), row(2, { source: 'local', sourceName: 'Familjehem' }), row(3, { unit: 'nej' })];
    const dry = await run(rows, true);
    expect([dry.imported, dry.alreadyThere, dry.refused.length]).toEqual([1, 1, 1]);
    expect(await events()).toBe(before);
    expect(await run(rows)).toEqual(dry);
  });

  test('words and the other system’s id are sealed; the open part says only that words exist', async () => {
    await run([row(1, { what: 'Personalen kom inte.' })]);
    const [event] = await core.store.load(caseStream(importedCaseId(externalKey(core.seal, 'gammal-1'))));
    expect(JSON.stringify(event)).not.toMatch(/Personalen|gammal/);
    expect(event?.open['has']).toEqual(['what']);
    expect([...(await core.store.words(event?.stream as string)).values()]).toEqual([{ externalId: 'gammal-1', what: 'Personalen kom inte.' }]);
  });

  test('an open case enters at its stage with duties from the day received, and nothing is said about the time before', async () => {
    const today = core.clock.now().toISOString().slice(0, 10);
    await run([
      row(1, { closedAt: null }),
      row(2, { closedAt: null, investigatedAt: '2023-05-01' }),
      row(3, { closedAt: null, answeredAt: '2023-05-01' }),
      row(4),
    ]);
    const received = await stateOf('gammal-1');
    expect(received.stage).toBe('received');
    expect(received.duties.map((duty) => duty.rule)).toEqual(['LOK-KLAG-BEKRAFTA', 'RAPPORTER-UTRED', 'LOK-KLAG-SVAR']);
    expect(received.duties.every((duty) => duty.startedAt === received.desc.receivedAt)).toBe(true);
    expect(agenda(received).filter((item) => item.at.slice(0, 10) < today)).toEqual([]);
    const assessing = await stateOf('gammal-2');
    expect([assessing.stage, ...assessing.duties.map((duty) => duty.rule)]).toEqual(['assessing', 'LOK-KLAG-SVAR', 'LOK-KLAG-BEDOM']);
    const followUp = await stateOf('gammal-3');
    expect([followUp.stage, ...followUp.duties.map((duty) => duty.rule)]).toEqual(['followUp', 'LOK-KLAG-FOLJUPP']);
    expect((await stateOf('gammal-4')).duties).toEqual([]);
  });

  test('two imports of the same file at once import each case once', async () => {
    const rows = Array.from({ length: 450 }, (_, n) => row(n));
    const results = await Promise.all([run(rows), run(rows)]);
    expect(results.reduce((sum, result) => sum + result.imported, 0)).toBe(450);
    expect(results.reduce((sum, result) => sum + result.alreadyThere, 0)).toBe(450);
    const [{ last }] = (await core.database.query<{ last: number }>("SELECT last FROM store.numbers WHERE series = 'KLA' AND year = 2023")) as [
      { last: number },
    ];
    expect([last, await events()]).toEqual([450, 450]);
  });

  test('a child shares its parent’s incident, in the same file or an earlier one; without a parent it is refused', async () => {
    const { refused } = await run([row(1, { parentExternalId: 'gammal-2' }), row(2), row(3, { parentExternalId: 'okänd' })]);
    expect(refused).toEqual([{ line: 3, reasons: ['parentExternalId: ärendet finns varken här eller i filen'] }]);
    await run([row(4, { parentExternalId: 'gammal-1' })]);
    const incidents = await Promise.all(['gammal-1', 'gammal-2', 'gammal-4'].map(async (id) => (await stateOf(id)).desc.incidentId));
    expect(new Set(incidents).size).toBe(1);
  });
});
