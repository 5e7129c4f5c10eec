import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { figureReader } from '#domain/case/figure-reader';
import { visible } from '#domain/case/visible';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { logAccesses } from '#event-store/access-log';
import { EventStore } from '#event-store/event-store';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import type { ReadCore } from '#read-model/read-core';
import { type ReportTable, reportQuestions, runReport } from '#read-model/reports/run';
import { stampOf } from '#read-model/reports/stamp';
import { statisticsTexts as texts } from '#text/statistics';
import { asFile } from '../frame/as-file.js';
import { anyQuery, caseParam } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { DrillDownPage } from './drill-down.page.js';
import { drillDownPage } from './drill-down-page-model.js';
import { ReportPage } from './report.page.js';
import { csvOf, type SheetProps } from './report-csv.js';
import { reportPage } from './report-page-model.js';
import { comparedWith, reportQueryOf } from './report-query.js';
import { XLSX, xlsxOf } from './report-xlsx.js';
import { earlierTable, nameOfUnit, ofOwnTree, unitsCounted } from './reports-asked.js';
import { Statistics } from './statistics.page.js';

const YEARS = 4;

/** Reports by the question they answer; one as table, chart, CSV and XLSX; and the cases behind each figure with the event that put them there. */
@Controller('statistik')
@UseFilters(PageFilter)
export class StatisticsController {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
  ) {}

  @Get()
  async questions(@Req() request: Request): Promise<string> {
    signedIn(request);
    const year = Number(this.#today().slice(0, 4));
    const search = request.originalUrl.split('?')[1];
    const content = Statistics({
      reports: reportQuestions(),
      search: search === undefined ? '' : `?${search}`,
      years: Array.from({ length: YEARS }, (_, n) => year - n),
    });
    return this.frame.html(request, texts.title, content);
  }

  @Get(':id.csv')
  async csv(
    @Param('id', { schema: caseParam }) id: string,
    @Query({ schema: anyQuery }) asked: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { table, props, name } = await this.#sheet(id, asked, request);
    response
      .setHeader('Content-Disposition', asFile(`${name}.csv`))
      .type('text/csv; charset=utf-8')
      .send(csvOf(table, props));
  }

  @Get(':id.xlsx')
  async xlsx(
    @Param('id', { schema: caseParam }) id: string,
    @Query({ schema: anyQuery }) asked: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { table, props, name } = await this.#sheet(id, asked, request);
    response
      .setHeader('Content-Disposition', asFile(`${name}.xlsx`))
      .type(XLSX)
      .send(await xlsxOf(table, props));
  }

  @Get(':id')
  async report(@Param('id', { schema: caseParam }) id: string, @Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    const query = ofOwnTree(asked, actor, this.register, this.#today());
    const props = await reportPage(this.#for(actor), id, query, {
      now: this.#now(),
      units: unitsCounted(actor, this.register, this.#today()),
      nameOf: (unit) => nameOfUnit(this.register, unit, this.#now()),
    });
    return this.frame.html(request, props.question, ReportPage(props));
  }

  @Get(':id/arenden')
  async drillDown(@Param('id', { schema: caseParam }) id: string, @Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    const { actor, person } = signedIn(request);
    const [now, today] = [this.#now(), this.#today()];
    const { organisation } = this.register;
    const reader = { sight: visible(actor, organisation, today), organisation, today, now };
    const { props, shown } = await drillDownPage(this.#for(actor), id, ofOwnTree(asked, actor, this.register, today), reader);
    await logAccesses(this.database, {
      person: person.id,
      action: 'list',
      streams: [...shown.items.map((item) => caseStream(item.id)), ...shown.records.map(({ family, id }) => `${family}/${id}`)],
      route: 'GET /statistik/{id}/arenden',
    });
    return this.frame.html(request, 'Ärenden bakom siffran', DrillDownPage(props));
  }

  /** What both files hold of a report. */
  async #sheet(id: string, asked: FormBody, request: Request): Promise<{ readonly table: ReportTable; readonly props: SheetProps; readonly name: string }> {
    const { actor } = signedIn(request);
    const query = ofOwnTree(reportQueryOf(asked), actor, this.register, this.#today());
    const core = this.#for(actor);
    const table = await runReport(core, id, query, this.#now());
    const compare = comparedWith(asked);
    const props = {
      unitName: nameOfUnit(this.register, table.scope.unit, this.#now()),
      praise: textOf(query, 'praise') === 'include',
      stamp: await stampOf(this.database, table.scope.position),
      earlier: compare === null ? null : await earlierTable(core, table, query, compare, this.#now()),
    };
    return { table, props, name: `${id}-${table.scope.unit}-${table.scope.from}` };
  }

  #now(): string {
    return this.clock.now().toISOString();
  }

  #today(): string {
    return stockholmDate(this.#now());
  }

  /** The read side for one reader: figures differ between readers. */
  #for(actor: Actor): ReadCore {
    return { database: this.database, store: this.store, reader: figureReader(actor, this.register.organisation, this.#today()) };
  }
}
