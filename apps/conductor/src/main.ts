import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '#platform/config';
import { createLog, errorFields } from '#platform/log';
import { Shutdown } from '#platform/shutdown';
import { ConductorModule } from './conductor.module.js';

const log = createLog('conductor', readConfig());
const shutdown = new Shutdown(log);
try {
  const app = await NestFactory.createApplicationContext(ConductorModule, { logger: false, abortOnError: false });
  shutdown.add('conductor', () => app.close());
} catch (error) {
  log.fatal(errorFields(error), 'conductor did not start');
  await shutdown.end(1);
}
