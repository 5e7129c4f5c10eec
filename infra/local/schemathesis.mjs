import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './children.mjs';
import { Fault, looksUnreachable } from './fault.mjs';
import { python } from './wheel.mjs';

const requirements = fileURLToPath(new URL('schemathesis.txt', import.meta.url));
const [, version] = readFileSync(requirements, 'utf8').match(/^schemathesis==([\d.]+)/m);

/**
 * Schemathesis, which makes requests out of an OpenAPI document, from PyPI by its checksums, in the home.
 *
 * @param {object} home
 * @returns {Promise<{ command: string, args: string[], env: Record<string, string> }>} how its command line is called
 * @throws {Fault} where Python with pip is missing, or PyPI can't be reached
 */
export async function schemathesis(home) {
  const folder = join(home.services, `schemathesis-${version}`);
  const interpreter = python();
  if (interpreter === undefined)
    throw new Fault(
      'Schemathesis hämtas från PyPI, men Python med pip saknas.',
      'Installera python3 och pip (på Debian: apt install python3-pip) och kör igen.',
    );
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}.new`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true });
    try {
      const how = ['install', '--quiet', '--only-binary=:all:', '--require-hashes', '--no-deps', '--disable-pip-version-check', '--target', half];
      const done = await run(home, 'pip-schemathesis', interpreter, ['-m', 'pip', ...how, '-r', requirements], { match: half });
      if (done.code !== 0 && looksUnreachable(done.output))
        throw new Fault('Paketregistret PyPI gick inte att nå.', 'Kontrollera nätet eller `pip config list`, och kör sedan samma kommando igen.');
      if (done.code !== 0) throw new Error(`pip install schemathesis failed:\n${done.output}`);
      renameSync(half, folder);
    } finally {
      rmSync(half, { recursive: true, force: true });
    }
  }
  return { command: interpreter, args: ['-m', 'schemathesis.cli'], env: { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' } };
}
