import type { Request, Response } from 'express';
import type { FollowSessions } from '#organisation/follow-sessions';
import type { Config } from '#platform/config';
import { cookieIn, cookiesOf } from '#platform/cookies';
import type { Unfinished } from '../frame/unfinished.js';

/**
 * One who has shown a receipt code is let in for half an hour without showing it again, so that a reload sends nothing twice and the code
 * is in no address. The cookie is gone with the browser; what it opens is kept, and ended, on the server.
 */
export class FollowSession {
  constructor(
    private readonly sessions: FollowSessions,
    private readonly unfinished: Unfinished,
    private readonly config: Config,
  ) {}

  async open(response: Response, caseId: string): Promise<void> {
    const { follow, attributes } = cookiesOf(this.config);
    // Another site can't make a browser send it: nobody comes here by a link from a mail with the page already open.
    response.cookie(follow, await this.sessions.begin(caseId), { ...attributes, sameSite: 'strict' });
  }

  async close(request: Request, response: Response): Promise<void> {
    const { follow, attributes } = cookiesOf(this.config);
    await this.sessions.end(this.#token(request) ?? '');
    response.clearCookie(follow, { ...attributes, sameSite: 'strict' });
    // Nor the form, the receipt and the dialogue that the browser's Back would lead to.
    this.unfinished.forget(response);
  }

  /** The case that this browser follows, its half hour begun anew; null where it follows none, or no longer. */
  async caseOf(request: Request): Promise<string | null> {
    const token = this.#token(request);
    return token === undefined ? null : this.sessions.caseOf(token);
  }

  /** Whether the browser was let in before, to tell one whose time is up from one who comes for the first time. */
  wasGiven(request: Request): boolean {
    return this.#token(request) !== undefined;
  }

  #token(request: Request): string | undefined {
    return cookieIn(request.headers.cookie, cookiesOf(this.config).follow);
  }
}
