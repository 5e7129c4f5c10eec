import type { RequestHandler } from 'express';

/**
 * No answer is cached by a browser or a proxy unless its route says otherwise (assets do): a page, also the answer to a post, may hold
 * a person's words, and a public computer has a back button.
 */
export function notKept(): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  };
}
