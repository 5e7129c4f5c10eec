import { type CanActivate, Inject, Injectable } from '@nestjs/common';
import { refuse } from '#domain/errors';
import type { Config } from '#platform/config';

/** Outside the demo its routes do not exist. */
@Injectable()
export class DemoGuard implements CanActivate {
  constructor(@Inject('config') private readonly config: Config) {}

  canActivate(): boolean {
    return this.config.demo || refuse('notFound');
  }
}
