import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { visible } from '#domain/case/visible';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type WorkListQuery, workList, workListQuery } from '#read-model/work-list';
import { rowsOf } from './cases-as-rows.js';
import { Frame } from './frame.js';
import { PageFilter } from './page.filter.js';
import { WorkList } from './pages/work-list.page.js';
import { askedBy } from './request.js';

const filters = [
  { query: '?stage=open', label: 'Öppna' },
  { query: '?overdue=true', label: 'Försenade' },
  { query: '?stage=open&handler=none', label: 'Ej fördelade' },
  { query: '?stage=closed', label: 'Avslutade' },
  { query: '?', label: 'Alla' },
] as const;

/** What there is to do, soonest first. */
@Controller('arenden')
@UseFilters(PageFilter)
export class WorkListController {
  constructor(
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
  ) {}

  @Get()
  async list(@Query({ schema: workListQuery }) query: WorkListQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor, person } = askedBy(request);
    if (person === null) return response.redirect(303, '/#logga-in');
    const now = this.clock.now().toISOString();
    const today = stockholmDate(now);
    const asked = Object.keys(query).length === 0 ? { ...query, stage: 'open' } : query;
    const { items, total, page } = await workList(this.database, visible(actor, this.register.organisation, today), asked, now);
    const search = request.originalUrl.split('?')[1] ?? 'stage=open';
    const next = new URLSearchParams(search);
    next.set('page', String(page + 1));
    const content = WorkList({
      title: 'Ärenden',
      lead: total === 1 ? '1 ärende, det som är mest bråttom först.' : `${total} ärenden, det som är mest bråttom först.`,
      filters: filters.map(({ query: href, label }) => ({ href: `/arenden${href}`, label, current: href === `?${search}` })),
      rows: rowsOf(items, this.register.organisation, await allPeople(this.database, today), today),
      total,
      page,
      now,
      more: page * 50 < total ? `/arenden?${next}` : null,
    });
    response.type('html').send(await this.frame.html(request, 'Ärenden', content));
  }
}
