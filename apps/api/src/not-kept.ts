import type { RequestHandler } from 'express';

/**
 * Nothing that we answer is kept by a browser or a cache on the way, unless its route says otherwise (assets do): a page may hold a
 * person's words, an answer to a posted step too, and a public computer has a back button.
 */
export function notKept(): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  };
}
