import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { EventStore } from '#event-store/event-store';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Log } from '#platform/log';
import { limitAnonymous } from './limits.js';
import { Metrics } from './metrics.js';
import { OpenApi } from './open-api.js';
import { ProblemFilter } from './problem.filter.js';
import { requestLog } from './request-log.js';
import { Session } from './session.js';
import { ShapePipe } from './shape.pipe.js';
import { whoAsks } from './who-asks.js';

/** Far more than a report in words needs. */
const BODY_LIMIT = '1mb';

/** What every request passes before its route: log, headers, who asks, limits, body; and after it, the one form of errors. */
export function prepareApi(app: NestExpressApplication, config: Config, log: Log): void {
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestLog(log));
  app.use(app.get(Metrics).counting());
  app.use(headers());
  app.use(whoAsks(app.get(Session), app.get(Database), app.get(Clock)));
  app.use(limitAnonymous(config.anonymousPerMinute, app.get(EventStore)));
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.useBodyParser('urlencoded', { limit: BODY_LIMIT, extended: false });
  app.get(OpenApi).of(app);
  app.useGlobalPipes(new ShapePipe());
  app.useGlobalFilters(new ProblemFilter(log));
}

/** Scripts, styles and pictures of our own and nothing inline; nobody frames the pages. */
function headers() {
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
    strictTransportSecurity: false,
  });
}
