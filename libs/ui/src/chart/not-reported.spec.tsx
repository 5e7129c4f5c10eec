import type { VNode } from 'preact';
import { FigureTable } from '../figure-table.js';
import { htmlOf } from '../page.js';
import { BarChart } from './bar-chart.js';
import { LineChart } from './line-chart.js';
import { StackedBars } from './stacked-bars.js';

const html = (part: VNode): string => htmlOf(part);
const count = (text: string, what: string): number => text.split(what).length - 1;
const columns = [
  { id: 'a', title: 'Norra' },
  { id: 'b', title: 'Södra' },
];
const rows = [
  { code: 'x', label: 'Bemötande', values: { a: 2, b: null } },
  { code: 'y', label: 'Miljö', values: { a: null, b: null } },
];
const parts = {
  'a table': (
    <FigureTable
      id="t"
      title="T"
      definition="D"
      columns={columns}
      rows={rows}
      totals={{ a: 2, b: null }}
      totalLabel="Totalt"
      notes={[]}
      scope=""
      hrefOf={() => '/'}
    />
  ),
  bars: <BarChart id="t" title="T" bars={rows.map(({ code, label, values }) => ({ code, label, value: values.a, href: '/' }))} />,
  'stacked bars': <StackedBars id="t" title="T" parts={columns} bars={rows} hrefOf={() => '/'} sayUnknownParts />,
  'a line': (
    <LineChart
      id="t"
      title="T"
      pointTitle="Månad"
      valueTitle="Ärenden"
      points={[
        { name: 'jan', short: 'jan', value: 2, href: '/' },
        { name: 'feb', short: 'feb', value: null, href: '/' },
      ]}
    />
  ),
} as const;

describe('What nobody has reported (R-052)', () => {
  test.each(Object.keys(parts) as (keyof typeof parts)[])('in %s is a dash with one note below, and never drawn', (name) => {
    const drawn = html(parts[name]);
    expect(drawn).toContain('–');
    expect(count(drawn, '– betyder ej rapporterat')).toBe(1);
    expect(drawn).not.toContain('ej-rapporterat');
    // Seen as a dash alone: the words are for one who hears the page.
    expect(
      drawn
        .replaceAll(/<span class="out-of-sight">[^<]*<\/span>/g, '')
        .replaceAll(/ aria-label="[^"]*"/g, '')
        .replace('– betyder ej rapporterat', ''),
    ).not.toContain('ej rapporterat');
  });

  test('has no bar: only what is known is as wide as its number', () => {
    expect(count(html(parts.bars), '<rect')).toBe(1);
    expect(count(html(parts['stacked bars']), '<rect')).toBe(2 + 1);
  });

  test('where all is known there is no note', () => {
    expect(html(<BarChart id="t" title="T" bars={[{ code: 'x', label: 'X', value: 0, href: '/' }]} />)).not.toContain('rapporterat');
  });
});
