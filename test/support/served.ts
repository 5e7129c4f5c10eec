import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import { LeaseLost } from '#event-store/subscription';
import { readConfig } from '#platform/config';
import { DatabaseFault } from '#platform/database';
import { startProjector } from '../../apps/projector/src/start.js';
import { createServer } from '../../apps/server/src/app.js';
import type { FreshCore } from './core.js';
import { caughtUp } from './read-side.js';

/** High limits, so that a spec that is not about limits meets none; one that is sets its own. */
export const unlimited = {
  GENSVAR_ANONYMOUS_PER_MINUTE: '1000000',
  GENSVAR_ANONYMOUS_READS_PER_MINUTE: '1000000',
  GENSVAR_WRONG_CODES_PER_MINUTE: '1000000',
} as const;

/**
 * Our HTTP process within this one over a core of a spec's own, with a projector beside. `lines` is its log. Closing it closes the
 * core too, and fails where the projector met a fault. What it tries again is none: a lease that ran out, or a connection that was not
 * answered in time, while the machine was busy.
 */
export async function served(core: FreshCore, env: Record<string, string> = {}) {
  const faults: unknown[] = [];
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const config = readConfig({ GENSVAR_DEMO: '1', ...unlimited, DATABASE_URL: core.appUrl, GENSVAR_MASTER_KEY: core.masterKey, ...env });
  const app: NestExpressApplication = await createServer(core, config, log);
  await app.listen(0, '127.0.0.1');
  const onFault = (...told: unknown[]) => {
    const fault = told.at(-1);
    if (!(fault instanceof LeaseLost)) faults.push(fault);
  };
  const onError = (fault: unknown) => {
    if (!(fault instanceof DatabaseFault && fault.unavailable)) onFault(fault);
  };
  const feed = await startProjector(core, { config: { ...config, feed: 'store' }, onError, onParked: onFault, onUnreadable: onFault });
  return {
    app,
    base: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    lines,
    /** Waits until the rows are as current as the store. */
    caughtUp: () => caughtUp(core),
    close: async () => {
      await feed.stop();
      await app.close();
      await core.close();
      expect(faults).toEqual([]);
    },
  };
}
