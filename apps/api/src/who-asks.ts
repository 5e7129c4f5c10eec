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
  /** How long a log-in, or a key that was issued, is recent. */
  readonly recentLogInS: number;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds the actor before anything else: a bearer token, else the session cookie, else the public. A bearer that does not
 * hold is refused rather than taken for the public, so that no report is anonymous by mistake.
 */
export function whoAsks({
  tokens,
  apiTokens,
  unlistedTokens,
  sessions,
  sessionCookie,
  database,
  clock,
  monitoringToken,
  recentLogInS,
}: Askable): RequestHandler {
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
    const heldByToken = async (token: string): Promise<Held | null> => {
      const claim = tokens.claimOf(token);
      const seconds = claim === null ? null : await apiTokens.issuedSecondsAgo(claim.id, unlistedTokens);
      return claim === null || seconds === null ? null : { person: claim.person, loggedInSecondsAgo: seconds };
    };
    const heldBySession = async (isUse: boolean): Promise<Held | null> => {
      const session = await sessions.personOf(cookie ?? '', isUse);
      if (session !== null) request.sessionLeft = session;
      return session;
    };
    const now = async (isUse: boolean): Promise<Known | null> => {
      const held = await (bearer === undefined ? heldBySession(isUse) : heldByToken(bearer));
      const found = held === null ? null : await personById(database, held.person, stockholmDate(clock.now().toISOString()));
      // Whoever has no post any longer has no session and no key either, from the first request of that day.
      if (held === null || found === null || found.posts.length === 0) return null;
      return { person: found, isRecent: held.loggedInSecondsAgo !== null && held.loggedInSecondsAgo <= recentLogInS };
    };
    const known = await now(isDoneBySomebody(request));
    if (known === null) return bearer === undefined ? next() : refuse('notLoggedIn');
    if (cookie !== undefined && !SAFE.has(request.method)) mustBeOurs(request);
    request.person = known.person;
    request.actor = actorFor(known);
    request.again = async () => actorFor(await now(false));
    return next();
  };
}

/** Who a cookie or a key is of, and how long ago they logged in or it was issued; null where nobody knows. */
interface Held {
  readonly person: string;
  readonly loggedInSecondsAgo: number | null;
}
interface Known {
  readonly person: Person;
  readonly isRecent: boolean;
}

const actorFor = (known: Known | null): Actor => (known === null ? anonymous : personActor(known.person.id, known.person.posts, known.isRecent));

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
