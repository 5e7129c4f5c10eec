import { uuidOf } from '#domain/ids';
import { reportList } from '#read-model/reports/run';
import { caughtUp } from '../support/read-side.js';
import { atFiguresOfAYear, happened, told } from './told-cases.js';

const { core, run, behind: casesBehind } = atFiguresOfAYear();

// In a file of its own: it tells of more cases, which the figures of the year would count.
describe('Every report', () => {
  const ids = [
    'complaints-by-source',
    'complaints-by-category',
    'deviations-by-type',
    'lex-sarah-by-kind',
    'lex-sarah-by-outcome',
    'lex-sarah-cross',
    'ivo-notifications',
    'supervision',
    'causes',
    'complaints-by-cause',
    'actions',
    'risks',
    'self-inspections',
    'deadlines-kept',
    'feedback-times',
  ];
  const marksOfOneCase = ['causes', 'complaints-by-cause', 'actions', 'deadlines-kept'];

  test('has an id of the contract', () => {
    expect(reportList().map(({ id }) => id)).toEqual(ids);
  });

  test.each(ids)(
    'R-007 %s: behind every figure stand its cases, by the address beside it',
    async (id) => {
      for (const query of [{}, { unit: 'afs' }, { organisation: 'then' }, { from: '2025-05-06', to: '2025-06-08' }, { provider: 'private' }]) {
        const table = await run(id, query);
        expect(Object.keys(table.columnTotals)).toEqual(table.columns.map((column) => column.id));
        for (const { code, values, cases } of table.rows) {
          const asked = Object.fromEntries(new URL(cases, 'http://x').searchParams);
          for (const { id: column } of table.columns) {
            const { total, hidden, items } = await casesBehind(id, { ...asked, column });
            const isTime = /Days|Workdays/.test(column);
            const figure = (isTime ? values['answered'] : values[column]) ?? 0;
            const behind = marksOfOneCase.includes(id) && total > 0 ? expect.any(Number) : total;
            expect([id, code, column, items.length, hidden, figure]).toEqual([id, code, column, total, 0, behind]);
            if (marksOfOneCase.includes(id)) expect(total <= figure || id === 'actions').toBe(true);
          }
        }
      }
    },
    120_000,
  );

  test.each(ids)(
    'AC-22 R-344 %s: made again at its position it is the same, whatever came after; before anything it is not reported',
    async (id) => {
      const table = await run(id);
      await told(core(), 'deviation', '2025-07-07', { deviationType: 'fall' });
      await told(core(), 'lexSarah', '2025-07-08', { outcome: 'irregularity', lexSarahKinds: ['other'], ivoSentAt: '2025-08-08T10:00:00.000Z' });
      await caughtUp(core());
      const again = await run(id, { asOf: `position:${table.scope.position}` });
      expect({ ...again, scope: { ...again.scope, asOf: null } }).toEqual(table);
      const before = await run(id, { asOf: '2025-12-31' });
      expect(before.totals).toEqual({ count: null, cases: null });
    },
    60_000,
  );

  test.each(ids)(
    '%s: as it was and as it is have the same sum',
    async (id) => {
      expect((await run(id, { organisation: 'then' })).totals).toEqual((await run(id, { organisation: 'now' })).totals);
    },
    60_000,
  );
});

test('R-040 complaints by category, cause and tertial: a cause counts in each category of its case, in the tertial when the case came in; praise and what is taken back count nowhere', async () => {
  const found = (id: string, cause: string) => ['CauseFound', '2024-12-01', { causeId: uuidOf('test', id, cause), area: cause, level: null }] as const;
  const [march, september, praise] = [
    await told(core(), 'complaint', '2024-03-05', { categories: ['treatment', 'information'] }),
    await told(core(), 'complaint', '2024-09-05', { categories: ['treatment'] }),
    await told(core(), 'complaint', '2024-09-06', { categories: ['treatment'], opinionType: 'praise' }),
  ];
  await happened(core(), march, found(march, 'routines'));
  const withdrawn = { causeId: uuidOf('test', september, 'competence') };
  await happened(core(), september, found(september, 'routines'), found(september, 'competence'), ['CauseWithdrawn', '2024-12-02', withdrawn]);
  await happened(core(), praise, found(praise, 'routines'));
  await caughtUp(core());
  // Not 0: nobody has attested the year (docs/engine.md#facts-and-figures).
  const none = null;
  const { rows, totals } = await run('complaints-by-cause', { from: '2024-01-01', to: '2025-01-01' });
  const counted = Object.fromEntries(rows.flatMap(({ code, values }) => ((values['count'] ?? 0) > 0 ? [[code, values]] : [])));
  expect(counted).toEqual({
    'treatment:routines': { count: 2, tertial1: 1, tertial2: none, tertial3: 1 },
    'information:routines': { count: 1, tertial1: 1, tertial2: none, tertial3: none },
  });
  expect(totals).toEqual({ count: 3, cases: 2 });
}, 60_000);
