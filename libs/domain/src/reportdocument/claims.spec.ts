import { claimsOn } from './claims.js';
import type { KnownTable } from './typed-numbers.js';

const table = (report: string, columns: Readonly<Record<string, number | null>>): KnownTable => ({
  report,
  title: report,
  total: 9,
  figures: [],
  columns: Object.entries(columns).map(([column, value]) => ({ code: { report, row: null, column }, label: column, value })),
});
const tables = [
  table('supervision', { count: 9, criticism: 8, unanswered: 0, ongoing: 2 }),
  table('self-inspections', { count: 7, notApproved: 1, notDone: 3 }),
  table('risks', { count: 7, unanswered: 2 }),
  table('actions', { count: 5, late: 0 }),
];
const said = (text: string, of = tables) => claimsOn(text, of).map(({ words, code, count }) => [words, `${code.report}.${code.column}`, count]);

describe('What a text says of all or of none, against the register (R-343)', () => {
  test.each([
    [
      'INC-20 all reviews are settled, and two go on',
      'Samtliga granskningar, både interna och externa har åtgärdats.',
      ['Samtliga granskningar', 'supervision.ongoing', 2],
    ],
    [
      'INC-11 all self-checks are done, and three are not',
      'Alla planerade egenkontroller är gjorda.',
      ['Alla planerade egenkontroller', 'self-inspections.notDone', 3],
    ],
    [
      'INC-12 all critical risks have actions, and two have none',
      'Det finns åtgärder för alla kritiska risker.',
      ['alla kritiska risker', 'risks.unanswered', 2],
    ],
  ])('%s', (_, text, remark) => expect(said(text)).toEqual([remark]));

  test('INC-21 nothing deviating was found, where reviews gave criticism and a check was not approved', () => {
    expect(said('Inget avvikande framkom vid dessa genomgångar 2023.').map(([, code, n]) => [code, n])).toEqual([
      ['supervision.criticism', 8],
      ['self-inspections.notApproved', 1],
    ]);
  });

  test.each([
    'Samtliga åtgärder är genomförda.',
    'Alla medarbetare deltog. Granskningar gjordes.',
    'Inga klagomål kom in.',
    'Ballade granskningar.',
    'Två granskningar pågår.',
    'I {siffra:supervision} granskningar fanns brister.',
  ])('“%s” contradicts nothing', (text) => expect(said(text)).toEqual([]));

  test('nor does anything where no figure is reported, or the table is not there', () => {
    expect(said('Samtliga granskningar har åtgärdats.', [table('supervision', { ongoing: null, unanswered: 0 })])).toEqual([]);
    expect(said('Samtliga granskningar har åtgärdats.', [])).toEqual([]);
  });
});
