import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pip, pythonFor } from './wheel.mjs';

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
  const interpreter = pythonFor('Schemathesis');
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}.new`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true });
    try {
      await pip(home, { interpreter, name: 'schemathesis', verb: 'install', args: ['--target', half, '-r', requirements], target: half });
      renameSync(half, folder);
    } finally {
      rmSync(half, { recursive: true, force: true });
    }
  }
  return { command: interpreter, args: ['-m', 'schemathesis.cli'], env: { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' } };
}
