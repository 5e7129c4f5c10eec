import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isMadeBy } from '#domain/case/processes/conversions';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { attachmentTexts } from '#text/attachments';
import { staffReportTexts as said } from '#text/staff-report';
import type { Fault } from '#ui/error-summary';
import { cutField, isCut } from '../attachments/cut-forms.js';
import { StaffSend } from '../attachments/upload-guards.js';
import { sentIn, TakesFiles } from '../attachments/uploads.js';
import { Answers } from '../frame/answers.js';
import { anyQuery, caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { Returning, saidOfReturned } from '../frame/returning.js';
import { EndSession } from '../sign-in/end-session.js';
import { fieldsOn } from './codes-offered.js';
import { OwnReportsModel } from './own-reports.js';
import { OwnReportsPage } from './own-reports.page.js';
import { StaffReceipt } from './staff-receipt.page.js';
import { StaffReport, StaffReportDoors } from './staff-report.page.js';
import { isMomentUnclear, openedAt } from './staff-report-body.js';
import { type Door, isDoor, staffFields } from './staff-report-fields.js';
import { StaffReporting } from './staff-reporting.js';

/** The staff's report: what happened, or what somebody said. */
@Controller('rapportera')
@UseFilters(PageFilter)
export class StaffReportController {
  constructor(
    private readonly reporting: StaffReporting,
    private readonly own: OwnReportsModel,
    private readonly frame: Frame,
    private readonly session: EndSession,
    private readonly returning: Returning,
    private readonly answers: Answers,
  ) {}

  @Get()
  async choice(@Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    return this.frame.html(request, said.title, StaffReportDoors({ startsLexMaria: isMadeBy('care', 'lexMaria', actor.posts) }));
  }

  @Get('mina')
  async mine(@Query({ schema: anyQuery }) query: FormBody, @Req() request: Request): Promise<string> {
    const { person } = signedIn(request);
    const page = Math.min(1000, Math.max(1, Number.parseInt(textOf(query, 'sida'), 10) || 1));
    return this.frame.html(request, said.own.title, OwnReportsPage(await this.own.of(person.id, page)));
  }

  @Get(':door')
  async form(@Param('door', { schema: caseParam }) door: string, @Req() request: Request): Promise<string> {
    const { person } = signedIn(request);
    if (!isDoor(door)) return refuse('notFound');
    const sent = await this.returning.take(request, person.id);
    return sent === null ? this.#page(request, door, {}, []) : this.#page(request, door, sent.fields, saidOfReturned(sent, 'what'));
  }

  @Post(':door')
  @UseGuards(StaffSend)
  @UseInterceptors(TakesFiles)
  async send(
    @Param('door', { schema: caseParam }) door: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { actor, person } = signedIn(request);
    if (!isDoor(door)) return refuse('notFound');
    if (isCut(request)) {
      const html = await this.#page(request, door, body, [{ field: cutField(body), text: attachmentTexts.tooMuch }]);
      return this.answers.send(request, response, { status: 413, html, at: request.path });
    }
    const sent = await this.reporting.send(door, body, { actor, person }, sentIn(request));
    if (sent.faults !== undefined) {
      // Sent once more it is another report, so it gets another key.
      const html = await this.#page(request, door, sent.isAgain === true ? { ...body, _key: '' } : body, sent.faults);
      return this.answers.send(request, response, { status: 422, html, at: request.path });
    }
    const out = textOf(body, '_efter') === 'logga-ut';
    if (out) await this.session.end(request, response);
    const content = StaffReceipt({ ...sent.receipt, out, owner: person.id });
    const html = await this.frame.html(request, said.receipt.title, content, sent.receipt.notKept.length > 0, ['client/report-draft.js']);
    await this.answers.send(request, response, { status: 201, html, at: request.path, once: out });
  }

  #page(request: Request, door: Door, body: FormBody, faults: readonly Fault[]): Promise<string> {
    const { actor, person } = signedIn(request);
    const lists = this.reporting.lists(actor);
    const now = this.reporting.now();
    const key = textOf(body, '_key') || randomUUID();
    // Times that have to be chosen again are counted from the page that is opened now.
    const isAgain = isMomentUnclear(body, now);
    const shown = isAgain ? { ...body, when: '' } : body;
    const fields = fieldsOn(stockholmDate(now), staffFields(door, lists), shown);
    const props = { door, fields, lists, body: shown, faults, key, at: isAgain ? now : openedAt(body, now), now, owner: person.id };
    return this.frame.html(request, said.forms[door].title, StaffReport(props), faults.length > 0, ['client/report-draft.js']);
  }
}
