import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { NextFunction, Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import type { Configuration, Provider } from 'oidc-provider';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import { stockholmDate } from '#domain/law/calendar';
import { allPeople, personByLogin } from '#organisation/people';
import { Clock } from '#platform/clock';
import type { OidcConfig } from '#platform/config';
import { Database } from '#platform/database';
import { htmlOf, Page } from '#ui/page';
import { asset } from '../../assets/assets.js';
import { ChoosePerson, NotBegun } from './choose-person.page.js';
import { ProviderMemory, type Remembered } from './provider-memory.js';

/** The path of the demo's provider, in the same process. */
export const DEMO_PROVIDER = '/demo/oidc';
const CHOOSE = '/valj/';
const CLIENT = 'gensvar';
const CLAIM = 'preferred_username';

/** The demo's stand-in for a municipality's identity provider: a real one, whose log-in page is a list of the demo's people. */
export class DemoProvider {
  #made: Promise<Provider> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Its address for a client: at the port by which the request came in. */
  settings(request: Request): OidcConfig {
    return { issuer: issuerOf(request), clientId: CLIENT, clientSecret: undefined, scope: 'openid profile', claim: CLAIM };
  }

  /** Answers everything below DEMO_PROVIDER, which the address has been stripped of. */
  async answer(request: Request, response: Response, next: NextFunction): Promise<void> {
    try {
      this.#made ??= makeProvider(issuerOf(request), (login) => this.#isKnown(login));
      const provider = await this.#made;
      // Nobody stays logged in here: each log-in asks again, and the next person may be another.
      request.headers.cookie = (request.headers.cookie ?? '').replaceAll(new RegExp(`${provider.cookieName('session')}(\\.sig)?=[^;]*;? ?`, 'g'), '');
      if (request.path.startsWith(CHOOSE)) await this.#choose(provider, request, response);
      else await provider.callback()(request, response);
    } catch (error) {
      next(error);
    }
  }

  async #choose(provider: Provider, request: Request, response: Response): Promise<void> {
    const login = request.query['user'];
    response.setHeader('Cache-Control', 'no-store');
    const begun = await underWay(provider, request, response);
    if (begun === null) {
      response.status(400).type('html').send(framed('Inloggningen är avbruten', NotBegun()));
      return;
    }
    if (typeof login !== 'string' || !(await this.#isKnown(login))) {
      response
        .type('html')
        .send(framed('Logga in', ChoosePerson({ people: await this.#people(), action: `${DEMO_PROVIDER}${request.path}`, isAgain: begun.isAgain })));
      return;
    }
    await provider.interactionFinished(request, response, { login: { accountId: login } });
  }

  async #people() {
    return (await allPeople(this.database, this.#today())).map(({ login, name, posts }) => ({
      login,
      name,
      role: posts[0] === undefined ? '' : inSentence(labelOf(roles, posts[0].role)),
    }));
  }

  async #isKnown(login: string): Promise<boolean> {
    return (await personByLogin(this.database, login, this.#today())) !== null;
  }

  #today(): string {
    return stockholmDate(this.clock.now().toISOString());
  }
}

const issuerOf = (request: Request): string => `http://127.0.0.1:${request.socket.localPort}${DEMO_PROVIDER}`;

const framed = (title: string, children: ReturnType<typeof NotBegun>): string =>
  htmlOf(Page({ title, user: null, demo: true, health: 'Det här är demokommunens inloggningstjänst.', sheet: asset('gensvar.css'), children }));

function broken(context: { status: number; type: string; body: unknown }, status?: unknown): void {
  if (typeof status === 'number') context.status = status;
  context.type = 'html';
  context.body = framed('Inloggningen är avbruten', NotBegun());
}

/** A choice belongs to a log-in that has begun in this browser, and has not taken too long. */
const underWay = (provider: Provider, request: Request, response: Response): Promise<{ readonly isAgain: boolean } | null> =>
  provider.interactionDetails(request, response).then(
    ({ params }) => ({ isAgain: params['prompt'] === 'login' }),
    (error: unknown) => {
      if (error instanceof Error && error.name === 'SessionNotFound') return null;
      throw error;
    },
  );

async function makeProvider(issuer: string, isKnown: (login: string) => Promise<boolean>): Promise<Provider> {
  const [{ Provider: Made }, { privateKey }] = await Promise.all([import('oidc-provider'), promisify(generateKeyPair)('rsa', { modulusLength: 2048 })]);
  const remembered: Remembered = new LRUCache({ max: 10_000 });
  const configuration: Configuration = {
    adapter: (kind: string) => new ProviderMemory(kind, remembered),
    // Each token says when: it was just now, since nobody stays logged in here.
    clients: [{ client_id: CLIENT, token_endpoint_auth_method: 'none', require_auth_time: true, redirect_uris: ['http://127.0.0.1/logga-in/svar'] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'demo', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub'], profile: [CLAIM] },
    scopes: ['openid', 'profile'],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    ttl: { Session: 600, Interaction: 600, AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Grant: 600 },
    interactions: { url: (_context, interaction) => `${DEMO_PROVIDER}${CHOOSE}${interaction.uid}` },
    findAccount: async (_context, id) => ((await isKnown(id)) ? { accountId: id, claims: async () => ({ sub: id, [CLAIM]: id }) } : undefined),
    // No page of consent.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      if (accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId: CLIENT, accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError: broken,
  };
  const provider = new Made(issuer, configuration);
  provider.use(async (context, next) => {
    await next();
    if (context.status === 404 && context.body === undefined) broken(context, 404);
  });
  // The demo is reached as localhost, as 127.0.0.1 and by any port of a container: all of these are our own page.
  provider.Client.prototype.redirectUriAllowed = (address: string) => URL.canParse(address) && new URL(address).pathname === '/logga-in/svar';
  return provider;
}
