import type { Request } from 'express';
import type { Config } from '#platform/config';
import { DemoProvider } from './demo-provider/demo-provider.js';
import { IdentityProvider } from './identity-provider.js';

/** The identity provider to ask: the configured one, in the demo its own, else none. */
export class Providers {
  readonly #configured: IdentityProvider | null;
  #demo: IdentityProvider | undefined;

  constructor(
    private readonly config: Pick<Config, 'oidc' | 'demo'>,
    private readonly demo: DemoProvider,
  ) {
    this.#configured = config.oidc === undefined ? null : new IdentityProvider(config.oidc);
  }

  of(request: Request): IdentityProvider | null {
    if (this.#configured !== null) return this.#configured;
    if (!this.config.demo) return null;
    this.#demo ??= new IdentityProvider(this.demo.settings(request));
    return this.#demo;
  }
}
