import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The Chromium to drive in browser specs, or undefined. */
export function findChromium(env = process.env) {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)));
  return [env.CHROMIUM_PATH, '/usr/bin/chromium', ...onPath].find((path) => path && existsSync(path));
}
