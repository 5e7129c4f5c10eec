import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req, Res, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { stockholmDate } from '#domain/law/calendar';
import { attachmentTexts } from '#text/attachments';
import { registrationTexts as said } from '#text/registration';
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
import { Registration } from './registration.page.js';
import { asFormFaults, faultsIn, registrationFrom } from './registration-form.js';
import { StaffReceipt } from './staff-receipt.page.js';
import { StaffReporting } from './staff-reporting.js';

/** What has come in by letter, phone, visit or from an authority, registered with its true times. */
@Controller('registrera')
@UseFilters(PageFilter)
export class RegistrationController {
  constructor(
    private readonly reporting: StaffReporting,
    private readonly frame: Frame,
    private readonly returning: Returning,
    private readonly answers: Answers,
  ) {}

  @Get()
  async form(@Req() request: Request): Promise<string> {
    const { person } = signedIn(request);
    const sent = await this.returning.take(request, person.id);
    return sent === null ? this.#page(request, {}, []) : this.#page(request, sent.fields, saidOfReturned(sent, 'what'));
  }

  @Post()
  @UseGuards(StaffSend)
  @UseInterceptors(TakesFiles)
  async send(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor, person } = signedIn(request);
    if (isCut(request)) return this.#again(request, response, body, [{ field: cutField(body), text: attachmentTexts.tooMuch }], 413);
    const faults = faultsIn(body);
    if (faults.length > 0) return this.#again(request, response, body, faults, 422);
    const sent = await this.reporting.takeIn(registrationFrom(body), textOf(body, '_key'), { actor, person }, sentIn(request));
    if (sent.faults !== undefined) {
      // Sent once more it is another report, so it gets another key.
      const shown = sent.isAgain ? { ...body, _key: '' } : body;
      return this.#again(request, response, shown, asFormFaults(sent.faults, body), 422);
    }
    const { receipt } = sent;
    const content = StaffReceipt({ ...receipt, out: false, owner: person.id, isRegistered: true });
    const html = await this.frame.html(request, said.title, content, receipt.notKept.length > 0);
    await this.answers.send(request, response, { status: 201, html, at: request.path });
  }

  async #again(request: Request, response: Response, body: FormBody, faults: readonly Fault[], status: number): Promise<void> {
    await this.answers.send(request, response, { status, html: await this.#page(request, body, faults), at: request.path });
  }

  #page(request: Request, body: FormBody, faults: readonly Fault[]): Promise<string> {
    const { actor } = signedIn(request);
    const content = Registration({
      lists: this.reporting.lists(actor),
      body,
      faults,
      key: textOf(body, '_key') || randomUUID(),
      today: stockholmDate(this.reporting.now()),
    });
    return this.frame.html(request, said.title, content, faults.length > 0);
  }
}
