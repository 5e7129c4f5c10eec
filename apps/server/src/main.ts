import 'reflect-metadata';
import { openCore } from '#case-service/core';
import { readConfig } from '#platform/config';
import { createLog, errorFields } from '#platform/log';
import { Shutdown } from '#platform/shutdown';
import { createServer } from './app.js';

const config = readConfig();
const log = createLog('server', config);
const shutdown = new Shutdown(log);

try {
  const core = await openCore(config, 'gensvar-server');
  shutdown.add('close the store', () => core.close());
  const app = await createServer(core, config, log);
  shutdown.add('stop listening', () => app.close());
  await app.listen(config.port, config.host);
  log.info({ port: config.port }, 'listening');
} catch (error) {
  log.fatal(errorFields(error), 'the server could not start');
  await shutdown.end(1);
}
