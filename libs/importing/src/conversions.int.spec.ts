import { jest } from '@jest/globals';
import { caseStream } from '#domain/ids';
import { freshCore } from '../../../test/support/core.js';
import { complaint, deviation, importing, lexSarah, type Row } from '../../../test/support/imported.js';

type Fresh = Awaited<ReturnType<typeof freshCore>>;
// Real services on a machine that others use too, so the test may take long.
jest.setTimeout(60_000);

let core: Fresh;
beforeEach(async () => {
  core = await freshCore();
}, 60_000);
afterEach(async () => {
  await core?.close();
});

const { run, stateOf, typesOf } = importing(() => core);

describe('What came of another (docs/law/conversions.md)', () => {
  test('R-050 parent and child know of each other by the matrix of conversions, share the incident, and the child keeps the day the first one came', async () => {
    await run([
      lexSarah('barn', { parentExternalId: 'forst' }),
      { externalId: 'maria', kind: 'lexMaria', unit: 'afs-norra', receivedAt: '2024-02-07', closedAt: '2024-09-01', parentExternalId: 'hsl' },
      complaint('forst'),
      deviation('hsl', { parentExternalId: 'forst', hslOutcome: 'seriousCareInjury', investigatedAt: '2024-02-06' }),
    ]);
    const [first, hsl, child, maria] = await Promise.all(['forst', 'hsl', 'barn', 'maria'].map(stateOf));
    expect(new Set([first, hsl, child, maria].map((state) => state?.desc.incidentId)).size).toBe(1);
    expect([child?.lineage.link, child?.lineage.origin]).toEqual(['convertedFrom', { id: first?.id, kind: 'complaint', receivedAt: first?.desc.receivedAt }]);
    expect([maria?.lineage.link, maria?.lineage.origin]).toEqual(['convertedFrom', { id: hsl?.id, kind: 'deviation', receivedAt: first?.desc.receivedAt }]);
    expect(first?.lineage.convertedTo.map(({ to, child: id, at }) => [to, id, at.slice(0, 10)])).toEqual([
      ['deviation', hsl?.id, hsl?.desc.receivedAt.slice(0, 10)],
      ['lexSarah', child?.id, child?.desc.receivedAt.slice(0, 10)],
    ]);
    const [, converted] = await core.store.load(caseStream(first?.id as string));
    expect(converted?.open).toMatchObject({ childNumber: hsl?.number, link: 'convertedFrom', why: 'raised', lawAreas: ['HSL'] });
    expect(await typesOf('barn')).toEqual(['CaseImported']);
  });

  test('a parent of an earlier import is told in the append that brings the child; a repeat tells nothing again', async () => {
    await run([deviation('hsl', { closedAt: null, investigatedAt: '2024-02-20', hslOutcome: 'seriousCareInjury' })]);
    const later: Row = { externalId: 'maria', kind: 'lexMaria', unit: 'afs-norra', receivedAt: '2024-02-21', closedAt: null, parentExternalId: 'hsl' };
    const before = await core.store.position();
    expect((await run([later], true)).imported).toBe(1);
    expect(await core.store.position()).toBe(before);
    expect((await run([later])).imported).toBe(1);
    expect(await typesOf('hsl')).toEqual(['CaseImported', 'CaseConverted']);
    const parent = await stateOf('hsl');
    // What the lex Maria took over is no longer owed here.
    expect(parent.duties.filter(({ closed }) => closed === null).map(({ rule }) => rule)).toEqual([]);
    expect(parent.duties.find(({ rule }) => rule === 'LOK-AVV-BEDOM')?.closed?.as).toBe('withdrawn');
    const after = await core.store.position();
    expect(await run([later])).toEqual({ imported: 0, alreadyThere: 1, refused: [] });
    expect(await core.store.position()).toBe(after);
  });

  test('what was judged for its own part gave rise to the other; what the matrix doesn’t know only follows', async () => {
    await run([
      complaint('utredd', { complaintOutcome: 'deficiency' }),
      lexSarah('lyft', { parentExternalId: 'utredd' }),
      complaint('igen', { parentExternalId: 'utredd', receivedAt: '2024-03-01' }),
      deviation('omsorg', { lawAreas: ['SoL'], parentExternalId: 'vard' }),
      deviation('vard'),
    ]);
    const links = await Promise.all(['lyft', 'igen', 'omsorg'].map(async (id) => (await stateOf(id)).lineage.link));
    expect(links).toEqual(['raisedFrom', 'followsFrom', 'sibling']);
    expect((await stateOf('utredd')).lineage.convertedTo.map(({ link }) => link)).toEqual(['raisedFrom']);
  });

  test('two imports of the same children at once tell the parent once', async () => {
    await run([complaint('forst')]);
    const children = Array.from({ length: 250 }, (_, n) => deviation(`barn-${n}`, { parentExternalId: 'forst' }));
    const results = await Promise.all([run(children), run(children)]);
    expect(results.reduce((sum, { imported }) => sum + imported, 0)).toBe(250);
    expect((await stateOf('forst')).lineage.convertedTo).toHaveLength(250);
  });
});
