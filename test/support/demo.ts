import { loadDemo } from '#demo/demo';
import { emptyCore } from './core.js';
import { served } from './served.js';

/** Our HTTP process over the whole demo municipality: its year, its open cases, its people by login (libs/demo/src/municipality). */
export async function freshDemo(env: Record<string, string> = {}) {
  const core = await emptyCore();
  await loadDemo(core);
  const process = await served(core, env);
  await process.caughtUp();
  return { core, ...process };
}

export type Demo = Awaited<ReturnType<typeof freshDemo>>;
