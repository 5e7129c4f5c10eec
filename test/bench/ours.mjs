import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The built code, as the processes run it. `#imports` don't reach out of this folder, which has a package.json of its own. */
export const dist = process.env.GENSVAR_DIST ?? join(import.meta.dirname, '..', '..', 'dist');

/** Modules of ours by their path in dist without `.js`. */
export const ours = async (...paths) => Object.assign({}, ...(await Promise.all(paths.map((path) => import(pathToFileURL(join(dist, `${path}.js`)).href)))));
