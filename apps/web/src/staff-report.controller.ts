import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseService } from '#case-service/case-service';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { texts } from '#text/pages';
import type { Fault } from '#ui/error-summary';
import { formBody } from './form.schema.js';
import { valuesOf } from './form-values.js';
import { Frame } from './frame.js';
import { PageFilter } from './page.filter.js';
import { StaffReport, staffFields } from './pages/staff-report.page.js';
import { entryOptions, sendReport, unitOptions } from './report-form.js';
import { askedBy, type FormBody, textOf } from './request.js';

/** The staff's door: what happened, or what somebody said. */
@Controller('rapportera')
@UseFilters(PageFilter)
export class StaffReportController {
  constructor(
    private readonly cases: CaseService,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
  ) {}

  @Get()
  async form(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { person } = askedBy(request);
    if (person === null) return response.redirect(303, '/#logga-in');
    const own = person.posts.find((post) => post.role === 'medarbetare' || post.role === 'enhetschef')?.unit;
    response.type('html').send(await this.#page(request, own === undefined ? {} : { unit: own }, []));
  }

  @Post()
  async send(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor, person } = askedBy(request);
    if (person === null) return response.redirect(303, '/#logga-in');
    const unsaid = textOf(body, 'what') === '' ? [{ field: 'what', text: 'Skriv vad som hände' }] : [];
    const sent =
      unsaid.length > 0 ? { faults: unsaid } : await sendReport(this.cases, actor, textOf(body, '_key') || randomUUID(), valuesOf(this.#fields(request), body));
    if ('answer' in sent) return response.redirect(303, `/arende/${sent.answer.id}`);
    response
      .status(422)
      .type('html')
      .send(await this.#page(request, body, sent.faults));
  }

  #page(request: Request, body: FormBody, faults: readonly Fault[]): Promise<string> {
    const content = StaffReport({ fields: this.#fields(request), body, faults, key: textOf(body, '_key') || randomUUID() });
    return this.frame.html(request, texts.staff.title, content, faults.length > 0);
  }

  #fields(request: Request) {
    const today = stockholmDate(this.clock.now().toISOString());
    return staffFields(
      unitOptions(this.register, askedBy(request).actor, today),
      entryOptions(this.register, 'categoryOther'),
      entryOptions(this.register, 'sourceName'),
    );
  }
}
