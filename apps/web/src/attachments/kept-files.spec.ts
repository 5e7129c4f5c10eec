import { keptOf } from './kept-files.js';

const named = (...names: readonly string[]) => names.map((name) => ({ name }));

test.each([
  [named('a.pdf', 'b.pdf'), named(), ['a.pdf', 'b.pdf']],
  [named('a.pdf', 'b.pdf'), named('a.pdf'), ['b.pdf']],
  [named('a.pdf', 'a.pdf'), named('a.pdf'), ['a.pdf']],
  [named('a.pdf'), named('a.pdf'), []],
])('of the sent files %j where %j failed, %j were stored', (sent, failed, kept) => {
  expect(keptOf(sent, failed)).toEqual(kept);
});
