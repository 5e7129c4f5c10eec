import type { Request, Response } from 'express';
import type { FollowSessions } from '#organisation/follow-sessions';
import type { Config } from '#platform/config';
import { cookieIn, cookiesOf } from '#platform/cookies';
import type { Unfinished } from '../frame/unfinished.js';

/**
 * Whoever has shown a receipt code need not show it again for half an hour, so that a reload sends nothing twice and the code
 * is in no address. The cookie ends with the browser; the session is stored, and ended, on the server.
 */
export class FollowSession {
  constructor(
    private readonly sessions: FollowSessions,
    private readonly unfinished: Unfinished,
    private readonly config: Config,
  ) {}

  async open(response: Response, caseId: string): Promise<void> {
    const { follow, attributes } = cookiesOf(this.config);
    // SameSite=Strict: nobody comes here from a link in a mail with the page already open.
    response.cookie(follow, await this.sessions.begin(caseId), { ...attributes, sameSite: 'strict' });
  }

  async close(request: Request, response: Response): Promise<void> {
    const { follow, attributes } = cookiesOf(this.config);
    await this.sessions.end(this.#token(request) ?? '');
    response.clearCookie(follow, { ...attributes, sameSite: 'strict' });
    // Also the form, the receipt and the dialogue that the browser's Back would show.
    this.unfinished.forget(response);
  }

  /** The case of this browser's session, whose half hour begins again; null without a valid session. */
  async caseOf(request: Request): Promise<string | null> {
    const token = this.#token(request);
    return token === undefined ? null : this.sessions.caseOf(token);
  }

  /** Whether the browser had a session before, to tell one whose time is up from a newcomer. */
  wasGiven(request: Request): boolean {
    return this.#token(request) !== undefined;
  }

  #token(request: Request): string | undefined {
    return cookieIn(request.headers.cookie, cookiesOf(this.config).follow);
  }
}
