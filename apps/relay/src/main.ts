import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '#platform/config';
import { createLog, errorFields } from '#platform/log';
import { Shutdown } from '#platform/shutdown';
import { RelayModule } from './relay.module.js';

const log = createLog('relay', readConfig());
const shutdown = new Shutdown(log);
try {
  const app = await NestFactory.createApplicationContext(RelayModule, { logger: false, abortOnError: false });
  shutdown.add('relay', () => app.close());
} catch (error) {
  log.fatal(errorFields(error), 'relay did not start');
  await shutdown.end(1);
}
