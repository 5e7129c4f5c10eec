import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attaching, type NotKept } from '#attachments/attaching';
import { CaseService, commandIdOf } from '#case-service/case-service';
import { anonymous } from '#domain/case/actor';
import type { ExistingCase } from '#domain/case/case';
import { replyByCode } from '#domain/case/commands.schema';
import { Refusal } from '#domain/errors';
import { EventStore } from '#event-store/event-store';
import { Clock } from '#platform/clock';
import { followTexts as said } from '#text/follow';
import type { Fault } from '#ui/error-summary';
import { anyQuery, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, textOf } from '../frame/request.js';
import { FollowersSend } from '../intake/upload-guards.js';
import { sentIn, TakesFiles } from '../intake/uploads.js';
import { Follow, FollowDoor } from './follow.page.js';
import { followedOf } from './follow-model.js';
import { FollowSession } from './follow-session.js';

/** What was just done, by the word in the address: it says nothing of the case. */
const done: Readonly<Record<string, string>> = {
  skickat: said.taken,
  tack: said.satisfied.thanks,
  noterat: said.satisfied.noted,
  oppnat: said.satisfied.reopened,
};

const doneBy = (word: string): string | null => (Object.hasOwn(done, word) ? (done[word] ?? null) : null);

/** The public's way back: a code instead of a name. It is posted, never in an address, and once shown it is not sent again. */
@Controller('folj')
@UseFilters(PageFilter)
export class FollowController {
  constructor(
    private readonly cases: CaseService,
    private readonly attaching: Attaching,
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly session: FollowSession,
    private readonly frame: Frame,
  ) {}

  @Get()
  async page(@Query({ schema: anyQuery }) query: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const state = await this.#followed(request);
    if (state === null) return this.#door(request, response, { expired: this.session.wasGiven(request) });
    await this.#show(request, response, state, { done: doneBy(textOf(query, 'klart')) });
  }

  @Post()
  async open(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const code = textOf(body, 'code');
    const state = await this.cases.byReceiptCode(code);
    if (state === null) return this.#door(request, response, { code, faults: [{ field: 'code', text: said.wrong }] });
    await this.session.open(response, state.id);
    response.redirect(303, '/folj');
  }

  @Post('meddelande')
  @UseGuards(FollowersSend)
  @UseInterceptors(TakesFiles)
  async write(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const state = await this.#followed(request);
    if (state === null) return this.#door(request, response, { expired: true });
    const text = textOf(body, 'message');
    const files = sentIn(request);
    if (text === '' && files.length === 0) return this.#show(request, response, state, { body, faults: [{ field: 'message', text: said.nothing }] });
    if (text !== '') await this.cases.execute(anonymous, state.id, { type: 'ReceiveMessage', text }, { commandId: keyOf(body) });
    const notKept = await this.attaching.add(anonymous, [state.id], files);
    if (notKept.length > 0) return this.#show(request, response, state, { notKept });
    response.redirect(303, '/folj?klart=skickat');
  }

  @Post('svar')
  async reply(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const state = await this.#followed(request);
    if (state === null) return this.#door(request, response, { expired: true });
    const parsed = replyByCode.safeParse({ type: 'ReplyByCode', answered: textOf(body, 'answered'), text: textOf(body, 'text') });
    if (!parsed.success) return this.#show(request, response, state, { body, faults: [{ field: 'answered', text: said.satisfied.lack }] });
    try {
      const { events } = await this.cases.execute(anonymous, state.id, parsed.data, { commandId: keyOf(body) });
      const word = events.some(({ type }) => type === 'CaseReopened') ? 'oppnat' : parsed.data.answered === 'no' ? 'noterat' : 'tack';
      response.redirect(303, `/folj?klart=${word}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const faults = error.missing.length > 0 ? error.missing : [{ field: 'answered', text: error.title }];
      await this.#show(request, response, state, { body, faults });
    }
  }

  @Post('stang')
  async close(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.session.close(request, response);
    response.redirect(303, '/folj');
  }

  /** The case that this browser follows, its half hour begun anew; null where it follows none. */
  async #followed(request: Request): Promise<ExistingCase | null> {
    const followed = await this.session.caseOf(request);
    if (followed === null) return null;
    const state = await this.cases.load(followed);
    return state.exists ? state : null;
  }

  async #door(
    request: Request,
    response: Response,
    { code = '', faults = [], expired = false }: { code?: string; faults?: readonly Fault[]; expired?: boolean },
  ) {
    response
      .status(faults.length > 0 ? 422 : 200)
      .type('html')
      .send(await this.frame.html(request, said.title, FollowDoor({ code, faults, expired }), faults.length > 0));
  }

  async #show(
    request: Request,
    response: Response,
    seen: ExistingCase,
    {
      body = {},
      faults = [],
      notKept = [],
      done: told = null,
    }: { body?: FormBody; faults?: readonly Fault[]; notKept?: readonly NotKept[]; done?: string | null },
  ) {
    const state = notKept.length > 0 ? await this.cases.load(seen.id) : seen;
    const followed = await followedOf(this.store, state.exists ? state : seen, this.clock.now().toISOString());
    const content = Follow({ followed, key: faults.length > 0 ? textOf(body, '_key') || randomUUID() : randomUUID(), body, faults, notKept, done: told });
    response
      .status(faults.length > 0 ? 422 : 200)
      .type('html')
      .send(await this.frame.html(request, `${said.title} ${followed.number}`, content, faults.length > 0 || notKept.length > 0));
  }
}

const keyOf = (body: FormBody): string => commandIdOf(anonymous, textOf(body, '_key') || randomUUID());
