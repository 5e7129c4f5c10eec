import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { refuse } from '#domain/errors';
import { MailCatcher } from '#notices/catcher';
import { deviceOf } from '#organisation/device';
import { Sessions } from '#organisation/sessions';
import { Tokens } from '#organisation/tokens';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { cookieIn, cookiesOf } from '#platform/cookies';
import { clockAnswer, demoUsersAnswer, mailAnswer, tokenAnswer } from './answers.schema.js';
import { ApiDoc } from './api-doc.js';
import { DemoGuard } from './demo.guard.js';
import { millisecondsOf } from './duration.js';
import { demoClock, demoUser } from './params.schema.js';
import { People } from './people.js';

type User = z.infer<typeof demoUser>;

/** The demo's log-in, clock and mail. */
@Controller('demo')
@UseGuards(DemoGuard)
export class DemoController {
  constructor(
    private readonly people: People,
    private readonly tokens: Tokens,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    private readonly catcher: MailCatcher,
    @Inject('config') private readonly config: Config,
  ) {}

  @Get('users')
  @ApiDoc({ summary: 'Demo: vilka man kan logga in som', answer: demoUsersAnswer, for: 'all', refusals: ['notFound'] })
  async users() {
    return (await this.people.all()).map(({ login, name, posts }) => ({
      user: login,
      name,
      roles: unique(posts.map((post) => post.role)),
      units: unique(posts.map((post) => post.unit)),
    }));
  }

  @Post('token')
  @ApiDoc({ summary: 'Demo: en nyckel för program', answer: tokenAnswer, for: 'all', refusals: ['badShape', 'notFound'] })
  @HttpCode(200)
  async token(@Body({ schema: demoUser }) { user }: User) {
    return { token: this.tokens.issue(await this.#idOf(user)) };
  }

  @Get('login')
  @ApiDoc({ summary: 'Demo: logga in i webbläsaren', answer: 'text/html', status: 303, for: 'all', refusals: ['badShape', 'notFound'] })
  async login(@Query({ schema: demoUser }) { user }: User, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { session, attributes } = cookiesOf(this.config);
    response.cookie(session, await this.sessions.begin(await this.#idOf(user), deviceOf(request.get('user-agent')), 'now'), attributes);
    response.redirect(303, '/');
  }

  @Post('logout')
  @ApiDoc({ summary: 'Demo: logga ut', answer: 'text/html', status: 303, for: 'all', refusals: ['notFound'] })
  async logout(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { session, attributes } = cookiesOf(this.config);
    const token = cookieIn(request.headers.cookie, session);
    if (token !== undefined) await this.sessions.end(token);
    response.clearCookie(session, attributes);
    response.redirect(303, '/');
  }

  /** Moves the platform's time forward, never back. A form's post is redirected to the start page. */
  @Post('clock')
  @ApiDoc({ summary: 'Demo: flytta fram tiden', answer: clockAnswer, for: 'all', refusals: ['badShape', 'notFound'] })
  @HttpCode(200)
  async advance(@Body({ schema: demoClock }) { advance }: z.infer<typeof demoClock>, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.clock.advance(millisecondsOf(advance, this.clock.now()));
    if (request.is('urlencoded')) response.redirect(303, '/');
    else response.json({ now: this.clock.now().toISOString(), offsetMs: this.clock.offsetMs() });
  }

  /** Every mail that would have been sent, last first. */
  @Get('mail')
  @ApiDoc({ summary: 'Demo: uppfångad e-post', answer: mailAnswer, for: 'all', refusals: ['notFound'] })
  mail() {
    return this.catcher.list();
  }

  async #idOf(user: string): Promise<string> {
    const person = (await this.people.all()).find((row) => row.login.toLowerCase() === user.toLowerCase());
    return person?.id ?? refuse('notFound', [{ field: 'user', text: 'Det finns ingen sådan person i demokommunen' }]);
  }
}

const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];
