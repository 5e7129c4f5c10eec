import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseReader } from '#case-service/case-reader';
import { CaseService, commandIdOf } from '#case-service/case-service';
import { commandSchemas } from '#domain/case/commands.schema';
import { Refusal, refuse } from '#domain/errors';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Database } from '#platform/database';
import { commandTexts } from '#text/commands';
import { texts } from '#text/pages';
import type { Fault } from '#ui/error-summary';
import { isCommandName } from './case-model.js';
import { CasePageModel, formFields, type Tried } from './case-page-model.js';
import { caseParam, formBody } from './form.schema.js';
import { valuesOf } from './form-values.js';
import { Frame } from './frame.js';
import { PageFilter } from './page.filter.js';
import { CasePage } from './pages/case.page.js';
import { askedBy, type FormBody, textOf } from './request.js';

/** Fields that the forms hold without asking: the stage to go to. */
const unasked = ['to'] as const;

/** A case as a page, and every command as a form on it. */
@Controller('arende')
@UseFilters(PageFilter)
export class CaseController {
  readonly #model: CasePageModel;

  constructor(
    private readonly cases: CaseService,
    private readonly reader: CaseReader,
    private readonly frame: Frame,
    register: OrganisationRegister,
    database: Database,
  ) {
    this.#model = new CasePageModel(database, register);
  }

  @Get(':id')
  async page(@Param('id', { schema: caseParam }) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (askedBy(request).person === null) return response.redirect(303, '/#logga-in');
    response.type('html').send(await this.#html(request, id, null));
  }

  @Post(':id')
  async command(
    @Param('id', { schema: caseParam }) id: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { actor, person } = askedBy(request);
    if (person === null) return response.redirect(303, '/#logga-in');
    const name = textOf(body, '_type');
    if (!isCommandName(name)) return refuse('badShape');
    const held = Object.fromEntries(
      unasked.filter((field) => textOf(body, field) !== '' && commandTexts[name]?.fields[field] === undefined).map((field) => [field, textOf(body, field)]),
    );
    const values = { ...(name === 'SendBack' ? { to: 'investigating' } : {}), ...valuesOf(formFields(name), body), ...held };
    const parsed = commandSchemas[name].safeParse({ type: name, ...values });
    if (!parsed.success) {
      const faults = parsed.error.issues.map((issue) => ({
        field: issue.path.join('.'),
        text: unsaid(body, issue.path.join('.')) ? 'Fyll i eller välj något här' : issue.message,
      }));
      return this.#refused(request, response, id, { command: name, body, title: texts.case.missing, faults });
    }
    try {
      await this.cases.execute(actor, id, parsed.data, {
        commandId: commandIdOf(actor, textOf(body, '_key') || randomUUID()),
        ifMatch: Number(textOf(body, '_version')) || undefined,
      });
      response.redirect(303, `/arende/${id}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'notFound') throw error;
      const faults: readonly Fault[] = error.missing;
      await this.#refused(
        request,
        response,
        id,
        { command: name, body, title: error.code === 'movedOn' ? texts.case.conflict : error.title, faults },
        error.status === 412 ? 409 : 422,
      );
    }
  }

  async #refused(request: Request, response: Response, id: string, tried: Tried, status = 422): Promise<void> {
    response
      .status(status)
      .type('html')
      .send(await this.#html(request, id, tried));
  }

  async #html(request: Request, id: string, tried: Tried | null): Promise<string> {
    const { actor } = askedBy(request);
    const opened = await this.reader.open(actor, id, 'GET /arende/{id}');
    const props = await this.#model.of(opened, actor, randomUUID, tried);
    return this.frame.html(request, `${props.number} ${props.heading}`, CasePage(props), tried !== null);
  }
}

const unsaid = (body: FormBody, field: string): boolean => textOf(body, field) === '';
