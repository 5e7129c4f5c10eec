import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { refuse } from '#domain/errors';
import { type Actor, anonymous } from '#domain/org/actor';
import type { Person } from '#organisation/people';

/** What who-asks.ts has found out about the sender of a request, before its route. Pages read the same fields. */
export interface RequestContext {
  actor?: Actor;
  person?: Person | null;
  /** How many seconds are left of the session, if it is used and if it is not. */
  sessionLeft?: { readonly secondsLeft: number; readonly idleSeconds: number };
  /** Finds the actor of the request again, for an answer that goes on: the public once the session or the token has ended. Prolongs nothing. */
  again?: () => Promise<Actor>;
  /** The login that the identity provider gave for one who was refused since they have no post here. */
  knownAs?: string;
  /** The status of an answer that is shown as a page of its own after a redirect. */
  answeredWith?: number;
  /** Cases that the answer refuses one by one, where it does more than one thing (refusals-noted.ts). */
  refused?: readonly string[];
}

export const actorOf = (request: Request): Actor => (request as Request & RequestContext).actor ?? anonymous;

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** The actor; the public where nobody has logged in. */
export const Who = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => actorOf(requestOf(context)));

/** The actor, on a route for people who have logged in. @throws Refusal notLoggedIn */
export const LoggedIn = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(requestOf(context));
  return actor.person === null ? refuse('notLoggedIn') : actor;
});
