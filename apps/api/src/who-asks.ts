import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { type Actor, anonymous, personActor } from '#domain/org/actor';
import type { ApiTokens } from '#organisation/api-tokens';
import { type Person, personById } from '#organisation/people';
import type { Sessions } from '#organisation/sessions';
import type { Tokens } from '#organisation/tokens';
import type { Clock } from '#platform/clock';
import { cookieIn } from '#platform/cookies';
import type { Tx } from '#platform/database';
import { isMonitoring, type Monitoring } from './operators.guard.js';
import type { RequestContext } from './request-context.js';

interface Askable {
  readonly tokens: Tokens;
  readonly apiTokens: ApiTokens;
  /** Whether a key that is in no list is accepted: the demo gives out such keys. */
  readonly unlistedTokens: boolean;
  readonly sessions: Sessions;
  readonly sessionCookie: string;
  readonly database: Tx;
  readonly clock: Clock;
  readonly monitoringToken: string | undefined;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds the actor before anything else: a bearer token, else the session cookie, else the public. A bearer that does not
 * hold is refused rather than taken for the public, so that no report is anonymous by mistake.
 */
export function whoAsks({ tokens, apiTokens, unlistedTokens, sessions, sessionCookie, database, clock, monitoringToken }: Askable): RequestHandler {
  return async (request: Request & RequestContext, _response: Response, next: NextFunction) => {
    request.actor = anonymous;
    request.person = null;
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (isMonitoring(bearer, monitoringToken)) {
      (request as Monitoring).monitors = true;
      return next();
    }
    const cookie = bearer === undefined ? cookieIn(request.headers.cookie, sessionCookie) : undefined;
    if (bearer === undefined && cookie === undefined) return next();
    const personOfToken = async (token: string): Promise<string | null> => {
      const claim = tokens.claimOf(token);
      return claim !== null && (await apiTokens.holds(claim.id, unlistedTokens)) ? claim.person : null;
    };
    const personNow = async (isUse: boolean): Promise<Person | null> => {
      const session = bearer === undefined ? await sessions.personOf(cookie ?? '', isUse) : null;
      if (session !== null) request.secondsLeft = session.secondsLeft;
      const id = bearer === undefined ? (session?.person ?? null) : await personOfToken(bearer);
      const found = id === null ? null : await personById(database, id, stockholmDate(clock.now().toISOString()));
      // Whoever has no post any longer has no session and no key either, from the first request of that day.
      return found === null || found.posts.length === 0 ? null : found;
    };
    const person = await personNow(isDoneBySomebody(request));
    if (person === null) return bearer === undefined ? next() : refuse('notLoggedIn');
    if (cookie !== undefined && !SAFE.has(request.method)) mustBeOurs(request);
    request.person = person;
    request.actor = actorFor(person);
    request.again = async () => actorFor(await personNow(false));
    return next();
  };
}

const actorFor = (person: Person | null): Actor => (person === null ? anonymous : personActor(person.id, person.posts));

/** A list that updates itself sends requests all night if it is left open: they do not prolong the session. */
const isDoneBySomebody = (request: Request): boolean => request.method !== 'GET' || request.headers['sec-fetch-dest'] !== 'empty';

/** A browser sends the cookie whichever site made the request, so a write must come from a page of ours (CSRF). Programs send neither header. */
function mustBeOurs(request: Request): void {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  // The host as the browser knows it: behind a trusted proxy, the host that the proxy was asked for.
  const { host } = request;
  const foreign = site === undefined ? origin !== undefined && hostOf(origin) !== host : site !== 'same-origin' && site !== 'none';
  if (foreign) refuse('notYours', [], 'Begäran kom från en annan webbplats.');
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
