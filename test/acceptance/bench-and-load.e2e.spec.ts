import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { appPassword, requireService } from '../support/services.js';

jest.setTimeout(300_000);

const home = mkdtempSync(join(tmpdir(), 'gensvar-bench-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs a script of test/bench as `npm run bench` and `npm run load` do. */
async function measured(file: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const app = new URL(requireService('postgres'));
  [app.username, app.password] = ['gensvar_app', appPassword];
  const env = { ...process.env, GENSVAR_DIST: requireService('dist'), DATABASE_URL: app.href, GENSVAR_HOME: home };
  const child = spawn(process.execPath, [join('test', 'bench', file), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

/** Too small for meaningful figures: the tests show that every row can be measured, not how fast anything is. */
describe('The benchmark and the load runs work with the code of today', () => {
  test('every row of the benchmark can be measured', async () => {
    const sizes = ['--httpCommands=5', '--commands=40', '--clients=2', '--events=5', '--cases=60', '--asks=9', '--workflows=8'];
    const { code, output } = await measured('run.mjs', '--without-peers', ...sizes);
    expect([code, output]).toEqual([0, expect.not.stringMatching(/^not measured: /m)]);
    const { failed, results } = JSON.parse(readFileSync(join(home, 'bench.json'), 'utf8')) as { failed: unknown[]; results: { value: number }[] };
    expect(failed).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(10);
    for (const row of results) expect(row).toMatchObject({ value: expect.any(Number) });
  });

  test('whole cases of all kinds can be driven by several clients, and the store holds each once', async () => {
    const { code, output } = await measured('load.mjs', '--cases', '4', '--clients', '2');
    expect(code === 0 ? '' : output).toBe('');
    expect(output).toContain('lost: 0, doubled: 0');
  });

  test('a large number of cases can be imported and queried, also by twenty people at once, against their reach', async () => {
    const { code, output } = await measured('load.mjs', '--closed', '40', '--open', '8', '--without-workflows', '--quick');
    expect([code, output]).toEqual([0, expect.stringContaining('written: load.json')]);
    const { results } = JSON.parse(readFileSync(join(home, 'load.json'), 'utf8')) as { results: { what: string }[] };
    expect(results.filter(({ what }) => what.startsWith('20 people at once'))).toEqual([
      expect.objectContaining({ measure: 'p95', reach: 200, value: expect.any(Number), also: expect.stringContaining('40 pages') }),
    ]);
  });
});
