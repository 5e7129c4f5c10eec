import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemathesis } from '../../infra/local/schemathesis.mjs';
import { type Api, freshApi, type Who } from '../support/api.js';
import { reported } from '../support/complaint-over-http.js';
import { ownHome } from '../support/processes.js';

let api: Api;
let id: string;
let folder: string;
const home = ownHome();
beforeAll(async () => {
  api = await freshApi({ GENSVAR_DEMO: '1' });
  id = await reported(api);
  await api.caughtUp();
  folder = mkdtempSync(join(tmpdir(), 'gensvar-schemathesis-'));
}, 60_000);
afterAll(async () => {
  await api?.close();
  rmSync(folder, { recursive: true, force: true });
  await home.remove();
}, 30_000);

/** Left out: streams, which do not end, and the log-out, which would end the session of the others. */
const LEFT_OUT = '^/api/(stream|session)';

/** An existing case, so that the routes below its id are reached; fuzzing sends what the document allows, coverage also what it does not. */
const settings = (id: string): string => `[parameters]
"path.id" = "${id}"

[phases.fuzzing.generation]
mode = "positive"
max-examples = 15
`;

interface Told {
  readonly code: number | null;
  readonly output: string;
  /** Requests by the status of the answer. */
  readonly answers: Readonly<Record<string, number>>;
}

/** One run over the whole document; the same requests each time, since the seed is fixed. */
async function run(who: Who): Promise<Told> {
  const { command, args, env } = await schemathesis(home);
  const report = join(folder, `${who}.har`);
  writeFileSync(join(folder, 'schemathesis.toml'), settings(id));
  const asked = [
    ...[...args, 'run', `${api.base}/api/openapi.json`, '-H', `Authorization: Bearer ${api.tokenOf(who)}`],
    ...['--checks', 'not_a_server_error', '--phases', 'examples,coverage,fuzzing', '--seed', '11', '--generation-deterministic'],
    ...['--exclude-path-regex', LEFT_OUT, '--request-timeout', '300', '--report', 'har', '--report-har-path', report, '--no-color'],
  ];
  const child = spawn(command, asked, { env: { PATH: process.env.PATH, HOME: folder, ...env }, cwd: folder });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      output += bytes.toString('utf8');
    });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const { log } = JSON.parse(readFileSync(report, 'utf8')) as { log: { entries: { response: { status: number } }[] } };
  const answers: Record<string, number> = {};
  for (const { response } of log.entries) answers[response.status] = (answers[response.status] ?? 0) + 1;
  return { code, output, answers };
}

describe('Requests made out of the OpenAPI document', () => {
  test('are never answered 500, be they as the document says or not', async () => {
    const { code, output, answers } = await run('registrar');
    console.info(answers);
    expect(output).not.toMatch(/Server error/);
    expect(Object.keys(answers).filter((status) => Number(status) >= 500 || Number(status) <= 0)).toEqual([]);
    expect(code).toBe(0);
    // It reached the routes, and was not only refused.
    expect(answers['200'] ?? 0).toBeGreaterThan(20);
  }, 900_000);
});
