import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseService } from '#case-service/case-service';
import { labelOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { staffReportTexts as said } from '#text/staff-report';
import { takenInSentence } from '#text/taken-in';
import type { Fault } from '#ui/error-summary';
import { caseParam, formBody } from './form.schema.js';
import { valuesOf } from './form-values.js';
import { Frame } from './frame.js';
import { PageFilter } from './page.filter.js';
import { StaffReceipt, StaffReport, StaffReportDoors } from './pages/staff-report.page.js';
import { entryOptions, type Reported, sendReport, unitOptions } from './report-form.js';
import { askedBy, type FormBody, textOf } from './request.js';
import { type Door, isDoor, reportOf, staffFields } from './staff-report-fields.js';

/** The staff's door: what happened, or what somebody said (R-012, R-026, R-027; product.md D6). */
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
  async choice(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (askedBy(request).person === null) return response.redirect(303, '/#logga-in');
    response.type('html').send(await this.frame.html(request, said.title, StaffReportDoors()));
  }

  @Get(':door')
  async form(@Param('door', { schema: caseParam }) door: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { person } = askedBy(request);
    if (person === null) return response.redirect(303, '/#logga-in');
    if (!isDoor(door)) return refuse('notFound');
    const own = person.posts.find((post) => post.role === 'medarbetare' || post.role === 'enhetschef')?.unit;
    response.type('html').send(await this.#page(request, door, own === undefined ? {} : { unit: own }, []));
  }

  @Post(':door')
  async send(
    @Param('door', { schema: caseParam }) door: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { actor, person } = askedBy(request);
    if (person === null) return response.redirect(303, '/#logga-in');
    if (!isDoor(door)) return refuse('notFound');
    const fields = this.#fields(request, door);
    const unsaid = fields
      .filter((field) => field.required && textOf(body, field.name) === '')
      .map((field) => ({ field: field.name, text: `Svara på: ${field.label}` }));
    const values = reportOf(door, valuesOf(fields, body), person.name, this.clock.now().toISOString());
    const sent = unsaid.length > 0 ? { faults: unsaid } : await sendReport(this.cases, actor, textOf(body, '_key') || randomUUID(), values);
    if ('faults' in sent) {
      response
        .status(422)
        .type('html')
        .send(await this.#page(request, door, body, sent.faults));
      return;
    }
    response
      .status(201)
      .type('html')
      .send(await this.frame.html(request, said.receipt.title, await this.#receipt(sent.answer, values)));
  }

  async #receipt(answer: Reported, values: Record<string, unknown>) {
    const state = await this.cases.load(answer.id);
    const today = stockholmDate(this.clock.now().toISOString());
    const unit = state.exists && state.desc.unit !== null ? this.register.organisation.unit(state.desc.unit, today) : null;
    const closed = state.exists && state.closed !== null;
    return StaffReceipt({
      id: answer.id,
      number: answer.number,
      kind: state.exists ? labelOf(kinds, state.desc.kind) : '',
      takenIn: answer.takenInAs === undefined ? null : takenInSentence(answer.takenInAs),
      siblings: answer.siblings,
      goesTo:
        closed || unit === null
          ? null
          : values['concernsChief'] === true
            ? `den som är chef över chefen för ${unit.name}`
            : `den som ansvarar för ${unit.name}`,
      pastChief: values['concernsChief'] === true,
      closed,
      code: values['anonymous'] === true ? answer.receiptCode : null,
    });
  }

  #page(request: Request, door: Door, body: FormBody, faults: readonly Fault[]): Promise<string> {
    const content = StaffReport({ door, fields: this.#fields(request, door), body, faults, key: textOf(body, '_key') || randomUUID() });
    return this.frame.html(request, said.forms[door].title, content, faults.length > 0);
  }

  #fields(request: Request, door: Door) {
    const today = stockholmDate(this.clock.now().toISOString());
    return staffFields(door, {
      units: unitOptions(this.register, askedBy(request).actor, today),
      entries: entryOptions(this.register, 'categoryOther'),
      ownSources: entryOptions(this.register, 'sourceName'),
    });
  }
}
