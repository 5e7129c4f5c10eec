import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Log } from '#platform/log';

/**
 * One line per request: method, the route's pattern, status, milliseconds and an id that the answer carries too. Never the address
 * itself, a query, a header or a body: each may hold a person's name, a code or a token.
 */
export function requestLog(log: Log): RequestHandler {
  const logging = pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customAttributeKeys: { responseTime: 'ms' },
    customSuccessObject: (request, response, { ms }: { ms: number }) => lineOf(request, response, ms),
    customErrorObject: (request, response, _error, { ms }: { ms: number }) => lineOf(request, response, ms),
    customLogLevel: (request, response) => (isNoise(request) ? 'debug' : response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    quietReqLogger: true,
  });
  return (request, response, next) => logging(request, response, next);
}

const lineOf = (request: IncomingMessage, response: ServerResponse, ms: number) => ({
  method: request.method,
  route: patternOf(request),
  status: response.statusCode,
  ms,
});

/** The pattern of the route that answered, or `-` where none did. */
export const patternOf = (request: IncomingMessage): string => ((request as Request).route as { path?: unknown } | undefined)?.path?.toString() ?? '-';

/** Requested by machines several times a minute. */
const isNoise = (request: IncomingMessage): boolean => /^\/(health|metrics)/.test(patternOf(request));
