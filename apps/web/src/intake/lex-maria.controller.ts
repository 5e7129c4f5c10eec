import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req, Res, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isMadeBy } from '#domain/case/processes/conversions';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { attachmentTexts } from '#text/attachments';
import { lexMariaReportTexts as said } from '#text/lex-maria-report';
import type { Fault } from '#ui/error-summary';
import { cutField, isCut } from '../attachments/cut-forms.js';
import { StaffSend } from '../attachments/upload-guards.js';
import { sentIn, TakesFiles } from '../attachments/uploads.js';
import { Answers } from '../frame/answers.js';
import { formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { Returning, saidOfReturned } from '../frame/returning.js';
import { LexMaria } from './lex-maria.page.js';
import { lexMariaFaults, lexMariaFields, lexMariaFrom, unsaidIn } from './lex-maria-form.js';
import { StaffReceipt } from './staff-receipt.page.js';
import { StaffReporting } from './staff-reporting.js';

/** Where MAS and others who may raise a deviation start a lex Maria at once: one form, one transaction, one receipt. */
@Controller('rapportera/lex-maria')
@UseFilters(PageFilter)
export class LexMariaController {
  constructor(
    private readonly reporting: StaffReporting,
    private readonly frame: Frame,
    private readonly returning: Returning,
    private readonly answers: Answers,
  ) {}

  @Get()
  async form(@Req() request: Request): Promise<string> {
    const { person } = mayStart(request);
    const sent = await this.returning.take(request, person.id);
    return sent === null ? this.#page(request, {}, []) : this.#page(request, sent.fields, saidOfReturned(sent, 'what'));
  }

  @Post()
  @UseGuards(StaffSend)
  @UseInterceptors(TakesFiles)
  async send(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor, person } = mayStart(request);
    if (isCut(request)) return this.#again(request, response, body, [{ field: cutField(body), text: attachmentTexts.tooMuch }], 413);
    const faults = unsaidIn(this.#fields(request), body);
    if (faults.length > 0) return this.#again(request, response, body, faults, 422);
    const sent = await this.reporting.takeIn(lexMariaFrom(body), textOf(body, '_key'), { actor, person }, sentIn(request));
    if (sent.faults !== undefined) return this.#again(request, response, sent.isAgain ? { ...body, _key: '' } : body, lexMariaFaults(sent.faults), 422);
    const content = StaffReceipt({ ...sent.receipt, out: false, owner: person.id, isRegistered: true });
    const html = await this.frame.html(request, said.title, content, sent.receipt.notKept.length > 0);
    await this.answers.send(request, response, { status: 201, html, at: request.path });
  }

  #fields(request: Request) {
    return lexMariaFields(this.reporting.lists(signedIn(request).actor).units, stockholmDate(this.reporting.now()));
  }

  async #again(request: Request, response: Response, body: FormBody, faults: readonly Fault[], status: number): Promise<void> {
    await this.answers.send(request, response, { status, html: await this.#page(request, body, faults), at: request.path });
  }

  #page(request: Request, body: FormBody, faults: readonly Fault[]): Promise<string> {
    const content = LexMaria({ fields: this.#fields(request), body, faults, key: textOf(body, '_key') || randomUUID() });
    return this.frame.html(request, said.title, content, faults.length > 0);
  }
}

/** @throws Refusal for one who may not make a lex Maria of a deviation */
function mayStart(request: Request): ReturnType<typeof signedIn> {
  const signed = signedIn(request);
  return isMadeBy('care', 'lexMaria', signed.actor.posts) ? signed : refuse('notYours');
}
