import type { Request, RequestHandler } from 'express';
import type { RequestContext } from './request-context.js';

/**
 * How long the answer took in this process, in ms from when the request was read until its head is sent (W3C Server Timing): a browser shows
 * it beside the network's time. Only for people who have logged in: a stranger who guesses codes gets no timing.
 */
export function serverTiming(): RequestHandler {
  return (request: Request & RequestContext, response, next) => {
    const began = performance.now();
    const writeHead = response.writeHead;
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      if (request.person != null && !response.headersSent) response.setHeader('Server-Timing', `app;dur=${(performance.now() - began).toFixed(1)}`);
      return writeHead.apply(response, args);
    }) as typeof writeHead;
    next();
  };
}
