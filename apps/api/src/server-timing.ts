import type { Request, RequestHandler } from 'express';
import type { RequestContext } from './request-context.js';

/**
 * How long the answer took in this process, in ms from when the request was read until its head is sent (W3C Server Timing): a browser shows
 * it beside what the network took. Told to those who have logged in only: a stranger who guesses codes is given no clock.
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
