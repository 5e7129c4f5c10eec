import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that this file stands in. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * A home: the folder where a running system keeps downloads, data and logs.
 * @param {string} path
 * @param {{ services?: string }} [options] services: downloads shared with another home
 */
export function openHome(path, options = {}) {
  const home = {
    path: resolve(root, path),
    services: resolve(root, options.services ?? join(path, 'services')),
    data: resolve(root, path, 'data'),
    logs: resolve(root, path, 'logs'),
  };
  for (const folder of Object.values(home)) mkdirSync(folder, { recursive: true });
  return home;
}

/** The home of `npm start`. */
export const mainHome = () => openHome(process.env.GENSVAR_HOME || '.gensvar');

/** The home of `npm test`, so that a test never touches a working system. */
export const testHome = () => openHome(process.env.GENSVAR_TEST_HOME || '.gensvar-test');
