import type { NextFunction, Request, Response } from 'express';
import type { CaughtMail } from '#notices/catcher';
import type { Frame } from '../frame/frame.js';
import { CaughtMailPage } from './caught-mail.page.js';

/** The demo's mail: a page to a browser; a program gets the answer of the route itself. */
export function mailPage(frame: Frame, mails: () => readonly CaughtMail[]) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (request.method !== 'GET' || request.path !== '/' || request.accepts(['json', 'html']) !== 'html') return next();
    response.type('html').send(await frame.html(request, 'Demons e-post', CaughtMailPage({ mails: mails() })));
  };
}
