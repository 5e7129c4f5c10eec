import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseReader } from '#case-service/case-reader';
import { CaseModels } from './case-models.js';
import { CommandDoor, type Tried } from './command-door.js';
import { caseParam, formBody } from './form.schema.js';
import { Frame } from './frame.js';
import { PageFilter } from './page.filter.js';
import { CasePage } from './pages/case.page.js';
import { DecisionPage } from './pages/decision.page.js';
import { askedBy, type FormBody, textOf } from './request.js';

/** Pages of a case beside its own. */
type Place = '' | 'beslut';

/** A case as a page, the decision on notification as another, and every command as a form on one of them. */
@Controller('arende')
@UseFilters(PageFilter)
export class CaseController {
  constructor(
    private readonly door: CommandDoor,
    private readonly reader: CaseReader,
    private readonly models: CaseModels,
    private readonly frame: Frame,
  ) {}

  @Get(':id')
  async page(@Param('id', { schema: caseParam }) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (askedBy(request).person === null) return response.redirect(303, '/#logga-in');
    response.type('html').send(await this.#html(request, id, '', null));
  }

  @Get(':id/beslut')
  async decision(@Param('id', { schema: caseParam }) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    if (askedBy(request).person === null) return response.redirect(303, '/#logga-in');
    response.type('html').send(await this.#html(request, id, 'beslut', null));
  }

  @Post(':id')
  async command(
    @Param('id', { schema: caseParam }) id: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (askedBy(request).person === null) return response.redirect(303, '/#logga-in');
    const place: Place = textOf(body, '_from') === 'beslut' ? 'beslut' : '';
    const sent = await this.door.send(request, id, body);
    if (sent.done) return response.redirect(303, place === '' ? `/arende/${id}` : `/arende/${id}/beslut`);
    response
      .status(sent.status)
      .type('html')
      .send(await this.#html(request, id, place, sent.tried));
  }

  async #html(request: Request, id: string, place: Place, tried: Tried | null): Promise<string> {
    const { actor } = askedBy(request);
    const opened = await this.reader.open(actor, id, place === '' ? 'GET /arende/{id}' : 'GET /arende/{id}/beslut');
    if (place === 'beslut') {
      const props = await this.models.decision.of(opened, actor, randomUUID, tried);
      return this.frame.html(request, `${props.title} ${props.number}`, DecisionPage(props), tried !== null);
    }
    const props = await this.models.page.of(opened, actor, randomUUID, tried);
    return this.frame.html(request, `${props.number} ${props.heading}`, CasePage(props), tried !== null);
  }
}
