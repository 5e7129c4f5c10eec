import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { commandIdOf } from '#case-service/case-service';
import { anonymous } from '#domain/case/actor';
import { Refusal } from '#domain/errors';
import type { EventStore } from '#event-store/event-store';
import { actorOf } from './asked.js';
import { problemOf, tellProblem } from './problem.filter.js';

/**
 * How many reports and messages one address may send without log-in. Only those: who has logged in is not counted, and a
 * repeat of what has already been taken in gets its answer before anything is counted.
 */
export function limitAnonymous(perMinute: number, store: EventStore): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    skip: async (request) => request.method !== 'POST' || actorOf(request).person !== null || (await isKnown(request, store)),
    handler: (request, response) => tellProblem(request, response, problemOf(new Refusal('tooMany'))),
  });
}

async function isKnown(request: Request, store: EventStore): Promise<boolean> {
  const key = request.get('idempotency-key');
  return key !== undefined && (await store.answerOf(commandIdOf(anonymous, key))) !== null;
}
