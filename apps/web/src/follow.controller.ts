import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseService, commandIdOf } from '#case-service/case-service';
import { Dialogue } from '#case-service/dialogue';
import { anonymous } from '#domain/case/actor';
import { texts } from '#text/pages';
import { formBody } from './form.schema.js';
import { Frame } from './frame.js';
import { PageFilter } from './page.filter.js';
import { Follow, type FollowProps } from './pages/follow.page.js';
import { type FormBody, textOf } from './request.js';

/** The public's way back: a code instead of a name. It is posted, never in an address. */
@Controller('folj')
@UseFilters(PageFilter)
export class FollowController {
  constructor(
    private readonly cases: CaseService,
    private readonly dialogue: Dialogue,
    private readonly frame: Frame,
  ) {}

  @Get()
  form(@Req() request: Request): Promise<string> {
    return this.#page(request, { followed: null, code: '', key: randomUUID(), faults: [] });
  }

  @Post()
  async open(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const code = textOf(body, 'code');
    const message = textOf(body, 'message');
    const key = textOf(body, '_key') || randomUUID();
    const state = await this.cases.byReceiptCode(code);
    if (state === null) {
      response
        .status(404)
        .type('html')
        .send(await this.#page(request, { followed: null, code, key, faults: [{ field: 'code', text: texts.follow.wrong }] }));
      return;
    }
    if (message !== '') await this.cases.execute(anonymous, state.id, { type: 'ReceiveMessage', text: message }, { commandId: commandIdOf(anonymous, key) });
    response.type('html').send(await this.#page(request, { followed: await this.dialogue.of(state), code, key: randomUUID(), faults: [] }));
  }

  #page(request: Request, props: FollowProps): Promise<string> {
    return this.frame.html(request, texts.follow.title, Follow(props), props.faults.length > 0);
  }
}
