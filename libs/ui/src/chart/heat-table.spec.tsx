import { render } from 'preact-render-to-string';
import { HeatTable } from './heat-table.js';

const table = (isKnown: boolean): string =>
  render(
    <HeatTable
      id="t"
      title="Orsaker"
      rowTitle="Det gällde"
      rows={[{ code: 'a', label: 'Bemötande' }]}
      columns={[
        { code: 'x', label: 'Rutiner' },
        { code: 'y', label: 'Teknik' },
      ]}
      numberAt={(_row, column) => (column === 'x' ? 2 : 0)}
      hrefOf={(row, column) => `/${row}/${column}`}
      isKnown={isKnown}
    />,
  );

describe('Two lists across each other', () => {
  test('a number leads to its cases; none is a nought where all is told of', () => {
    expect(table(true)).toContain('<a href="/a/x" aria-label="Bemötande, Rutiner: 2">2</a>');
    expect(table(true)).toContain('<td data-label="Teknik" class="shade-0">0</td>');
  });

  test('R-052 where nobody has said that all is told of, none is not reported', () => {
    expect(table(false)).toMatch(
      /<td data-label="Teknik"[^>]*><span class="not-reported"><span aria-hidden="true">–<\/span><span class="out-of-sight">ej rapporterat</,
    );
    expect(table(false)).toContain('– betyder ej rapporterat');
    expect(table(true)).not.toContain('ej rapporterat');
    expect(table(false)).toContain('>2</a>');
  });
});
