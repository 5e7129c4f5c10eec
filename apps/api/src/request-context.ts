import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { type Actor, anonymous } from '#domain/case/actor';
import { refuse } from '#domain/errors';
import type { Person } from '#organisation/people';

/** What the process has found out about who asks, before any route is reached (who-asks.ts). Pages read the same two fields. */
export interface RequestContext {
  actor?: Actor;
  person?: Person | null;
  /** How long the session can go on at most, by being used. */
  secondsLeft?: number;
  /** The same question again, for an answer that goes on: the public once the session or the token has ended. Prolongs nothing. */
  again?: () => Promise<Actor>;
  /** Whom the identity provider said it was, of one who was not let in since they have no post here. */
  knownAs?: string;
  /** The status of an answer that is shown as a page of its own, after a redirect. */
  answeredWith?: number;
  /** Cases that the answer refuses one by one, where it does more than one thing (refusals-noted.ts). */
  refused?: readonly string[];
}

export const actorOf = (request: Request): Actor => (request as Request & RequestContext).actor ?? anonymous;

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** Who asks; the public where nobody has logged in. */
export const Who = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => actorOf(requestOf(context)));

/** Who asks, on a route that is for those who have logged in. @throws Refusal notLoggedIn */
export const LoggedIn = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(requestOf(context));
  return actor.person === null ? refuse('notLoggedIn') : actor;
});
