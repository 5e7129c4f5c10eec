import type { Request, RequestHandler } from 'express';
import { caseStream, isUuid } from '#domain/ids';
import { recordStream, recordTypes } from '#domain/record-types';
import { type Access, logAccess } from '#event-store/access-log';
import type { Tx } from '#platform/database';
import { errorFields, type Log } from '#platform/log';
import type { RequestContext } from './request-context.js';
import { patternOf } from './request-log.js';

/** Somebody who is not logged in has no id here; the login that they typed is never logged. */
export const UNKNOWN = 'unknown';
const REFUSED = new Set([401, 403, 404]);
/** Where a log-in ends with an answer of ours. */
const LOG_IN = new Set(['/logga-in/svar', '/demo/login']);
const MINUTE_MS = 60_000;
/** This many different refusals of one person are logged in a minute, so that nobody can fill the table. */
const MOST_A_MINUTE = 60;

/**
 * Logs by person what was refused: commands that are not theirs, cases that they may not see (SoLPuL 10 §). By the status of the answer, whatever
 * route gave it, so that no route can forget. Ids and the route's pattern alone: nothing of what was typed or sent. The same person, route and case
 * is one row a minute.
 */
export function noteRefusals(database: Tx, log: Log): RequestHandler {
  const once = new OncePerMinute();
  return (request: Request & Partial<RequestContext>, response, next) => {
    response.once('finish', () => {
      // Nothing was shown, so a row that can't be written does not change the answer; the fault is logged.
      for (const access of refusalsOf(request, request.answeredWith ?? response.statusCode).filter((one) => once.isFirst(one)))
        logAccess(database, access).catch((error: unknown) => log.error(errorFields(error), 'a refusal could not be logged'));
    });
    next();
  };
}

/** What is logged of an answered request; nothing where it was not refused, or its address does not exist. */
function refusalsOf(request: Request & Partial<RequestContext>, status: number): readonly Access[] {
  const pattern = patternOf(request);
  const of = { person: request.person?.id ?? UNKNOWN, action: 'refused', route: `${request.method} ${pattern.replaceAll(/:(\w+)/g, '{$1}')}` };
  if (REFUSED.has(status) && LOG_IN.has(pattern)) return [{ person: request.knownAs ?? UNKNOWN, action: 'logInRefused', stream: 'session', route: 'log-in' }];
  if (request.refused !== undefined) return request.refused.map((id) => ({ ...of, stream: caseStream(id) }));
  if (!REFUSED.has(status)) return [];
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // An unknown address hides nothing, and looking for one is no attempt at what is another's.
  if (pattern === '-' && (status === 404 || isRead)) return [];
  if (isRead && (of.person === UNKNOWN || /^\/assets\b/.test(pattern))) return [];
  const id = Object.values(request.params).find((value): value is string => typeof value === 'string' && isUuid(value));
  return [{ ...of, stream: id === undefined ? 'route' : streamAt(pattern, id) }];
}

/** The stream of the case or record that a route's id is of. */
function streamAt(pattern: string, id: string): string {
  const [, room] = /^\/(api\/[\w-]+|[\w-]+)\/:id\b/.exec(pattern) ?? [];
  if (room === 'api/cases' || room === 'arende') return caseStream(id);
  const type = recordTypes.find(({ path, page }) => room === `api/${path}` || room === page);
  return type === undefined ? 'route' : recordStream(type, id);
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
