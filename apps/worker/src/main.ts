import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '#platform/config';
import { createLog, errorFields } from '#platform/log';
import { Shutdown } from '#platform/shutdown';
import { installRuntime } from './runtime.js';
import { WorkerModule } from './worker.module.js';

const log = createLog('worker', readConfig());
const shutdown = new Shutdown(log);
try {
  installRuntime(log);
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: false, abortOnError: false });
  shutdown.add('worker', () => app.close());
} catch (error) {
  log.fatal(errorFields(error), 'worker did not start');
  await shutdown.end(1);
}
