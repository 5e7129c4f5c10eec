import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Refusal, refusals } from '#domain/errors';
import { DatabaseFault } from '#platform/database';
import { errorFields, type Log } from '#platform/log';
import { MovedOn } from './moved-on.js';
import { problemPage, type SentForm } from './problem.page.js';
import type { RequestContext } from './request-context.js';

/** RFC 9457 with Swedish text: a title, and every missing field with what is wrong. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly missing?: readonly { readonly field: string; readonly text: string }[];
  readonly changed?: MovedOn['changed'];
}

const RETRY_AFTER_S = 5;

const problem = (status: number, code: string, title: string, more: Partial<Problem> = {}): Problem => ({
  type: `/problem/${code}`,
  title,
  status,
  code,
  ...more,
});

/** Any error as a problem. A fault reveals nothing, since its message may quote a person's words. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    const detail = error.detail === null ? {} : { detail: error.detail };
    const changed = error instanceof MovedOn ? { changed: error.changed } : {};
    return problem(error.status, error.code, error.title, { ...detail, ...changed, missing: error.missing });
  }
  if (error instanceof DatabaseFault && error.unavailable) {
    return problem(503, 'unavailable', 'Tjänsten är inte tillgänglig just nu', {
      detail: 'Inget är sparat. Försök igen om en stund. Är det bråttom: ring enheten eller använd pappersblanketten.',
    });
  }
  if (error instanceof DatabaseFault && error.full) {
    return problem(503, 'full', 'Det går inte att spara just nu', {
      detail:
        'Lagringen är full. Inget är sparat, och det som redan finns går att läsa. Försök igen om en stund. Är det bråttom: ring enheten eller använd pappersblanketten.',
    });
  }
  const status = statusOf(error);
  if (status === 413) return problem(413, 'tooLarge', refusals.tooLarge.title);
  if (status === 404) return problem(404, 'notFound', refusals.notFound.title);
  if (status === 405) return problem(405, 'notAllowed', 'Så kan adressen inte användas');
  if (status >= 400 && status < 500) return problem(400, 'badShape', refusals.badShape.title, { missing: [] });
  return problem(500, 'fault', 'Något gick fel hos oss', { detail: 'Felet är noterat. Försök igen, och hör av dig om det kvarstår.' });
}

/** Nest's own exceptions and those of the body parser carry a status; anything else is a fault. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { status, expose } = error as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && expose === true ? status : 500;
}

/** The page of an address that leads nowhere, in the frame of the pages. */
export type LostPage = (request: Request) => Promise<string>;

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly lost?: LostPage,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const said = problemOf(error);
    if (said.status >= 500) this.log.error({ problem: said.code, ...errorFields(error) }, 'request failed');
    if (response.headersSent) {
      response.end();
      return;
    }
    const request = host.switchToHttp().getRequest<Request & RequestContext>();
    // One who may do it and has to log in again: no attempt at what is another's.
    if (said.code === 'logInAgain') request.refused = [];
    if (said.status !== 404 || this.lost === undefined || !wantsPage(request)) {
      tellProblem(request, response, said);
      return;
    }
    // The page is made of what may itself be unavailable; the plain one is not.
    this.lost(request).then(
      (html) => response.status(404).type('html').send(html),
      () => tellProblem(request, response, said),
    );
  }
}

/** As a page to a person in a browser, as the problem itself to a program. */
export function tellProblem(request: Request, response: Response, said: Problem): void {
  if (wantsPage(request))
    response
      .status(said.status)
      .type('html')
      .send(problemPage(said, said.status >= 500 ? sentIn(request) : null));
  else sendProblem(response, said);
}

/** A person in a browser gets a page; programs and scripts the problem itself. */
const wantsPage = (request: Request): boolean => !/^\/(api|health|metrics|demo)\b/.test(request.path) && request.accepts(['json', 'html']) === 'html';

/** What was typed in the form that met a fault; null where nothing was. It was not saved, and must not be lost. */
function sentIn({ method, originalUrl, body }: Request): SentForm | null {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => (typeof one === 'string' ? [[name, one] as const] : [])),
  );
  return method === 'POST' && fields.some(([name, value]) => !name.startsWith('_') && value !== '') ? { action: originalUrl, fields } : null;
}

export function sendProblem(response: Response, said: Problem): void {
  if (said.status === 503) response.setHeader('Retry-After', String(RETRY_AFTER_S));
  if (said.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(said.status).type('application/problem+json').send(JSON.stringify(said));
}
