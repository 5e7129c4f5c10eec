import { jest } from '@jest/globals';
import { lexSarahKinds, lexSarahOutcomes } from '#domain/codes/lex-sarah';
import { hashOfReadModel, rebuild } from '#read-model/rebuild/rebuild';
import { demoYear, type LexSarahReportId, numbersOf } from './demo-year.js';
import { goldenLexSarah } from './golden-002.js';

/*
 * A real year's Lex Sarah, as single cases by import, counted back to the number. The expected figures are transcribed
 * from document 002, not taken from the demo that makes the cases.
 */

// Real services on a machine that others use too, so the tests may take long.
jest.setTimeout(60_000);

let demo: Awaited<ReturnType<typeof demoYear>>;
beforeAll(async () => {
  demo = await demoYear();
}, 120_000);
afterAll(async () => {
  await demo?.close();
});

/** Every row of a list, zero or empty where the document has no figure. */
const all = (list: readonly { readonly code: string }[], told: Readonly<Record<string, number>>, otherwise: 0 | null) =>
  Object.fromEntries(list.map(({ code }) => [code, told[code] ?? otherwise]));
const places = ['namnd', 'iof', 'smf', 'afs'] as const;
const tables: readonly LexSarahReportId[] = ['lex-sarah-by-kind', 'lex-sarah-by-outcome', 'lex-sarah-cross', 'ivo-notifications'];

describe('Document 002’s Lex Sarah of 2023 come out to the number', () => {
  test('AC-20 Äldre, funktionsnedsättning och socialpsykiatri (R-098, R-037, R-038): 8, 3 and 1 of 12 as in its table, what it left empty is not reported', async () => {
    const report = await demo.report('lex-sarah-by-kind', 'afs');
    expect(numbersOf(report)).toEqual(goldenLexSarah.afs.rows);
    expect(report.totals).toEqual({ count: goldenLexSarah.afs.total, cases: goldenLexSarah.afs.total });
    expect(report.notes).toContain(`Annat: ${goldenLexSarah.afs.otherText} – 1`);
    expect(report.attested.units).toBe(0);
  });

  test('AC-20 its text says 13 where the table has 12 (R-343, INC-01): both are said, with the difference, and what agrees is not', async () => {
    const { notes } = await demo.report('lex-sarah-by-kind', 'afs');
    const { text, total, rows } = goldenLexSarah.afs;
    expect(text.deficientLegalCertainty).toBe(rows.deficientLegalCertainty);
    expect(notes.filter((note) => note.includes('Uppgivet i text'))).toEqual([
      `Uppgivet i text: ${text.total} (Kvalitetsberättelsen, s. 8). Tabellen räknar ${total} enskilda ärenden: skillnaden är 1.`,
      `Brister i utförande av insats: Uppgivet i text: ${text.deficientServiceDelivery} (Kvalitetsberättelsen, s. 8). Tabellen räknar ${rows.deficientServiceDelivery} enskilda ärenden: skillnaden är 2.`,
    ]);
    for (const unit of ['namnd', 'iof', 'smf'] as const) {
      expect((await demo.report('lex-sarah-by-kind', unit)).notes.filter((note) => note.includes('Uppgivet i text'))).toEqual([]);
    }
    // Another year is another table, of which the text says nothing.
    expect((await demo.report('lex-sarah-by-kind', 'afs', { from: '2022-01-01', to: '2023-01-01' })).notes.join(' ')).not.toContain('Uppgivet i text');
  });

  test('AC-20 its outcomes are in no table of the document: none is invented, and the report says ej uppgivet 12', async () => {
    const report = await demo.report('lex-sarah-by-outcome', 'afs');
    expect(numbersOf(report)).toEqual(all(lexSarahOutcomes, {}, null));
    expect(report.notes).toContain('Räknas inte in: ej uppgivet 12.');
  });

  test('AC-19 Individ och familj (R-099, R-097): five, all of legal certainty; 3, 1 and 1 by outcome', async () => {
    const byKind = await demo.report('lex-sarah-by-kind', 'iof');
    expect(numbersOf(byKind)).toEqual(all(lexSarahKinds, goldenLexSarah.iof.kinds, 0));
    expect(byKind.totals).toEqual({ count: goldenLexSarah.iof.total, cases: goldenLexSarah.iof.total });
    const byOutcome = await demo.report('lex-sarah-by-outcome', 'iof');
    expect(numbersOf(byOutcome)).toEqual(all(lexSarahOutcomes, goldenLexSarah.iof.outcomes, 0));
    expect(byOutcome.totals).toEqual({ count: goldenLexSarah.iof.total, cases: goldenLexSarah.iof.total });
    expect(byOutcome.notes.join(' ')).not.toContain('uppgivet');
  });

  test('AC-16 Stadsutveckling, medborgarservice och fritid (R-096, R-052): none, attested, so that each zero is a zero', async () => {
    const byKind = await demo.report('lex-sarah-by-kind', 'smf');
    expect(numbersOf(byKind)).toEqual(all(lexSarahKinds, {}, 0));
    expect(byKind.totals).toEqual({ count: goldenLexSarah.smf.total, cases: goldenLexSarah.smf.total });
    expect(byKind.attested.units).toBe(byKind.attested.of);
    expect(numbersOf(await demo.report('lex-sarah-by-outcome', 'smf'))).toEqual(all(lexSarahOutcomes, {}, 0));
  });

  test('R-037 the board: 17, of them 13, 3 and 1; 5 with a decided outcome and 12 without a stated one; its columns are the divisions’ tables', async () => {
    const byKind = await demo.report('lex-sarah-by-kind', 'namnd');
    expect(numbersOf(byKind)).toEqual(all(lexSarahKinds, goldenLexSarah.computed.rows, 0));
    expect(byKind.totals).toEqual({ count: goldenLexSarah.computed.total, cases: goldenLexSarah.computed.total });
    const columnOf = (division: string) => Object.fromEntries(byKind.rows.map(({ code, values }) => [code, values[division]]));
    expect(columnOf('afs')).toEqual(goldenLexSarah.afs.rows);
    expect(columnOf('smf')).toEqual(all(lexSarahKinds, {}, 0));
    const byOutcome = await demo.report('lex-sarah-by-outcome', 'namnd');
    expect(numbersOf(byOutcome)).toEqual(all(lexSarahOutcomes, goldenLexSarah.iof.outcomes, 0));
    expect(byOutcome.notes).toContain('Räknas inte in: ej uppgivet 12.');
  });

  test('R-099, INC-03 kind × outcome × area: the one table that no division has in the document', async () => {
    const { rows, totals } = await demo.report('lex-sarah-cross', 'namnd');
    expect(totals).toEqual({ count: 17, cases: 17 });
    const row = (code: string) => rows.find((one) => one.code === code)?.values;
    expect(row('deficientLegalCertainty:childrenAndYouth')).toMatchObject({ count: 5, ...goldenLexSarah.iof.outcomes, notStated: 0 });
    expect(row('deficientLegalCertainty:notStated')).toMatchObject({ count: 8, notStated: 8 });
    expect(row('deficientServiceDelivery:notStated')).toMatchObject({ count: 3, notStated: 3 });
    expect(row('other:notStated')).toMatchObject({ count: 1, notStated: 1 });
  });

  test('R-101, R-075 what shall be notified was: one, of Individ och familj; nothing of complaints is counted among them', async () => {
    for (const unit of ['namnd', 'iof'] as const) expect(numbersOf(await demo.report('ivo-notifications', unit))).toMatchObject({ lexSarah: 1, lexMaria: 0 });
  });
});

describe('A figure can name its cases', () => {
  test('R-343 behind every figure of every table stand as many cases as it says', async () => {
    for (const unit of [...places, 'iof-barn-unga', 'afs-bestallare']) {
      for (const id of tables) {
        for (const { values, cases } of (await demo.report(id, unit)).rows) {
          const { total, hidden } = await demo.casesBehind(id, cases);
          expect([unit, id, total, hidden]).toEqual([unit, id, values['count'] ?? 0, 0]);
        }
      }
    }
  });
});

describe('As of', () => {
  test('before the import there is nothing, and nothing was stated', async () => {
    const [organised] = await demo.core.store.load('organisation');
    const before = await demo.report('lex-sarah-by-kind', 'afs', { asOf: `position:${organised?.position}` });
    expect(new Set(Object.values(numbersOf(before)))).toEqual(new Set([null]));
    expect(before.notes.join(' ')).not.toContain('Uppgivet i text');
  });

  test('AC-22 dropped and rebuilt from the events, every figure and every note is the same (R-449, R-344)', async () => {
    const everything = () =>
      Promise.all(
        places.flatMap((unit) =>
          tables.map(async (id) => {
            const { rows, totals, notes } = await demo.report(id, unit);
            return { unit, id, rows: rows.map(({ code, values }) => ({ code, values })), totals, notes };
          }),
        ),
      );
    const [before, hash] = [await everything(), await hashOfReadModel(demo.core.database)];
    await rebuild(demo.core);
    expect(await hashOfReadModel(demo.core.database)).toBe(hash);
    expect(await everything()).toEqual(before);
    expect(demo.parked).toEqual([]);
  });
});
