import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '#domain/case/actor';
import { visible } from '#domain/case/visible';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { treesOf, unitCounted } from '#domain/org/trees';
import { logAccesses } from '#event-store/access-log';
import { EventStore } from '#event-store/event-store';
import { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type ReportTable, reportCases, reportList, runReport } from '#read-model/reports/run';
import { rowsOf } from './cases-as-rows.js';
import { figuresOf } from './figures.js';
import { anyQuery, caseParam } from './form.schema.js';
import { Frame } from './frame.js';
import { PageFilter } from './page.filter.js';
import { CasesBehind, Statistics } from './pages/statistics.page.js';
import { askedBy, type FormBody, textOf } from './request.js';

/** Every report as a table, and the cases behind each of its figures. */
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
  async tables(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor, person } = askedBy(request);
    if (person === null) return response.redirect(303, '/#logga-in');
    const now = this.clock.now().toISOString();
    const today = stockholmDate(now);
    const query = this.#ofOwnTree(stated(asked), actor, today);
    // One after the other: all at once they would take every connection, and others' work would wait for this page.
    const tables: ReportTable[] = [];
    for (const { id } of reportList()) tables.push(await runReport(this.#core, id, query, now));
    const { scope } = tables[0] as ReportTable;
    const { organisation } = this.register;
    const trees = treesOf(actor.posts, organisation, today);
    const units = organisation
      .at(today)
      .filter((unit) => trees.includes(organisation.rootOf(unit.code, today)?.code ?? ''))
      .map((unit) => ({ value: unit.code, label: unit.name }));
    const content = Statistics({
      tables: tables.map((table) => figuresOf(table, query['praise'] === 'include')),
      units,
      unit: scope.unit,
      from: scope.from,
      to: scope.to,
      asOf: scope.asOf ?? '',
      praise: query['praise'] === 'include',
    });
    response.type('html').send(await this.frame.html(request, 'Statistik', content));
  }

  @Get(':id/arenden')
  async behind(
    @Param('id', { schema: caseParam }) id: string,
    @Query({ schema: anyQuery }) asked: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { actor, person } = askedBy(request);
    if (person === null) return response.redirect(303, '/#logga-in');
    const now = this.clock.now().toISOString();
    const today = stockholmDate(now);
    const { organisation } = this.register;
    const query = this.#ofOwnTree(stated(asked), actor, today);
    const [behind, table] = await Promise.all([
      reportCases(this.#core, id, query, visible(actor, organisation, today), now),
      runReport(this.#core, id, query, now),
    ]);
    await logAccesses(this.database, {
      person: person.id,
      action: 'list',
      streams: behind.items.map((item) => caseStream(item.id)),
      route: 'GET /statistik/{id}/arenden',
    });
    const row = table.rows.find(({ code }) => code === query['row'])?.label ?? 'Alla rader';
    const column = table.columns.find((candidate) => candidate.id === query['column'])?.title ?? '';
    const next = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
    next.set('page', String(behind.page + 1));
    const content = CasesBehind({
      title: `${table.title}: ${row}${column === '' ? '' : `, ${column}`}`,
      rows: rowsOf(behind.items, organisation, await allPeople(this.database, today), today),
      total: behind.total,
      hidden: behind.hidden,
      now,
      more: behind.page * 50 < behind.total ? `/statistik/${id}/arenden?${next}` : null,
    });
    response.type('html').send(await this.frame.html(request, 'Ärenden bakom siffran', content));
  }

  /** @throws Refusal unitNotValid for a unit of another tree than the person's */
  #ofOwnTree(query: FormBody, actor: Actor, today: string): FormBody {
    const unit = unitCounted(textOf(query, 'unit') || undefined, actor.posts, this.register.organisation, today);
    return { ...query, ...(unit === undefined ? {} : { unit }) };
  }

  get #core() {
    return { database: this.database, store: this.store };
  }
}

/** A form sends its empty fields too: an empty field is no question. The report's own schema reads the rest. */
const stated = (query: FormBody): FormBody => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
