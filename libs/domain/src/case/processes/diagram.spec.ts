import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { drawProcess } from './diagram.js';
import { processes } from './index.js';

const folder = new URL('../../../../../docs/process/', import.meta.url);
const fileOf = (id: string): URL => new URL(`${id.replace('@', '-')}.md`, folder);
/** `DRAW=1` with this spec writes the pages again. */
const draws = process.env['DRAW'] === '1';

describe('The drawn process is the one that runs (R-066)', () => {
  test.each(processes.map((process) => [process.id, process] as const))('%s: docs/process shows the table as it is', (id, process) => {
    if (draws) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(fileOf(id), drawProcess(process));
    }
    expect(readFileSync(fileOf(id), 'utf8')).toBe(drawProcess(process));
  });

  test('every stage, way back and deadline of the table is in the drawing', () => {
    for (const process of processes) {
      const drawn = drawProcess(process);
      for (const row of process.stages) expect(drawn).toContain(row.purpose);
      for (const move of process.back) expect(drawn).toContain(`  ${move.from} --> ${move.to}: Skicka tillbaka`);
      expect(drawn.match(/Ägs av/g)).toHaveLength(process.duties.length + process.alongside.length);
      expect(drawn).not.toMatch(/undefined|null|NaN/);
    }
  });
});
