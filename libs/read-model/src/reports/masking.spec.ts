import fc from 'fast-check';
import { type FigureReader, figureReader } from '#domain/case/figure-reader';
import { uuidOf } from '#domain/ids';
import { type Actor, personActor } from '#domain/org/actor';
import { Organisation, type Unit } from '#domain/org/units';
import { solved } from '../../../../test/support/linear-forms.js';
import { organisation as small } from '../../../../test/support/scenario.js';
import { complaintsByCategory } from './complaints-by-category.report.js';
import { complaintsBySource } from './complaints-by-source.report.js';
import type { Cell } from './count.js';
import { lexSarahByKind } from './lex-sarah-by-kind.report.js';
import { lexSarahByOutcome } from './lex-sarah-by-outcome.report.js';
import { masked } from './masking.js';
import { layOut } from './places.js';
import type { CountedReport } from './report.js';
import { maskingOf } from './run.js';
import { isOpenTo, type Scope } from './scope.js';
import type { ReportTable } from './shown.js';
import { countedTable } from './table.js';

/*
 * What a reader without a right to the figures can compute from all tables that they may open: the numbers shown are equations over the numbers
 * of cases of each unit and kind. None of them, and no sum that a table has a cell for, may follow from the equations as a number of others' cases from
 * one to five (OSL 26 kap. 1 §; docs/contract.md#reports).
 */

const DAY = '2026-06-01';
const unit = (code: string, level: Unit['level'], parent: string): Unit => ({ ...(small.at(DAY)[0] as Unit), code, name: code, level, parent });
const units = [...small.at(DAY), unit('iof-vuxen', 'unit', 'iof'), unit('fh', 'division', 'namnd'), unit('fh-lss', 'unit', 'fh')];
const organisation = new Organisation(units);
const places = [...units.map(({ code }) => code), null];
const leading = (role: Actor['posts'][number]['role'], ...at: readonly string[]): Actor =>
  personActor(
    uuidOf('person', role, ...at),
    at.map((code) => ({ role, unit: code })),
  );
const readers: readonly Actor[] = [
  leading('enhetschef', 'afs-norra'),
  leading('enhetschef', 'fh-lss'),
  leading('enhetschef', 'afs-norra', 'iof-barn'),
  leading('avdelningschef', 'afs'),
  leading('medarbetare', 'afs-sodra'),
];

/** Cases that are counted alike: the row of each report, with the entry of a division's own list, and null where a report leaves them out. */
interface Alike {
  readonly unit: string | null;
  readonly n: number;
  readonly marks: readonly (readonly (readonly [row: string, detail: string | null])[] | null)[];
}
interface Pair {
  readonly reports: readonly CountedReport[];
  readonly kinds: readonly Alike['marks'][];
}
const several = [['a'], ['b'], ['a', 'b']] as const;
const pairs: Readonly<Record<string, Pair>> = {
  complaints: {
    reports: [complaintsBySource, complaintsByCategory],
    kinds: [['relative', null] as const, ['otherOrUnknown', null] as const, ['local', 'own-a'] as const].flatMap((source) =>
      several.map((marks) => [[source], marks.map((code) => [{ a: 'treatment', b: 'information' }[code], null] as const)]),
    ),
  },
  'lex Sarah': {
    reports: [lexSarahByOutcome, lexSarahByKind],
    kinds: [null, [['irregularity', null] as const], [['seriousIrregularity', null] as const]].flatMap((outcome) =>
      several.map((marks) => [outcome, marks.map((code) => [{ a: 'physicalAbuse', b: 'financialAbuse' }[code], null] as const)]),
    ),
  },
};

const scopeOf = (at: string, reader: FigureReader): Scope =>
  ({
    ...layOut(units, { unit: at, from: '2026-01-01', to: '2027-01-01', mode: 'now', today: DAY }),
    unit: organisation.unit(at, DAY),
    division: [at, ...organisation.ancestors(at, DAY).map(({ code }) => code)].find((code) => organisation.unit(code, DAY)?.level === 'division') ?? null,
    from: '2026-01-01',
    to: '2027-01-01',
    asOf: null,
    mode: 'now',
    praise: false,
    provider: null,
    position: 1,
    notes: [],
    reader,
    isOwn: reader.remit.includes(at),
    isOpen: isOpenTo(reader, at, organisation, DAY),
    leastShown: reader.leastShown,
    nameOf: (code: string) => code,
  }) as unknown as Scope;

function cellsOf(cases: readonly Alike[], report: number, scope: Scope): readonly Cell[] {
  return cases.flatMap(({ unit: at, n, marks }): readonly Cell[] => {
    const [place, mine] = [at === null ? null : scope.places.findIndex(({ code }) => code === at), marks[report]];
    const isInside = place === null ? scope.unit.level === 'board' : (scope.places[place]?.column ?? null) !== null;
    if (!isInside || mine == null || n === 0) return [];
    const cell = { aside: null, place, cases: n };
    return [{ ...cell, row: null, detail: null, marks: n * mine.length }, ...mine.map(([row, detail]) => ({ ...cell, row, detail, marks: n }))];
  });
}

/** What the reader gets, by the number of cases of each kind (`n` of each `Alike`). */
function tableFor(pair: Pair, report: number, at: string, reader: FigureReader, cases: readonly Alike[]): ReportTable {
  const [definition, scope] = [pair.reports[report] as CountedReport, scopeOf(at, reader)];
  const full = countedTable(definition, scope, cellsOf(cases, report, scope), nothing);
  if (scope.isOwn) return full;
  const seen = cases.filter(({ unit: place }) => isKnown(place, reader));
  return masked(full, countedTable(definition, scope, cellsOf(seen, report, scope), nothing), maskingOf(definition, scope));
}
const isKnown = (place: string | null, { remit, withoutUnit }: FigureReader): boolean => (place === null ? withoutUnit : remit.includes(place));

/** A linear equation over the numbers of cases: what is counted of each kind, and the sum. */
interface Equation {
  readonly of: readonly number[];
  readonly sum: number;
}

const nothing = { coverage: { units: 0, of: 0, columns: new Set<string>(), missing: [] }, labels: new Map(), notes: [] };
const coefficients = new Map<string, readonly number[]>();
const tablesOfOne = new Map<string, readonly ReportTable[]>();

/** How many of each kind of case a cell counts, found by counting one of that kind alone. */
function coefficientsOf(pair: Pair, report: number, scope: Scope, cases: readonly Alike[], row: string, column: string): readonly number[] {
  const definition = pair.reports[report] as CountedReport;
  const table = `${definition.id} ${scope.unit.code}`;
  const key = `${table} ${row} ${column}`;
  const known = coefficients.get(key);
  if (known !== undefined) return known;
  const alone = tablesOfOne.get(table) ?? cases.map((one) => countedTable(definition, scope, cellsOf([{ ...one, n: 1 }], report, scope), nothing));
  tablesOfOne.set(table, alone);
  const numberIn = ({ rows, totals, columnTotals }: ReportTable) => {
    if (row !== 'total') return rows.find(({ code }) => code === row)?.values[column];
    return column === 'cases' ? totals.cases : columnTotals[column];
  };
  const of = alone.map((one) => numberIn(one) ?? 0);
  coefficients.set(key, of);
  return of;
}

/** Every number shown, as an equation. What is shown as nothing is none: the reader knows which numbers are masked. */
function equations(pair: Pair, reader: FigureReader, cases: readonly Alike[]): readonly Equation[] {
  return units.flatMap(({ code: at }) =>
    pair.reports.flatMap((_, report) => {
      const [table, scope] = [tableFor(pair, report, at, reader, cases), scopeOf(at, reader)];
      const out = new Set(table.masked.map(({ row, column }) => `${row} ${column}`));
      const lines = [
        ...table.rows.map(({ code, values }) => ({ code, values })),
        { code: 'total', values: { ...table.columnTotals, cases: table.totals.cases } },
      ];
      return lines.flatMap(({ code, values }) =>
        Object.entries(values).flatMap(([column, value]) =>
          out.has(`${code} ${column}`) ? [] : [{ of: coefficientsOf(pair, report, scope, cases, code, column), sum: value ?? 0 }],
        ),
      );
    }),
  );
}

/** What is asked of others: of each unit, division and the whole, each row of each report, the cases, and both rows at once. */
function asked(pair: Pair, reader: FigureReader, cases: readonly Alike[]): readonly { readonly name: string; readonly of: readonly number[] }[] {
  const isWithin = (code: string, above: string) => organisation.isWithin(code, above, DAY);
  const scopes = [
    ...units.flatMap(({ code }) => [
      { name: code, has: (place: string | null) => place === code },
      { name: `${code} with all below`, has: (place: string | null) => place !== null && isWithin(place, code) },
    ]),
    { name: 'without unit', has: (place: string | null) => place === null },
    { name: 'all', has: () => true },
  ];
  const rowsOf = (report: number) => [...new Set(pair.kinds.flatMap((marks) => (marks[report] ?? []).map(([row]) => row)))];
  const hasRow = (marks: Alike['marks'], report: number, row: string) => (marks[report] ?? []).some(([code]) => code === row);
  const whats = [
    { name: 'cases', has: () => true },
    ...pair.reports.flatMap((_, report) => rowsOf(report).map((row) => ({ name: row, has: (marks: Alike['marks']) => hasRow(marks, report, row) }))),
    ...rowsOf(0).flatMap((a) => rowsOf(1).map((b) => ({ name: `${a} and ${b}`, has: (marks: Alike['marks']) => hasRow(marks, 0, a) && hasRow(marks, 1, b) }))),
  ];
  return scopes.flatMap((scope) =>
    whats.map((what) => ({
      name: `${what.name} of ${scope.name}`,
      of: cases.map(({ unit: at, marks }) => (!isKnown(at, reader) && scope.has(at) && what.has(marks) ? 1 : 0)),
    })),
  );
}

/** What a reader can compute that they may not know. */
function betrayed(pair: Pair, reader: FigureReader, cases: readonly Alike[]): readonly string[] {
  const isUnknown = cases.map(({ unit: at }) => !isKnown(at, reader));
  const own = (of: readonly number[]) => of.reduce((sum, value, n) => sum + (isUnknown[n] === true ? 0 : value * (cases[n]?.n ?? 0)), 0);
  const left = equations(pair, reader, cases)
    .map(({ of, sum }): Equation => ({ of: of.map((value, n) => (isUnknown[n] === true ? value : 0)), sum: sum - own(of) }))
    .filter(({ of }) => of.some((value) => value !== 0));
  // A sum of nothing is nothing of each.
  const isNone = cases.map((_, n) => left.some(({ of, sum }) => sum === 0 && of[n] !== 0));
  const without = (of: readonly number[]) => of.map((value, n) => (isNone[n] === true ? 0 : value));
  const { reduce } = solved([...new Map(left.map(({ of }) => [without(of).join(), without(of)])).values()]);
  return asked(pair, reader, cases).flatMap(({ name, of }) => {
    const value = of.reduce((sum, factor, n) => sum + factor * (cases[n]?.n ?? 0), 0);
    if (value === 0 || value >= reader.leastShown) return [];
    return reduce(without(of)).every((rest) => rest === 0) ? [`${name}: ${value}`] : [];
  });
}

const numbers = (pair: Pair): fc.Arbitrary<readonly Alike[]> => {
  const kinds = places.flatMap((at) => pair.kinds.map((marks) => ({ unit: at, marks })));
  const n = fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 2, arbitrary: fc.integer({ min: 6, max: 12 }) },
  );
  return fc.array(n, { minLength: kinds.length, maxLength: kinds.length }).map((counts) => kinds.map((kind, at) => ({ ...kind, n: counts[at] as number })));
};

describe('No number of others’ cases from one to five can be computed from all the tables that a reader may open', () => {
  test.each(
    Object.keys(pairs).flatMap((name) =>
      readers.map((actor) => [name, actor.posts.map(({ role, unit: at }) => `${role} of ${at}`).join(' and '), actor] as const),
    ),
  )(
    '%s, by %s',
    (name, _, actor) => {
      const [pair, reader] = [pairs[name] as Pair, figureReader(actor, organisation, DAY)];
      fc.assert(
        fc.property(numbers(pair), (cases) => {
          expect(betrayed(pair, reader, cases)).toEqual([]);
        }),
        { numRuns: 12, seed: 20_261_130 },
      );
    },
    60_000,
  );

  test('what is masked is no more than that: many cases everywhere are shown, but for the unit above, which has a table of its own', () => {
    const [pair, reader] = [pairs['complaints'] as Pair, figureReader(readers[0] as Actor, organisation, DAY)];
    const cases = places.flatMap((at) => pair.kinds.map((marks) => ({ unit: at, marks, n: 6 })));
    const columnsOut = (report: number, at: string) => [...new Set(tableFor(pair, report, at, reader, cases).masked.map(({ column }) => column))];
    expect(columnsOut(0, 'namnd')).toEqual(['afs']);
    expect(columnsOut(0, 'afs')).toEqual([]);
    expect(tableFor(pair, 0, 'namnd', reader, cases).totals.cases).toBe(cases.length * 6);
    // A row with few cases is masked with the smallest of the others, in all columns; the sums are shown.
    const few = cases.map((row) => (row.marks[0]?.[0]?.[0] === 'relative' ? { ...row, n: 1 } : row));
    const board = tableFor(pair, 0, 'namnd', reader, few);
    expect(board.columnTotals).toMatchObject({ count: expect.any(Number), iof: expect.any(Number), afs: null });
    expect(board.rows.find(({ code }) => code === 'relative')?.values).toMatchObject({ iof: null });
  });
});
