import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Core } from '#case-service/core';
import type { Config } from '#platform/config';
import type { Log } from '#platform/log';
import { apiControllers, apiProviders, prepareApi } from '../../api/src/api.js';
import { Readiness } from '../../api/src/readiness.js';
import { DEMO_PROVIDER, DemoProvider, HealthLine, webControllers, webProviders } from '../../web/src/web.js';
import { ReadinessLine } from './health-line.js';
import { coreProviders } from './providers.js';

@Module({})
class ServerModule {}

/** The one HTTP process: JSON and pages over the same core. Not yet listening. */
export async function createServer(core: Core, config: Config, log: Log): Promise<NestExpressApplication> {
  const module = {
    module: ServerModule,
    controllers: [...apiControllers, ...webControllers],
    providers: [
      ...coreProviders(core, config, log),
      ...apiProviders,
      ...webProviders,
      { provide: HealthLine, useFactory: (readiness: Readiness) => new ReadinessLine(readiness), inject: [Readiness] },
    ],
  };
  const app = await NestFactory.create<NestExpressApplication>(module, { bodyParser: false, logger: false, abortOnError: false });
  prepareApi(app, config, log, config.demo ? [{ path: DEMO_PROVIDER, handler: (...asked) => app.get(DemoProvider).answer(...asked) }] : []);
  return app;
}
