import { Body, Controller, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiTokens } from '#organisation/api-tokens';
import { CalendarFeeds } from '#organisation/calendar-feeds';
import { Sessions } from '#organisation/sessions';
import type { Config } from '#platform/config';
import { cookieIn, cookiesOf } from '#platform/cookies';
import { signInTexts } from '#text/sign-in';
import { Answers } from '../frame/answers.js';
import { formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { SessionsPage } from './sessions.page.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where one is logged in, which programs act in one's name, and one's calendar; each can be ended by its owner. */
@Controller('inloggningar')
@UseFilters(PageFilter)
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokens,
    private readonly feeds: CalendarFeeds,
    private readonly frame: Frame,
    private readonly answers: Answers,
    @Inject('config') private readonly config: Config,
  ) {}

  @Get()
  list(@Req() request: Request): Promise<string> {
    return this.#html(request, null);
  }

  /** When the session ends and when to say it, for the script of an open page: to ask prolongs nothing. */
  @Get('kvar')
  left(@Req() request: Request, @Res() response: Response): void {
    signedIn(request);
    const end = this.frame.sessionEnd(request);
    response.json(end === null ? null : { foretellIn: end.foretellIn, text: end.text });
  }

  /** Makes the address of one's calendar, which is shown on the answer alone; or ends it. */
  @Post('kalender')
  async calendar(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { person } = signedIn(request);
    if (textOf(body, '_do') === 'end') await this.feeds.end(person.id);
    if (textOf(body, '_do') !== 'make') return response.redirect(303, '/inloggningar#kalender');
    const address = `${this.config.publicUrl}/kalender/${await this.feeds.make(person.id)}.ics`;
    await this.answers.send(request, response, { status: 200, html: await this.#html(request, address), at: '/inloggningar' });
  }

  /** One that is already ended is ended: a second press says nothing else. */
  @Post('avsluta')
  async end(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { person } = signedIn(request);
    const [session, token] = [textOf(body, 'session'), textOf(body, 'token')];
    if (UUID.test(session)) await this.sessions.endOf(person.id, { id: session });
    else if (UUID.test(token)) await this.tokens.end(token, person.id);
    else if (textOf(body, 'others') !== '') await this.sessions.endOf(person.id, { allBut: this.#token(request) });
    response.redirect(303, '/inloggningar');
  }

  async #html(request: Request, address: string | null): Promise<string> {
    const { person } = signedIn(request);
    const [sessions, tokens, feed] = await Promise.all([
      this.sessions.of(person.id, this.#token(request)),
      this.tokens.of(person.id),
      this.feeds.of(person.id),
    ]);
    return this.frame.html(request, signInTexts.sessions.title, SessionsPage({ sessions, tokens, calendar: { feed, address } }), false, ['client/copy.js']);
  }

  #token(request: Request): string {
    return cookieIn(request.headers.cookie, cookiesOf(this.config).session) ?? '';
  }
}
