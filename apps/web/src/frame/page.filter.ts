import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Refusal } from '#domain/errors';
import { signInTexts } from '#text/sign-in';
import { Answers } from './answers.js';
import { Frame } from './frame.js';
import { Refused } from './refused.page.js';
import { askedBy, refusedFor, signInAgainAndBack, signInFor } from './request.js';
import { Returning } from './returning.js';
import { SentAwayPage } from './sent-away.page.js';

const said = signInTexts.sentAway;

/**
 * A refusal on a page as a page: what is wrong, in Swedish, and the way on. One who has to log in first is led there, and back, with the sent form. Faults go to
 * the process's own filter.
 */
@Catch(Refusal)
export class PageFilter implements ExceptionFilter<Refusal> {
  constructor(
    private readonly frame: Frame,
    private readonly returning: Returning,
    private readonly answers: Answers,
  ) {}

  async catch(refusal: Refusal, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (refusal.code === 'notLoggedIn') return this.#mustLogIn(request, response);
    if (refusal.code === 'logInAgain') return this.#mustLogInAgain(request, response);
    response
      .status(refusal.status)
      .type('html')
      .send(await this.frame.html(request, refusal.title, Refused({ refusal, isLoggedIn: askedBy(request).person !== null }), true));
  }

  /** Never a redirect for a POST: it would look like success to a script, and the words would be lost. */
  async #mustLogIn(request: Request, response: Response): Promise<void> {
    if (request.method === 'GET') return response.redirect(303, signInFor(request));
    if (request.accepts(['json', 'html']) === 'json') return toProgram(response, 'notLoggedIn', said.title);
    const sent = await this.returning.keep(request, response);
    if (sent === null) return response.redirect(303, signInFor(request));
    const html = await this.frame.html(request, said.title, SentAwayPage(sent), true);
    await this.answers.send(request, response, { status: 401, html, at: sent.back.split(/[?#]/)[0] ?? '/' });
  }

  /** What was sent is stored, and stands in its form again when the person has said who they are. It is no attempt at what is another's: it is not noted. */
  async #mustLogInAgain(request: Request, response: Response): Promise<void> {
    refusedFor(request, []);
    if (request.accepts(['json', 'html']) === 'json') return toProgram(response, 'logInAgain', signInTexts.confirm.title);
    const sent = await this.returning.keep(request, response, true);
    if (sent === null) return response.redirect(303, signInAgainAndBack(request.path));
    const html = await this.frame.html(request, signInTexts.confirm.title, SentAwayPage({ ...sent, isAgain: true }), true);
    await this.answers.send(request, response, { status: 401, html, at: sent.back.split(/[?#]/)[0] ?? '/' });
  }
}

function toProgram(response: Response, code: 'notLoggedIn' | 'logInAgain', title: string): void {
  response
    .status(401)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `/problem/${code}`, status: 401, code, title }));
}
