import type { Request } from 'express';
import { Refusal } from '#domain/errors';
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
