import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '#platform/config';
import { createLog, errorFields } from '#platform/log';
import { Shutdown } from '#platform/shutdown';
import { ProjectorModule } from './projector.module.js';

const log = createLog('projector', readConfig());
const shutdown = new Shutdown(log);
try {
  const app = await NestFactory.createApplicationContext(ProjectorModule, { logger: false, abortOnError: false });
  shutdown.add('projector', () => app.close());
} catch (error) {
  log.fatal(errorFields(error), 'projector did not start');
  await shutdown.end(1);
}
