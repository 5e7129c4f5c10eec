import { render } from 'preact-render-to-string';
import { LineChart } from './line-chart.js';

const points = [8, 12].map((value, n) => ({ name: `Bedömning ${n + 1}`, short: String(n + 1), value, href: `#${n}` }));
const ticks = (greatest?: number): readonly number[] => {
  const html = render(
    <LineChart id="x" title="Värde" pointTitle="Bedömning" valueTitle="Värde" points={points} {...(greatest === undefined ? {} : { greatest })} />,
  );
  return [...html.matchAll(/text-anchor="end">(\d+)</g)].map(([, text]) => Number(text));
};

describe('The axis of a curve', () => {
  test('ends at the greatest value that there can be, so that two curves of one scale can be compared', () => {
    expect(ticks(25)).toEqual([0, 5, 10, 15, 20, 25]);
  });

  test('ends at the greatest value there is, where the scale has no end', () => {
    expect(ticks().at(-1)).toBe(12);
  });
});
