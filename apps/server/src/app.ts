import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { Core } from '#case-service/core';
import { MailCatcher } from '#notices/catcher';
import type { Config } from '#platform/config';
import type { Log } from '#platform/log';
import { apiControllers, apiProviders, prepareApi } from '../../api/src/api.js';
import { Metrics } from '../../api/src/metrics.js';
import { Readiness } from '../../api/src/readiness.js';
import {
  Answers,
  bytesHeld,
  DEMO_PROVIDER,
  DemoProvider,
  Frame,
  HealthLine,
  lostPage,
  MOST_HELD,
  mailPage,
  readsLargeForms,
  webControllers,
  webProviders,
} from '../../web/src/web.js';
import { ReadinessLine } from './health-line.js';
import { coreProviders } from './providers.js';

/** Longer than proxies keep an idle connection (60 s in nginx), so that none sends a request into one that we are closing. */
const KEEP_ALIVE_MS = 75_000;

/** Routes of forms with text: the page itself answers when there is too much of it. */
const FORMS = ['/lamna-synpunkt', '/rapportera', '/arende', '/folj'];

@Module({})
class ServerModule {}

/** The HTTP process: JSON and pages over the same core. Not listening yet. */
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
  Object.assign(app.getHttpServer(), { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: KEEP_ALIVE_MS + 5_000 });
  const metrics = app.get(Metrics);
  metrics.show('gensvar_upload_held_bytes', 'Bytes of files under way that are in memory', bytesHeld);
  metrics.show('gensvar_upload_held_bytes_most', 'What they may be at most', () => MOST_HELD);
  const frame = app.get(Frame);
  const mounted = [
    ...FORMS.map((path) => ({ path, handler: readsLargeForms() })),
    ...(config.demo ? [{ path: DEMO_PROVIDER, handler: (...asked: Parameters<DemoProvider['answer']>) => app.get(DemoProvider).answer(...asked) }] : []),
  ];
  prepareApi(app, config, log, mounted, lostPage(frame));
  if (config.demo)
    app.use(
      '/demo/mail',
      mailPage(frame, () => app.get(MailCatcher).list()),
    );
  app.use((request: Request, response: Response, next: NextFunction) => app.get(Answers).again(request, response, next));
  return app;
}
