import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { stockholmDate } from '#domain/law/calendar';
import { deviceOf } from '#organisation/device';
import { personByLogin } from '#organisation/people';
import { Sessions, type SignInUnderWay } from '#organisation/sessions';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { cookieIn, cookiesIn, cookiesOf } from '#platform/cookies';
import { Database } from '#platform/database';
import { errorFields, type Log } from '#platform/log';
import { signInTexts as said } from '#text/sign-in';
import { signInQuery } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { askedBy, type FormBody, knownAs, localPath, textOf } from '../frame/request.js';
import { Told } from '../frame/told.page.js';
import type { IdentityProvider, SignedInAs } from './identity-provider.js';
import { Providers } from './providers.js';

type Ending = 'failed' | 'away' | 'unknown' | 'notSetUp';
const statusOf: Readonly<Record<Ending, number>> = { failed: 400, away: 503, unknown: 403, notSetUp: 503 };
const SIGN_IN_MS = 600_000;
/** More than a person has tabs that log in; without a limit the cookies of unfinished log-ins would fill a request's headers. */
const MOST_ATTEMPTS = 8;

/** Log-in by the municipality's own identity provider: there, and back with a session. */
@Controller('logga-in')
export class SignInController {
  constructor(
    private readonly sessions: Sessions,
    private readonly providers: Providers,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly frame: Frame,
    @Inject('config') private readonly config: Config,
    @Inject('log') private readonly log: Log,
  ) {}

  /** Off to the provider; one who has logged in already goes on to where they were going, unless they are to say again who they are (`igen`). */
  @Get()
  async begin(@Query({ schema: signInQuery }) query: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const till = localPath(textOf(query, 'till'));
    const isAgain = textOf(query, 'igen') !== '' && askedBy(request).person !== null;
    if (askedBy(request).person !== null && !isAgain) return response.redirect(303, till);
    const provider = this.providers.of(request);
    if (provider === null) return this.#end('notSetUp', request, response);
    try {
      const { address, ...begun } = await provider.begin(this.#answerAddress(request), this.#within(isAgain));
      const { attributes } = cookiesOf(this.config);
      for (const name of this.#attempts(request).slice(MOST_ATTEMPTS - 1)) response.clearCookie(name, attributes);
      response.cookie(this.#attempt(begun.state), await this.sessions.beginSignIn({ ...begun, till, ...(isAgain ? { again: true } : {}) }), {
        ...attributes,
        maxAge: SIGN_IN_MS,
      });
      // The demo's own provider is under the same host as we are, whatever name the browser reached us by.
      response.redirect(303, this.config.oidc === undefined ? `${address.pathname}${address.search}` : address.href);
    } catch (error) {
      this.log.error(errorFields(error), 'identity provider unreachable');
      return this.#end('away', request, response);
    }
  }

  /** Back from the provider: the answer is valid once, in the browser that began, and for a person with a post here. */
  @Get('svar')
  async answered(@Query({ schema: signInQuery }) query: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { session, attributes } = cookiesOf(this.config);
    const attempt = this.#attempt(textOf(query, 'state'));
    const kept = cookieIn(request.headers.cookie, attempt);
    response.clearCookie(attempt, attributes);
    const begun = kept === undefined ? null : await this.sessions.takeSignIn(kept);
    const provider = this.providers.of(request);
    if (begun === null || provider === null) return this.#end('failed', request, response);
    const login = await this.#loginIn(provider, new URL(`${this.#answerAddress(request)}?${request.originalUrl.split('?')[1] ?? ''}`), begun);
    if (login === null) return this.#end('failed', request, response);
    const person = login.login === null ? null : await personByLogin(this.database, login.login, stockholmDate(this.clock.now().toISOString()));
    if (person === null || person.posts.length === 0) {
      if (person !== null) knownAs(request, person.id);
      return this.#end('unknown', request, response);
    }
    const earlier = cookieIn(request.headers.cookie, session);
    if (earlier !== undefined) await this.sessions.end(earlier);
    response.cookie(session, await this.sessions.begin(person.id, deviceOf(request.get('user-agent')), login.at), attributes);
    response.redirect(303, begun.till);
  }

  /** Several tabs may log in at once: each has a cookie of its own, found again by the returned state. */
  #attempt(state: string): string {
    return `${cookiesOf(this.config).signIn}_${state.replaceAll(/[^\w-]/g, '').slice(0, 16)}`;
  }

  #attempts(request: Request): readonly string[] {
    const { signIn } = cookiesOf(this.config);
    return Object.keys(cookiesIn(request.headers.cookie)).filter((name) => name.startsWith(`${signIn}_`));
  }

  /** How long ago the log-in may be, in seconds; null where any will do. */
  #within(isAgain: boolean): number | null {
    return isAgain ? this.config.recentLogInS : null;
  }

  async #loginIn(provider: IdentityProvider, answer: URL, begun: SignInUnderWay): Promise<SignedInAs | null> {
    try {
      return await provider.personIn(answer, begun, this.#within(begun.again === true));
    } catch (error) {
      // Forged, used, or refused: the same page, since the sender may be anybody.
      this.log.warn(errorFields(error), 'log-in rejected');
      return null;
    }
  }

  /** The return address for the provider. In production it is never taken from the request. */
  #answerAddress(request: Request): string {
    return `${this.config.oidc === undefined ? `${request.protocol}://${request.get('host')}` : this.config.publicUrl}/logga-in/svar`;
  }

  async #end(ending: Ending, request: Request, response: Response): Promise<void> {
    const ways = [...(ending === 'notSetUp' ? [] : [{ href: '/logga-in', label: said.again }]), { href: '/', label: said.start }];
    response
      .status(statusOf[ending])
      .type('html')
      .send(await this.frame.html(request, said[ending].title, Told({ ...said[ending], ways }), true));
  }
}
