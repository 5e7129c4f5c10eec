import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';
import { Fault, looksUnreachable } from './fault.mjs';

/** The newer Node that the specs are also run on, from npm's registry, by its checksum. */
export const otherNode = JSON.parse(readFileSync(new URL('nodes.json', import.meta.url), 'utf8'));

/** Whether the download is the program that was tried. */
export const isWhole = (bytes, integrity) => `sha512-${createHash('sha512').update(bytes).digest('base64')}` === integrity;

/**
 * The program of the other Node, in the home.
 * @param {object} home
 * @returns {Promise<string>} its path
 */
export async function fetchOtherNode(home, { package: name, version, integrity } = otherNode) {
  const folder = join(home.services, `node-${version}`);
  const program = join(folder, 'bin', 'node');
  if (existsSync(program)) return program;
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Fault(`Node ${version} hämtas bara för Linux på x86-64.`, 'Kör utan --node24.');
  const half = `${folder}.${process.pid}.new`;
  mkdirSync(half, { recursive: true });
  try {
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const done = await run(home, 'npm-node', npm[0], [...npm.slice(1), 'pack', `${name}@${version}`, '--silent', '--pack-destination', half], { match: half });
    if (done.code !== 0 && looksUnreachable(done.output))
      throw new Fault('Paketregistret för npm gick inte att nå.', 'Kontrollera nätet och kör sedan samma kommando igen.');
    if (done.code !== 0) throw new Error(`npm pack ${name} failed:\n${done.output}`);
    const archive = join(half, `${name}-${version}.tgz`);
    if (!isWhole(readFileSync(archive), integrity)) throw new Error(`${name}@${version} is other content than expected`);
    const unpacked = spawnSync('tar', ['-xzf', archive, '-C', half, 'package/bin/node']);
    if (unpacked.status !== 0) throw new Error(`${archive} could not be unpacked`);
    chmodSync(join(half, 'package', 'bin', 'node'), 0o755);
    renameSync(join(half, 'package'), folder);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return program;
}
