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
import { type LostPage, ProblemFilter } from './problem.filter.js';
import { noteRefusals } from './refusals-noted.js';
import { requestLog } from './request-log.js';
import { serverTiming } from './server-timing.js';
import { ShapePipe } from './shape.pipe.js';
import { whoAsks } from './who-asks.js';

/** Far more than a report in words needs. */
const readingJson = { limit: '1mb', verify: refuseUnreadableBody };
/** A long text is up to four times as long when form-encoded; the page itself refuses one that is too long, with the text kept. */
/** The page of a print has a field for each line of a case: more than the default limit of a thousand. */
const readingForms = { ...readingJson, limit: '4mb', extended: false, parameterLimit: 5_000 };

/** A handler beneath a path that reads bodies and finds the actor by itself. */
export interface Mounted {
  readonly path: string;
  readonly handler: RequestHandler;
}

/** What every request passes before its route: log, headers, actor, limits, body; and after it, the one form of errors. */
export function prepareApi(app: NestExpressApplication, config: Config, log: Log, mounted: readonly Mounted[] = [], lost?: LostPage): void {
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
      recentLogInS: config.recentLogInS,
    }),
  );
  app.use(limitAnonymous(app.get(Limits), app.get(EventStore)));
  app.useBodyParser('json', readingJson);
  app.useBodyParser('urlencoded', readingForms);
  app.get(OpenApi).of(app);
  app.useGlobalPipes(new ShapePipe());
  app.useGlobalFilters(new ProblemFilter(log, lost));
}

/**
 * Compression for everything but streams, whose events must not wait. A page may hold both what a stranger sent and a person's words (BREACH): the
 * stranger can't request it with that person's session, since the cookie is SameSite.
 */
const isSentWhole: compression.CompressionFilter = (request, response) =>
  !String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream') && compression.filter(request, response);

/** Only our own scripts, styles and pictures, nothing inline, no framing. */
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
    // HSTS for a year, for this host: other hosts under the municipality's domain are not ours. The demo is plain http.
    strictTransportSecurity: demo ? false : { maxAge: 31_536_000, includeSubDomains: false },
  });
}
