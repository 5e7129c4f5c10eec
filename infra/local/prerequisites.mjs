import { existsSync, readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './fault.mjs';
import { root } from './home.mjs';
import { commandOf } from './leftovers.mjs';
import { isFree, listenerOf } from './ports.mjs';

const gigabyte = 1024 ** 3;
const neededCold = 1.5 * gigabyte;

/**
 * A first start downloads and unpacks; if the disk fills half way the faults that follow are hard to understand.
 * @param {object} home
 * @param {(path: string) => number} [freeAt] bytes
 */
export function checkDisk(home, freeAt = freeBytes) {
  const cold = !existsSync(join(root, 'node_modules', '.package-lock.json')) || readdirSync(home.services).length === 0;
  const free = Math.min(freeAt(home.path), freeAt(root));
  if (!cold || free >= neededCold) return;
  throw new Fault(
    `Disken är för full: ${(free / gigabyte).toFixed(1).replace('.', ',')} GB ledigt, och första starten behöver 1,5 GB.`,
    'Frigör utrymme, eller lägg GENSVAR_HOME på en annan disk, och kör igen.',
  );
}

function freeBytes(path) {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** The one fixed port must be free; its user is named where the system shows it. */
export async function checkPort(port) {
  if (await isFree(port)) return;
  const pid = listenerOf(port);
  const who = pid === undefined ? 'ett annat program' : `process ${pid} (${commandOf(pid).slice(0, 60)})`;
  throw new Fault(`Port ${port} är upptagen av ${who}.`, `Stoppa det, eller välj en annan port: PORT=${port + 1} npm start.`);
}
