import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attaching, type NotKept } from '#attachments/attaching';
import { CaseService, commandIdOf } from '#case-service/case-service';
import type { ExistingCase } from '#domain/case/case';
import { receiveMessage } from '#domain/case/commands/receive-message';
import { replyByCode } from '#domain/case/commands/reply-by-code';
import { Refusal } from '#domain/errors';
import { anonymous } from '#domain/org/actor';
import { EventStore } from '#event-store/event-store';
import { Clock } from '#platform/clock';
import { clientOf, Limits } from '#platform/limits';
import { attachmentTexts } from '#text/attachments';
import { followTexts as said } from '#text/follow';
import { longMoment } from '#ui/deadline';
import type { Fault } from '#ui/error-summary';
import { FILES } from '#ui/files-field';
import { cutField, isCut } from '../attachments/cut-forms.js';
import { FollowersSend } from '../attachments/upload-guards.js';
import { sentIn, TakesFiles } from '../attachments/uploads.js';
import { Answers } from '../frame/answers.js';
import { anyQuery, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { partsOf } from '../frame/parts.js';
import { type FormBody, textOf } from '../frame/request.js';
import { Unfinished } from '../frame/unfinished.js';
import { FollowSession } from '../sign-in/follow-session.js';
import { Follow, FollowDoor } from './follow.page.js';
import { followedOf } from './follow-model.js';

/** What was just done, by a word in the address that says nothing of the case. */
const done: Readonly<Record<string, string>> = {
  skickat: said.taken,
  tack: said.satisfied.thanks,
  noterat: said.satisfied.noted,
  oppnat: said.satisfied.reopened,
};

const doneBy = (word: string): string | null => (Object.hasOwn(done, word) ? (done[word] ?? null) : null);

/** The public's dialogue by code. The code is posted, never in an address, and once shown it is not sent again. */
@Controller('folj')
@UseFilters(PageFilter)
export class FollowController {
  constructor(
    private readonly cases: CaseService,
    private readonly attaching: Attaching,
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly session: FollowSession,
    private readonly limits: Limits,
    private readonly frame: Frame,
    private readonly unfinished: Unfinished,
    private readonly answers: Answers,
  ) {}

  @Get()
  async page(@Query({ schema: anyQuery }) query: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const state = await this.#followed(request);
    if (state === null) return this.#door(request, response, { expired: this.session.wasGiven(request) });
    const told = await this.unfinished.find<Told>(request, textOf(query, KEPT));
    await this.#show(request, response, state, told ?? { done: doneBy(textOf(query, 'klart')) });
  }

  @Post()
  async open(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const code = textOf(body, 'code');
    const state = await this.cases.byReceiptCode(code);
    const carried = carriedIn(body);
    if (state === null) {
      if (!(await this.limits.slowDown(clientOf(request))))
        return this.#door(request, response, { code, carried, faults: [{ field: 'code', text: said.slower }] });
      return this.#door(request, response, { code, carried, faults: [{ field: 'code', text: said.wrong }] });
    }
    await this.session.open(response, state.id);
    // What was written when the half hour was over is on the page again, and not sent yet.
    if (carried.length > 0)
      return this.#answer(request, response, state, {
        body,
        faults: [{ field: textOf(body, 'answered') === '' ? 'message' : 'answered', text: said.stillHere }],
      });
    response.redirect(303, '/folj');
  }

  @Post('meddelande')
  @UseGuards(FollowersSend)
  @UseInterceptors(TakesFiles)
  async write(@Body({ schema: formBody }) together: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const body = wholeOf(together);
    const state = await this.#followed(request);
    if (state === null) return this.#door(request, response, { expired: true, carried: carriedIn(body), files: filesOf(request).map(({ name }) => name) });
    if (isCut(request)) return this.#answer(request, response, state, { body, status: 413, faults: [{ field: 'message', text: attachmentTexts.tooMuch }] });
    const text = textOf(body, 'message');
    const files = filesOf(request);
    if (text === '' && files.length === 0) return this.#answer(request, response, state, { body, faults: [{ field: 'message', text: said.nothing }] });
    if (text !== '') {
      const turnedDown = await this.#written(request, state.id, text, body);
      if (turnedDown !== null)
        return this.#answer(request, response, state, { ...turnedDown, faults: [{ field: 'message', text: turnedDown.text }, ...again(files)] });
    }
    const notKept = await this.attaching.add(anonymous, [state.id], files);
    if (notKept.length > 0) return this.#answer(request, response, state, { notKept, body: { ...body, message: undefined } });
    await this.#done(request, response, state, 'skickat', { answered: body['answered'], text: body['text'] });
  }

  @Post('svar')
  @UseGuards(FollowersSend)
  @UseInterceptors(TakesFiles)
  async reply(@Body({ schema: formBody }) together: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const body = wholeOf(together);
    const state = await this.#followed(request);
    if (state === null) return this.#door(request, response, { expired: true, carried: carriedIn(body) });
    if (isCut(request))
      return this.#answer(request, response, state, { body, status: 413, faults: [{ field: cutField(body, 'answered'), text: attachmentTexts.tooMuch }] });
    const parsed = replyByCode.schema.safeParse({ type: 'ReplyByCode', answered: textOf(body, 'answered'), text: textOf(body, 'text') });
    if (!parsed.success) {
      const faults = parsed.error.issues.map(({ path, message }) => (path[0] === 'text' ? { field: 'text', text: message } : answeredLack));
      return this.#answer(request, response, state, { body, faults });
    }
    const turnedDown = await this.#limited(request, body);
    if (turnedDown !== null) return this.#answer(request, response, state, { ...turnedDown, faults: [{ field: 'answered', text: turnedDown.text }] });
    try {
      const { events } = await this.cases.execute(anonymous, state.id, parsed.data, { commandId: keyOf(body) });
      const word = events.some(({ type }) => type === 'CaseReopened') ? 'oppnat' : parsed.data.answered === 'no' ? 'noterat' : 'tack';
      await this.#done(request, response, state, word, { message: body['message'] }, filesOf(request));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const again = await this.#again(error, body);
      const faults = error.missing.length > 0 ? error.missing : [{ field: 'answered', text: again?.text ?? error.title }];
      await this.#answer(request, response, state, { body, ...again, faults });
    }
  }

  @Post('stang')
  async close(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.session.close(request, response);
    response.redirect(303, '/folj');
  }

  /** Takes the message in, or answers why not, with the text kept. */
  async #written(request: Request, id: string, text: string, body: FormBody): Promise<TurnedDown | null> {
    const parsed = receiveMessage.schema.safeParse({ type: 'ReceiveMessage', text });
    if (!parsed.success) return { text: parsed.error.issues[0]?.message ?? said.nothing, body, status: 422 };
    const limited = await this.#limited(request, body);
    if (limited !== null) return limited;
    try {
      await this.cases.execute(anonymous, id, parsed.data, { commandId: keyOf(body) });
      return null;
    } catch (error) {
      const turnedDown = error instanceof Refusal ? await this.#again(error, body) : null;
      if (turnedDown === null) throw error;
      return turnedDown;
    }
  }

  /** Over the limit; a repeat of a stored message is not counted. */
  async #limited(request: Request, body: FormBody): Promise<TurnedDown | null> {
    const seconds = (await this.cases.takenIn(keyOf(body))) === null ? this.limits.count('reports', clientOf(request)) : 0;
    return seconds === 0 ? null : { text: said.busy(seconds), body, status: 429 };
  }

  /** The form again with other text: sent once more it is another message, with another key. */
  async #again(refusal: Refusal, body: FormBody): Promise<TurnedDown | null> {
    if (refusal.code !== 'idempotencyKeyReused') return null;
    const first = await this.cases.takenIn(keyOf(body));
    return { text: said.twice(first === null ? '' : longMoment(first.at)), body: { ...body, _key: '' }, status: 409 };
  }

  /** The case of this browser's session, whose half hour begins again; null without one. */
  async #followed(request: Request): Promise<ExistingCase | null> {
    const followed = await this.session.caseOf(request);
    if (followed === null) return null;
    const state = await this.cases.load(followed);
    return state.exists ? state : null;
  }

  async #door(
    request: Request,
    response: Response,
    {
      code = '',
      faults = [],
      expired = false,
      carried = [],
      files = [],
    }: { code?: string; faults?: readonly Fault[]; expired?: boolean; carried?: readonly (readonly [string, string])[]; files?: readonly string[] },
  ) {
    const html = await this.frame.html(request, said.title, FollowDoor({ code, faults, expired, carried, files }), faults.length > 0);
    const status = faults.length > 0 ? 422 : 200;
    if (request.method === 'POST') return this.answers.send(request, response, { status, html, at: '/folj' });
    response.status(status).type('html').send(html);
  }

  /** The form was taken in; what is in the page's other form is not sent, and is kept. */
  async #done(request: Request, response: Response, state: ExistingCase, word: string, left: FormBody, files: readonly { readonly name: string }[] = []) {
    if (files.length === 0 && !Object.keys(left).some((name) => textOf(left, name) !== '')) return response.redirect(303, `/folj?klart=${word}`);
    await this.#answer(request, response, state, { body: left, done: doneBy(word), faults: again(files) });
  }

  /** The result of a form is shown by a page that can be reloaded and returned to, as long as the session lasts. */
  async #answer(request: Request, response: Response, seen: ExistingCase, told: Told): Promise<void> {
    const id = Unfinished.newId();
    if (await this.unfinished.keep(request, id, told)) return response.redirect(303, `/folj?${KEPT}=${id}`);
    await this.#show(request, response, seen, told);
  }

  async #show(request: Request, response: Response, seen: ExistingCase, { body = {}, faults = [], notKept = [], done: sentence = null, status = 422 }: Told) {
    const state = request.method === 'POST' ? await this.cases.load(seen.id) : seen;
    const followed = await followedOf(this.store, state.exists ? state : seen, this.clock.now().toISOString());
    const content = Follow({ followed, key: faults.length > 0 ? textOf(body, '_key') || randomUUID() : randomUUID(), body, faults, notKept, done: sentence });
    response
      .status(faults.length > 0 && request.method === 'POST' ? status : 200)
      .type('html')
      .send(await this.frame.html(request, `${said.title} ${followed.number}`, content, faults.length > 0 || notKept.length > 0));
  }
}

/** In the address: what was sent and its result. */
const KEPT = 'kvar';

/** The result of a form, and its fields. */
interface Told {
  readonly body?: FormBody;
  readonly faults?: readonly Fault[];
  readonly notKept?: readonly NotKept[];
  readonly done?: string | null;
  readonly status?: number;
}

/** Why a form was refused, and how it is shown again. */
interface TurnedDown {
  readonly text: string;
  readonly body: FormBody;
  readonly status: number;
}

const answeredLack: Fault = { field: 'answered', text: said.satisfied.lack };
/** Both forms of the page, as they were sent together; fields that both have are those of the pressed one. */
function wholeOf(together: FormBody): FormBody {
  const { pressed, others } = partsOf(together);
  return Object.assign({}, ...others, pressed ?? {}) as FormBody;
}

/** Files are in the message's form, whichever was pressed. */
const filesOf = (request: Request): ReturnType<typeof sentIn> => [...sentIn(request), ...sentIn(request, 'Message.')];

/** The written text, carried past the page that asks for the code again. */
const carriedIn = (body: FormBody): readonly (readonly [string, string])[] =>
  ['message', 'answered', 'text'].some((name) => textOf(body, name) !== '')
    ? ['_key', 'message', 'answered', 'text'].map((name) => [name, textOf(body, name)] as const).filter(([, value]) => value !== '')
    : [];
/** Files can't be shown again: they are asked for by name. */
const again = (files: readonly { readonly name: string }[]): readonly Fault[] =>
  files.length === 0 ? [] : [{ field: FILES, text: said.filesAgain(files.map(({ name }) => name)) }];

const keyOf = (body: FormBody): string => commandIdOf(anonymous, textOf(body, '_key') || randomUUID());
