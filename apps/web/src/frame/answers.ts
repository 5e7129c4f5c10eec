import type { NextFunction, Request, Response } from 'express';
import type { CaseReader } from '#case-service/case-reader';
import type { RecordReader } from '#case-service/record-reader';
import { Refusal } from '#domain/errors';
import { isUuid } from '#domain/ids';
import { recordTypes } from '#domain/record-types';
import { answerTexts as said } from '#text/pages';
import type { Frame } from './frame.js';
import { answeredWith, askedBy, signInFor, textOf } from './request.js';
import { Told } from './told.page.js';
import { Unfinished } from './unfinished.js';

/** In the address of a page: which stored answer is shown there. */
const ANSWER = 'svar';
/** The room of a page, and the id in it. */
const ROOM = /^\/([^/]+)\/([^/]+)/;

interface KeptAnswer {
  readonly html: string;
  /** Whose page it is; null for the public's. */
  readonly person: string | null;
  readonly once: boolean;
}

export interface Answering {
  readonly status: number;
  readonly html: string;
  /** The page that the answer is shown as. */
  readonly at: string;
  /** On a shared device: shown once, and never after that. */
  readonly once?: boolean;
}

/**
 * An answer to a POST, as a page of its own (POST, 303, GET): the browser's Back, Forward and Reload show it again and send nothing.
 * Stored for an hour, for this browser and this person; a browser without cookies, and a program, is answered at once.
 */
export class Answers {
  constructor(
    private readonly unfinished: Unfinished,
    private readonly frame: Frame,
    private readonly cases: CaseReader,
    private readonly records: RecordReader,
  ) {}

  async send(request: Request, response: Response, { status, html, at, once = false }: Answering): Promise<void> {
    answeredWith(request, status);
    const isProgram = request.accepts(['html', 'json']) === 'json';
    const kept: KeptAnswer = { html, person: askedBy(request).person?.id ?? null, once };
    const id = Unfinished.newId();
    const key = once && this.unfinished.isGiven(request) ? this.unfinished.renew(response) : undefined;
    if (!isProgram && (await this.unfinished.keep(request, id, kept, key))) return response.redirect(303, `${at}?${ANSWER}=${id}`);
    response.status(status).type('html').send(html);
  }

  /** Before any route: a browser gets its key where it may have to send a form, and a stored answer in the address is shown. */
  async again(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (askedBy(request).person !== null || /^\/(lamna-synpunkt|folj)\b/.test(request.path)) this.unfinished.ready(request, response);
    const id = textOf(request.query as Record<string, string>, ANSWER);
    if (request.method !== 'GET' || id === '') return next();
    const kept = await this.unfinished.find<KeptAnswer>(request, id);
    const asks = askedBy(request).person?.id ?? null;
    if (kept !== null && kept.person === asks) {
      if (!(await this.#mayOpen(request))) return next();
      if (kept.once) await this.unfinished.drop(request, id);
      response.type('html').send(kept.html);
      return;
    }
    if (kept !== null && asks === null) return response.redirect(303, signInFor(request));
    const ways = [{ href: request.path === '/lamna-synpunkt/kvitto' ? '/folj' : request.path, label: said.again }];
    response
      .status(410)
      .type('html')
      .send(await this.frame.html(request, said.title, Told({ ...said, ways })));
  }

  /** A stored answer about a case or another record is opened as that is: logged each time, and refused to somebody who may no longer see it. @throws DatabaseFault */
  async #mayOpen(request: Request): Promise<boolean> {
    const { actor, person } = askedBy(request);
    const [, room, id] = ROOM.exec(request.path) ?? [];
    if (person === null || id === undefined) return true;
    const type = recordTypes.find(({ page }) => page === room);
    try {
      if (room === 'arende') await this.cases.open(actor, id, 'GET /arende/{id}');
      else if (type !== undefined && isUuid(id)) await this.records.open(actor, type, id, `GET /${type.page}/{id}`);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
