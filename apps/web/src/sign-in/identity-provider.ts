import * as oidc from 'openid-client';
import type { OidcConfig } from '#platform/config';

/** A provider that does not answer must not hold a person for half a minute. */
const PATIENCE_S = 5;

/** What a log-in began with, and where the browser is sent. */
export interface Begun {
  readonly address: URL;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who logged in, and when they proved it; null where the provider does not say. */
export interface SignedInAs {
  readonly login: string | null;
  readonly at: Date | null;
}

/**
 * A client of an OpenID Connect provider: code flow with PKCE, state against forged answers, nonce against repeated ones. No token is
 * stored: the provider is asked once who it was.
 */
export class IdentityProvider {
  #discovered: Promise<oidc.Configuration> | undefined;

  constructor(private readonly settings: OidcConfig) {}

  /**
   * @param withinS where they have to say again who they are: the provider asks them even if they are logged in there, and answers when that was,
   * at most so many seconds ago
   * @throws Error of openid-client, or of the network, where the provider can't be reached or is none
   */
  async begin(redirectUri: string, withinS: number | null = null): Promise<Begun> {
    const verifier = oidc.randomPKCECodeVerifier();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const address = oidc.buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: redirectUri,
      scope: this.settings.scope,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(withinS === null ? {} : { prompt: 'login', max_age: String(withinS) }),
    });
    return { address, state, nonce, verifier };
  }

  /**
   * The person's login at the provider, by the configured claim: from the signed token, or from the userinfo endpoint; and `auth_time` of the token.
   * @param answer the address that the browser came back to, query and all
   * @param withinS as it was begun
   * @throws Error where the answer is not one to what was begun, has been used, or says no; where `withinS` was asked for, also if it says nothing of when, or longer ago
   */
  async personIn(answer: URL, begun: Omit<Begun, 'address'>, withinS: number | null = null): Promise<SignedInAs> {
    const configuration = await this.#configuration();
    const tokens = await oidc.authorizationCodeGrant(configuration, answer, {
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      pkceCodeVerifier: begun.verifier,
      idTokenExpected: true,
      ...(withinS === null ? {} : { maxAge: withinS }),
    });
    const claims = tokens.claims();
    if (claims === undefined) return { login: null, at: null };
    const said = claims[this.settings.claim] ?? (await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub))[this.settings.claim];
    const at = typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1_000) : null;
    return { login: typeof said === 'string' && said !== '' ? said : null, at };
  }

  /** Where the person ends the provider's own session; null where it has no such page. */
  async farewell(back: string): Promise<URL | null> {
    const configuration = await this.#configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: back });
  }

  #configuration(): Promise<oidc.Configuration> {
    this.#discovered ??= this.#discover().catch((error: unknown) => {
      this.#discovered = undefined;
      throw error;
    });
    return this.#discovered;
  }

  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    // Plain http is refused in production by the configuration: it is the demo's own provider, or a test's.
    const insecure = issuer.startsWith('http:') ? { execute: [oidc.allowInsecureRequests] } : {};
    return oidc.discovery(new URL(issuer), clientId, clientSecret, clientSecret === undefined ? oidc.None() : undefined, { timeout: PATIENCE_S, ...insecure });
  }
}
