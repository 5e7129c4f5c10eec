import type { Request, RequestHandler } from 'express';
import { commandIdOf } from '#case-service/case-service';
import { Refusal } from '#domain/errors';
import { anonymous } from '#domain/org/actor';
import type { EventStore } from '#event-store/event-store';
import { type Bucket, clientOf, type Limits } from '#platform/limits';
import { problemOf, tellProblem } from './problem.filter.js';
import { actorOf } from './request-context.js';

/** Requests by monitoring, and those that belong to a page that has been counted. */
const UNCOUNTED = /^\/(assets|health|metrics|demo)\b/;

/**
 * Counts what is done without log-in: reports and messages (those of pages when they are sent, not at each step; the page
 * then answers with the words kept), and reading. People who are logged in are not counted, and a repeat of a stored command is
 * answered before anything is counted.
 */
export function limitAnonymous(limits: Limits, store: EventStore): RequestHandler {
  return async (request, response, next) => {
    const bucket = bucketOf(request);
    if (bucket === null || actorOf(request).person !== null || (bucket === 'reports' && (await isKnown(request, store)))) return next();
    const seconds = limits.count(bucket, clientOf(request));
    if (seconds === 0) return next();
    response.setHeader('Retry-After', String(seconds));
    tellProblem(request, response, problemOf(new Refusal(bucket === 'reports' ? 'tooMany' : 'tooManyPages')));
  };
}

function bucketOf(request: Request): Bucket | null {
  if (request.method === 'GET') return UNCOUNTED.test(request.path) ? null : 'reading';
  return request.method === 'POST' && request.path === '/api/cases' ? 'reports' : null;
}

async function isKnown(request: Request, store: EventStore): Promise<boolean> {
  const key = request.get('idempotency-key');
  return key !== undefined && (await store.answerOf(commandIdOf(anonymous, key))) !== null;
}
