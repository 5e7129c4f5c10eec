import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { refuse } from '#domain/errors';
import type { Config } from '#platform/config';
import { actorOf } from './request-context.js';

/** Set by who-asks where the request carries the monitoring token: it is no person, and opens nothing else. */
export interface Monitoring {
  monitors?: boolean;
}

/** Compares in constant time. */
export function isMonitoring(bearer: string | undefined, token: string | undefined): boolean {
  if (bearer === undefined || token === undefined) return false;
  const [given, wanted] = [bearer, token].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(given, wanted);
}

/** The state of the system is shown to its operators; in the demo to everybody. */
export const seesTheParts = (request: Request, config: Pick<Config, 'demo'>): boolean => config.demo || (request as Request & Monitoring).monitors === true;

/** Outside the demo a route for holders of GENSVAR_MONITORING_TOKEN. */
@Injectable()
export class OperatorsGuard implements CanActivate {
  constructor(@Inject('config') private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    return seesTheParts(context.switchToHttp().getRequest<Request>(), this.config) || refuse('notLoggedIn');
  }
}

/** Outside the demo a route for people who have logged in and for operators. */
@Injectable()
export class KnownGuard implements CanActivate {
  constructor(@Inject('config') private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    return actorOf(request).person !== null || seesTheParts(request, this.config) || refuse('notLoggedIn');
  }
}
