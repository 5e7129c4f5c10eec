import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IdentityProvider } from './identity-provider.js';

const WITHIN_S = 900;
const SECOND = 1_000;
/** What the provider puts in its token beside what every token has. */
let says: Readonly<Record<string, unknown>> = {};
let server: Server;
let issuer: string;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** The token comes from the provider itself and not by the browser, so its signature is not looked at. */
const token = (): string => {
  const now = Math.floor(Date.now() / SECOND);
  return `${part({ alg: 'RS256' })}.${part({ iss: issuer, aud: 'gensvar', sub: 'a', preferred_username: 'anna', iat: now, exp: now + 60, ...says })}.${part({})}`;
};

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url?.startsWith('/.well-known/'))
      response.end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` }));
    else response.end(JSON.stringify({ access_token: 'x', token_type: 'Bearer', id_token: token() }));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => void server.close(done)));

/** A log-in from here to the provider and back. @param ago seconds since the person proved who they are; undefined: the provider does not say */
async function logIn(withinS: number | null, ago: number | undefined) {
  const provider = new IdentityProvider({ issuer, clientId: 'gensvar', clientSecret: undefined, scope: 'openid', claim: 'preferred_username' });
  const { address, ...begun } = await provider.begin('http://gensvar.invalid/logga-in/svar', withinS);
  says = { nonce: begun.nonce, ...(ago === undefined ? {} : { auth_time: Math.floor(Date.now() / SECOND) - ago }) };
  return { address, signedIn: () => provider.personIn(new URL(`http://gensvar.invalid/logga-in/svar?code=c&state=${begun.state}`), begun, withinS) };
}

describe('When somebody proved who they are, by the provider’s token', () => {
  test('an ordinary log-in takes what it says, also hours ago and also nothing', async () => {
    const old = await logIn(null, 7_200);
    expect(old.address.searchParams.has('max_age')).toBe(false);
    const { login, at } = await old.signedIn();
    expect([login, Math.round((Date.now() - (at?.getTime() ?? 0)) / SECOND / 60)]).toEqual(['anna', 120]);
    expect(await (await logIn(null, undefined)).signedIn()).toEqual({ login: 'anna', at: null });
  });

  test('one who is to say again who they are is asked, and a token of long ago or without a time is refused', async () => {
    const recent = await logIn(WITHIN_S, 60);
    expect([recent.address.searchParams.get('prompt'), recent.address.searchParams.get('max_age')]).toEqual(['login', '900']);
    expect((await recent.signedIn()).login).toBe('anna');
    await expect((await logIn(WITHIN_S, 7_200)).signedIn()).rejects.toThrow();
    await expect((await logIn(WITHIN_S, undefined)).signedIn()).rejects.toThrow();
  });
});
