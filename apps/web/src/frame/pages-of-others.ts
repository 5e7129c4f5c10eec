import type { NextFunction, Request, Response } from 'express';
import { Refusal } from '#domain/errors';
import type { CaughtMail } from '#notices/catcher';
import { CaughtMailPage } from '../start/caught-mail.page.js';
import type { Frame } from './frame.js';
import { Refused } from './refused.page.js';
import { askedBy } from './request.js';

/** An address that leads nowhere, as a page in the frame: with the menu of the one who asks. */
export function lostPage(frame: Frame): (request: Request) => Promise<string> {
  return (request) => {
    const refusal = new Refusal('notFound');
    return frame.html(request, refusal.title, Refused({ refusal, isLoggedIn: askedBy(request).person !== null }), true);
  };
}

/** The demo's mail: a page to a browser; a program gets the answer of the route itself. */
export function mailPage(frame: Frame, mails: () => readonly CaughtMail[]) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (request.method !== 'GET' || request.path !== '/' || request.accepts(['json', 'html']) !== 'html') return next();
    response.type('html').send(await frame.html(request, 'Demons e-post', CaughtMailPage({ mails: mails() })));
  };
}
