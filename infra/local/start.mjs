import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { untilReady } from './apps.mjs';
import { bringUp, plan } from './bring-up.mjs';
import { mainHome } from './home.mjs';
import { endLeftovers } from './leftovers.mjs';
import { checkDisk, checkPort } from './prerequisites.mjs';
import { wanted } from './services.mjs';
import { openSteps, seconds } from './steps.mjs';
import { stopper, takeOver } from './stopping.mjs';
import { welcome } from './welcome.mjs';

const patience = 120_000;

/** `npm start`: sets up what is missing, starts everything, and keeps it running until it is stopped. */
export async function start() {
  const began = Date.now();
  const home = mainHome();
  await takeOver(home);
  const stop = stopper(home);
  const steps = openSteps(plan);
  try {
    const port = Number(process.env.PORT || 3000);
    await endLeftovers(home, ['app', 'helper']);
    checkDisk(home);
    await checkPort(port);
    const want = wanted();
    if (want.withoutKafka) console.log(`${want.withoutKafka}: allt startar utom Kafka. Installera Java 17 eller nyare för att få med den.`);
    const hadData = !want.postgres || existsSync(join(home.data, 'postgres'));
    const { env, found, handles } = await bringUp({ home, steps, want, hadData, stopping: stop.asked });
    await steps.step('apps', () => untilReady(port, patience, handles));
    await steps.close();
    await welcome({ port, found, ui: env.TEMPORAL_UI, feed: env.GENSVAR_FEED, took: seconds(Date.now() - began) });
  } catch (cause) {
    if (!stop.asked()) await fail(stop, steps, cause);
  }
  await new Promise(() => {
    setInterval(() => {}, 60_000);
  }); // until a signal
}

async function fail(stop, steps, cause) {
  await steps.close();
  await stop.everything();
  throw cause;
}
