import type { Request, Response } from 'express';
import type { Sessions } from '#organisation/sessions';
import type { Config } from '#platform/config';
import { cookieIn, cookiesOf } from '#platform/cookies';
import type { RequestPerson } from '../frame/request.js';
import type { Unfinished } from '../frame/unfinished.js';

/** Logs out the sender of the request: the session ends, and the page that is being made is made for the public. */
export class EndSession {
  constructor(
    private readonly sessions: Sessions,
    private readonly unfinished: Unfinished,
    private readonly config: Config,
  ) {}

  async end(request: Request, response: Response): Promise<void> {
    const { session, attributes } = cookiesOf(this.config);
    const token = cookieIn(request.headers.cookie, session);
    if (token !== undefined) await this.sessions.end(token);
    response.clearCookie(session, attributes);
    // The next person at this device gets nothing stored.
    this.unfinished.forget(response);
    (request as Request & { person: RequestPerson['person'] }).person = null;
  }
}
