import 'reflect-metadata';
import pRetry from 'p-retry';
import { type Core, openCore } from '#case-service/core';
import { MailCatcher } from '#notices/catcher';
import { type Config, readConfig } from '#platform/config';
import { DatabaseFault } from '#platform/database';
import { createLog, errorFields } from '#platform/log';
import { Shutdown } from '#platform/shutdown';
import { createServer } from './app.js';

const PATIENCE_MS = 120_000;

const config = readConfig();
const log = createLog('server', config);
const shutdown = new Shutdown(log);

try {
  const core = await whenThere(config);
  shutdown.add('close the store', () => core.close());
  const app = await createServer(core, config, log);
  shutdown.add('stop listening', () => app.close());
  if (config.demo && config.mail.catcherPort !== undefined) await catchMail(app.get(MailCatcher), config.mail.catcherPort);
  await app.listen(config.port, config.host);
  log.info({ port: config.port }, 'listening');
} catch (error) {
  log.fatal(errorFields(error), 'server did not start');
  await shutdown.end(1);
}

/** Waits up to two minutes for a database that is starting or being migrated. */
function whenThere(settings: Config): Promise<Core> {
  return pRetry(() => openCore(settings, 'gensvar-server'), {
    retries: Number.POSITIVE_INFINITY,
    factor: 1,
    maxRetryTime: PATIENCE_MS,
    shouldRetry: ({ error }) => {
      if (error instanceof DatabaseFault) log.warn(errorFields(error), 'waiting for the database');
      return error instanceof DatabaseFault;
    },
  });
}

async function catchMail(catcher: MailCatcher, port: number): Promise<void> {
  await catcher.listen(port);
  shutdown.add('stop catching mail', () => catcher.close());
}
