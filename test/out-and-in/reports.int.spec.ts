import { reportList } from '#read-model/reports/run';
import { atFiguresOfAYear } from './told-cases.js';

const { year, run, behind } = atFiguresOfAYear();
const countsOf = (table: Awaited<ReturnType<typeof run>>, column = 'count') =>
  Object.fromEntries(table.rows.flatMap(({ code, values }) => ((values[column] ?? 0) === 0 ? [] : [[code, values[column]]])));
const rowOf = (table: Awaited<ReturnType<typeof run>>, code: string) => table.rows.find((row) => row.code === code)?.values;

describe('Lex Sarah in figures', () => {
  test('R-037, R-097, R-052 by kind: marks apart from cases, each division’s own column, a mirror of a private provider’s case counted, cancelled ones out', async () => {
    const table = await run('lex-sarah-by-kind');
    expect(table.rows).toHaveLength(9);
    expect(countsOf(table)).toEqual({ deficientTreatment: 1, deficientLegalCertainty: 2, deficientServiceDelivery: 1, other: 1 });
    expect(rowOf(table, 'deficientLegalCertainty')).toEqual({ count: 2, afs: 1, iof: 1 });
    expect(rowOf(table, 'sexualAbuse')).toEqual({ count: 0, afs: null, iof: 0 });
    expect(table.totals).toEqual({ count: 5, cases: 4 });
    expect(table.columnTotals).toEqual({ count: 5, afs: 3, iof: 2 });
    expect(table.notes).toEqual(
      expect.arrayContaining([
        'Ett ärende kan ha flera kategorier: 5 markeringar i 4 ärenden.',
        'Varav hos privata utförare: 1.',
        'Makulerade, som inte räknas: 1.',
      ]),
    );
  }, 60_000);

  test('R-038 what "annat" was stands in the division’s own words', async () => {
    expect((await run('lex-sarah-by-kind', { unit: 'afs' })).notes).toContain('Annat: Fördröjd remiss – 1');
  }, 60_000);

  test('R-039 by outcome: decided ones are counted; those never stated and those not decided yet are in notes and can be listed', async () => {
    const table = await run('lex-sarah-by-outcome');
    expect(table.rows.map(({ code }) => code)).toEqual([
      'noIrregularity',
      'tangibleRiskOfIrregularity',
      'irregularity',
      'tangibleRiskOfSeriousIrregularity',
      'seriousIrregularity',
    ]);
    expect(countsOf(table)).toEqual({ irregularity: 1 });
    expect(table.totals).toEqual({ count: 1, cases: 1 });
    expect(table.notes).toEqual(expect.arrayContaining(['Räknas inte in: ej uppgivet 1.', 'Räknas inte in: inte avgjorda ännu: 2.']));
    for (const [row, cases] of Object.entries({ notStated: 1, notDecided: 2 })) {
      const { total } = await behind('lex-sarah-by-outcome', { ...year, row });
      expect(total).toBe(cases);
    }
  }, 60_000);

  test('R-099 crossed: kind and area by outcome; a kind alone finds the cases of all its areas', async () => {
    const table = await run('lex-sarah-cross');
    expect(countsOf(table, 'irregularity')).toEqual({ 'deficientTreatment:childrenAndYouth': 1, 'deficientLegalCertainty:childrenAndYouth': 1 });
    expect(countsOf(table, 'notStated')).toEqual({ 'other:notStated': 1 });
    expect(countsOf(table, 'notDecided')).toEqual({ 'deficientLegalCertainty:notStated': 1, 'deficientServiceDelivery:notStated': 1 });
    expect(rowOf(table, 'sexualAbuse')).toMatchObject({ count: 0, irregularity: 0 });
    expect(table.totals).toEqual({ count: 5, cases: 4 });
    const whole = await behind('lex-sarah-cross', { ...year, row: 'deficientLegalCertainty' });
    expect(whole.total).toBe(2);
  }, 60_000);
});

describe('What became of deviations, and why', () => {
  test('R-374, R-050 a deviation that became a lex Maria is counted once in its own table, noted as such, and counted in the other', async () => {
    const table = await run('deviations-by-type');
    expect(countsOf(table)).toEqual({ fall: 1, missedService: 1 });
    expect(table.notes).toContain('Varav övergått i lex Maria (eller gett upphov till ett sådant ärende): 1. De räknas också i den tabellen.');
    expect(table.notes).toEqual(expect.arrayContaining(['Varav enligt HSL: 1.', 'Händelseklass negativ händelse: 1.']));
    expect((await run('ivo-notifications')).totals.cases).toBe(1);
  }, 60_000);

  test('own and private can be separated in every table, and add up to it', async () => {
    for (const { id } of reportList()) {
      const of = async (provider: object) => (await run(id, provider)).totals.count ?? 0;
      expect([id, (await of({ provider: 'own' })) + (await of({ provider: 'private' }))]).toEqual([id, await of({})]);
    }
    expect((await run('deviations-by-type', { provider: 'private' })).totals.cases).toBe(1);
  }, 60_000);

  test('R-040, R-359 causes by area and level: two of one case are two marks, one taken back is none', async () => {
    const table = await run('causes');
    expect(rowOf(table, 'routines')).toMatchObject({ count: 2, unit: 1, levelNotStated: 1, individual: 0 });
    expect(countsOf(table)).toEqual({ routines: 2 });
    expect(table.totals).toEqual({ count: 2, cases: 1 });
  }, 60_000);

  test('R-093, R-213 an action that two cases share is one; one whose effect is not judged in time is late', async () => {
    const table = await run('actions');
    expect(rowOf(table, 'routines')).toMatchObject({ count: 1, planned: 1, judgementLate: 1, longTerm: 1 });
    expect(rowOf(table, 'training')).toMatchObject({ count: 1, done: 1, 'effect-partly': 1, judgementLate: 0, longTerm: 0 });
    expect(table.totals).toEqual({ count: 2, cases: 2 });
  }, 60_000);
});

describe('IVO, deadlines and answers', () => {
  test('R-075 notifications are counted the day they were sent, whichever year the case came in, with what IVO said', async () => {
    expect(rowOf(await run('ivo-notifications'), 'lexMaria')).toMatchObject({
      count: 1,
      closedWithoutAction: 1,
      awaiting: 0,
      investigationLater: 1,
      supplemented: 1,
      receivedEarlier: 0,
    });
    const after = { from: '2026-01-01', to: '2027-01-01' };
    for (const organisation of ['then', 'now']) {
      const table = await run('ivo-notifications', { ...after, unit: 'iof', organisation });
      expect(rowOf(table, 'lexSarah')).toMatchObject({ count: 1, awaiting: 1, receivedEarlier: 1 });
    }
    expect((await run('ivo-notifications', { ...after, unit: 'afs' })).totals.count).toBeNull();
  }, 60_000);

  test('R-167 deadlines: rules that nobody has found in the law are among the local ones, promptness is measured against one’s own target and marked so', async () => {
    const table = await run('deadlines-kept');
    expect(table.rows.map(({ label }) => label)).toEqual([
      // Nobody has read that paragraph: it is a setting, and stands among what is local.
      'Lokal regel: Utreda rapporter, klagomål och avvikelser, mätt mot eget mål',
      'Lokal regel: Bekräfta mottaget klagomål',
    ]);
    expect(rowOf(table, 'RAPPORTER-UTRED:1')).toMatchObject({ count: 1, kept: 1, late: 0 });
    expect(rowOf(table, 'LOK-KLAG-BEKRAFTA:1')).toMatchObject({ count: 3, kept: 0, late: 1, overdue: 1, running: 0, notApplicable: 1 });
    expect(table.totals).toEqual({ count: 4, cases: 1 });
  }, 60_000);

  test('answers: the median and the 90th percentile, in days and in working days; without answers there is no time', async () => {
    const table = await run('feedback-times');
    expect(rowOf(table, 'complaint')).toMatchObject({ count: 3, answered: 3, medianDays: 7, p90Days: 28, medianWorkdays: 5, p90Workdays: 20 });
    expect(rowOf(table, 'deviation')).toMatchObject({ count: 1, answered: 1, medianDays: 4, medianWorkdays: 4 });
    expect(rowOf(table, 'lexSarah')).toMatchObject({ answered: 0, medianDays: null });
    expect(table.columnTotals).toMatchObject({ count: 4, medianDays: 4 });
  }, 60_000);
});
