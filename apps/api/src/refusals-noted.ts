import type { Request, RequestHandler } from 'express';
import { caseStream, isUuid } from '#domain/ids';
import { type Access, logAccess } from '#event-store/access-log';
import type { Tx } from '#platform/database';
import { errorFields, type Log } from '#platform/log';
import type { RequestContext } from './request-context.js';
import { patternOf } from './request-log.js';

/** Who is not logged in has no id here; what they typed as one is never noted. */
export const UNKNOWN = 'unknown';
const REFUSED = new Set([401, 403, 404]);
/** Where a log-in ends with an answer of ours. */
const LOG_IN = new Set(['/logga-in/svar', '/demo/login']);
const MINUTE_MS = 60_000;
/** So many different refusals of one person are noted in a minute: what comes after is the same attempt, and the table is not theirs to fill. */
const MOST_A_MINUTE = 60;

/**
 * Notes by person who was refused: what they may not do, or what is not theirs to see (SoLPuL 10 §). By the status of the answer, whatever
 * route gave it, so that none has to remember. Ids and the route's pattern alone: nothing of what was typed or sent. The same person, route and case
 * is one row a minute.
 */
export function noteRefusals(database: Tx, log: Log): RequestHandler {
  const once = new OncePerMinute();
  return (request: Request & Partial<RequestContext>, response, next) => {
    response.once('finish', () => {
      // Nothing was shown: a row that can't be written takes nothing from the answer, and is said.
      for (const access of refusalsOf(request, request.answeredWith ?? response.statusCode).filter((one) => once.isFirst(one)))
        logAccess(database, access).catch((error: unknown) => log.error(errorFields(error), 'a refusal could not be noted'));
    });
    next();
  };
}

/** What is noted of a request that was answered; nothing where it was not refused, or asked for an address that is nobody's. */
function refusalsOf(request: Request & Partial<RequestContext>, status: number): readonly Access[] {
  const pattern = patternOf(request);
  const of = { person: request.person?.id ?? UNKNOWN, action: 'refused', route: `${request.method} ${pattern.replaceAll(/:(\w+)/g, '{$1}')}` };
  if (REFUSED.has(status) && LOG_IN.has(pattern)) return [{ person: request.knownAs ?? UNKNOWN, action: 'logInRefused', stream: 'session', route: 'log-in' }];
  if (request.refused !== undefined) return request.refused.map((id) => ({ ...of, stream: caseStream(id) }));
  if (!REFUSED.has(status)) return [];
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // An address that leads nowhere hides nothing; what anybody may look for is no attempt at what is another's.
  if (pattern === '-' && (status === 404 || isRead)) return [];
  if (isRead && (of.person === UNKNOWN || /^\/assets\b/.test(pattern))) return [];
  const id = Object.values(request.params).find((value): value is string => typeof value === 'string' && isUuid(value));
  const ofCase = id !== undefined && /^\/(api\/cases|arende)\/:id\b/.test(pattern);
  return [{ ...of, stream: ofCase ? caseStream(id) : 'route' }];
}

/** What was noted within a minute. */
class OncePerMinute {
  readonly #noted = new Map<string, Map<string, number>>();

  isFirst({ person, stream, route }: Access): boolean {
    const now = performance.now();
    const mine = this.#noted.get(person) ?? new Map<string, number>();
    // In the order in which they came.
    for (const [key, at] of mine) {
      if (now - at < MINUTE_MS) break;
      mine.delete(key);
    }
    const key = `${route} ${stream}`;
    if (mine.has(key) || mine.size >= MOST_A_MINUTE) return false;
    this.#noted.set(person, mine.set(key, now));
    return true;
  }
}
