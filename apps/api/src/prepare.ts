import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { EventStore } from '#event-store/event-store';
import { ApiTokens } from '#organisation/api-tokens';
import { Sessions } from '#organisation/sessions';
import { Tokens } from '#organisation/tokens';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { cookiesOf } from '#platform/cookies';
import { Database } from '#platform/database';
import { Limits } from '#platform/limits';
import type { Log } from '#platform/log';
import { refuseUnreadableAddress, refuseUnreadableBody } from './kept-text.js';
import { limitAnonymous } from './limits.js';
import { Metrics } from './metrics.js';
import { notKept } from './not-kept.js';
import { OpenApi } from './open-api.js';
import { ProblemFilter } from './problem.filter.js';
import { noteRefusals } from './refusals-noted.js';
import { requestLog } from './request-log.js';
import { serverTiming } from './server-timing.js';
import { ShapePipe } from './shape.pipe.js';
import { whoAsks } from './who-asks.js';

/** Far more than a report in words needs. */
const readingJson = { limit: '1mb', verify: refuseUnreadableBody };
/** A long text is four times as long in a form: the page itself says that it is too long, with the text kept. */
/** The page of a print has a field for each line of a case: more than the thousand that a form may have unasked. */
const readingForms = { ...readingJson, limit: '4mb', extended: false, parameterLimit: 5_000 };

/** A handler of its own beneath a path, which reads bodies and asks who comes by itself. */
export interface Mounted {
  readonly path: string;
  readonly handler: RequestHandler;
}

/** What every request passes before its route: log, headers, who asks, limits, body; and after it, the one form of errors. */
export function prepareApi(app: NestExpressApplication, config: Config, log: Log, mounted: readonly Mounted[] = []): void {
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustProxy);
  app.use(requestLog(log));
  app.use(serverTiming());
  app.use(app.get(Metrics).counting());
  app.use(headers(config));
  app.use(notKept());
  app.use(compression({ filter: isSentWhole }));
  app.use(refuseUnreadableAddress());
  for (const { path, handler } of mounted) app.use(path, handler);
  app.use(noteRefusals(app.get(Database), log));
  app.use(
    whoAsks({
      tokens: app.get(Tokens),
      apiTokens: app.get(ApiTokens),
      unlistedTokens: config.demo,
      sessions: app.get(Sessions),
      sessionCookie: cookiesOf(config).session,
      database: app.get(Database),
      clock: app.get(Clock),
      monitoringToken: config.monitoringToken,
    }),
  );
  app.use(limitAnonymous(app.get(Limits), app.get(EventStore)));
  app.useBodyParser('json', readingJson);
  app.useBodyParser('urlencoded', readingForms);
  app.get(OpenApi).of(app);
  app.useGlobalPipes(new ShapePipe());
  app.useGlobalFilters(new ProblemFilter(log));
}

/**
 * Everything but streams, whose events must go as they come. A page may hold both what a stranger sent and a person's words (BREACH): the
 * stranger can't have it asked for with that person's session, since the cookie is SameSite.
 */
const isSentWhole: compression.CompressionFilter = (request, response) =>
  !String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream') && compression.filter(request, response);

/** Scripts, styles and pictures of our own and nothing inline; nobody frames the pages. */
function headers({ demo }: Config) {
  const self = ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: [...self, 'data:'],
        connectSrc: self,
        formAction: self,
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    // A year on https only, for this host: what else the municipality has under its name is not ours to speak for. The demo is plain http.
    strictTransportSecurity: demo ? false : { maxAge: 31_536_000, includeSubDomains: false },
  });
}
