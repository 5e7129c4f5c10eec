import type { Request, Response } from 'express';
import type { Sessions } from '#organisation/sessions';
import type { Config } from '#platform/config';
import { cookieIn, cookiesOf } from '#platform/cookies';
import type { RequestPerson } from '../frame/request.js';
import type { Unfinished } from '../frame/unfinished.js';

/** Logs out whoever asks: the session is nobody's from now on, and the page that is being made is made for nobody. */
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
    // The next one at this device comes back to nothing.
    this.unfinished.forget(response);
    (request as Request & { person: RequestPerson['person'] }).person = null;
  }
}
