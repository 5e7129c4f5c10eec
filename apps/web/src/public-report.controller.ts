import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseService } from '#case-service/case-service';
import { anonymous } from '#domain/case/actor';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { texts } from '#text/pages';
import type { Fault } from '#ui/error-summary';
import { anyQuery, formBody } from './form.schema.js';
import { valuesOf } from './form-values.js';
import { Frame } from './frame.js';
import { PageFilter } from './page.filter.js';
import { PublicReport, publicFields, Receipt } from './pages/public-report.page.js';
import { sendReport, unitOptions } from './report-form.js';
import { type FormBody, textOf } from './request.js';

/** The public's door: no log-in, no script, never a silent failure. */
@Controller('lamna-synpunkt')
@UseFilters(PageFilter)
export class PublicReportController {
  constructor(
    private readonly cases: CaseService,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
  ) {}

  @Get()
  async form(@Query({ schema: anyQuery }) query: FormBody, @Req() request: Request): Promise<string> {
    return this.#page(request, { unit: textOf(query, 'enhet') }, []);
  }

  @Post()
  async send(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { answerBy, answerTo, ...values } = valuesOf(this.#fields(), body);
    const unsaid: Fault[] = [];
    if (values['opinionType'] === undefined) unsaid.push({ field: 'opinionType', text: 'Välj vad du vill lämna' });
    if (answerBy === undefined) unsaid.push({ field: 'answerBy', text: 'Välj hur du vill ha svar' });
    if (values['what'] === undefined) unsaid.push({ field: 'what', text: 'Skriv vad som hände' });
    if (unsaid.length > 0) return this.#refused(request, response, body, unsaid);
    const answer = { by: answerBy, ...(answerTo === undefined ? {} : { to: answerTo }) };
    const sent = await sendReport(this.cases, anonymous, textOf(body, '_key') || randomUUID(), { ...values, answer });
    if ('faults' in sent) return this.#refused(request, response, body, sent.faults);
    const { number, receiptCode } = sent.answer;
    response
      .status(201)
      .type('html')
      .send(await this.frame.html(request, texts.receipt.title, Receipt({ number, code: receiptCode })));
  }

  async #refused(request: Request, response: Response, body: FormBody, faults: readonly Fault[]): Promise<void> {
    response
      .status(422)
      .type('html')
      .send(
        await this.#page(
          request,
          body,
          faults.map((fault) => ({ ...fault, field: fault.field.replace('answer.to', 'answerTo').replace('answer.by', 'answerBy') })),
        ),
      );
  }

  #page(request: Request, body: FormBody, faults: readonly Fault[]): Promise<string> {
    const content = PublicReport({ fields: this.#fields(), body, faults, key: textOf(body, '_key') || randomUUID() });
    return this.frame.html(request, texts.report.title, content, faults.length > 0);
  }

  #fields() {
    return publicFields(unitOptions(this.register, anonymous, stockholmDate(this.clock.now().toISOString())));
  }
}
