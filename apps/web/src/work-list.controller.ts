import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { visible } from '#domain/case/visible';
import { kinds } from '#domain/codes/kinds';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type OpenCounts, openCounts } from '#read-model/open-counts';
import { type WorkListQuery, workList, workListQuery } from '#read-model/work-list';
import { rowsOf } from './cases-as-rows.js';
import { Frame } from './frame.js';
import { PageFilter } from './page.filter.js';
import { WorkList } from './pages/work-list.page.js';
import { askedBy } from './request.js';

const filters: readonly { readonly query: WorkListQuery; readonly label: string; readonly countOf?: (counts: OpenCounts) => number }[] = [
  { query: { stage: 'open' }, label: 'Öppna', countOf: ({ open }) => open },
  { query: { overdue: true }, label: 'Försenade', countOf: ({ overdue }) => overdue },
  { query: { stage: 'open', handler: 'none' }, label: 'Ej fördelade', countOf: ({ unassigned }) => unassigned },
  { query: { stage: 'ivoDecision' }, label: 'Väntar på beslut', countOf: ({ awaitingDecision }) => awaitingDecision },
  ...kinds.map(({ code, label }) => ({ query: { stage: 'open', kind: code } as WorkListQuery, label, countOf: ({ byKind }: OpenCounts) => byKind[code] ?? 0 })),
  { query: { stage: 'closed' }, label: 'Avslutade' },
];

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
    const sight = visible(actor, this.register.organisation, today);
    const [{ items, total, page }, counts] = await Promise.all([workList(this.database, sight, asked, now), openCounts(this.database, sight, now)]);
    const search = request.originalUrl.split('?')[1] ?? 'stage=open';
    const next = new URLSearchParams(search);
    next.set('page', String(page + 1));
    const content = WorkList({
      title: 'Ärenden',
      lead: total === 1 ? '1 ärende, det som är mest bråttom först.' : `${total} ärenden, det som är mest bråttom först.`,
      filters: filters.map(({ query: wanted, label, countOf }) => {
        const href = searchOf(wanted);
        return { href: `/arenden?${href}`, label: countOf === undefined ? label : `${label} (${countOf(counts)})`, current: href === search };
      }),
      rows: rowsOf(items, this.register.organisation, await allPeople(this.database, today), today),
      total,
      page,
      now,
      more: page * 50 < total ? `/arenden?${next}` : null,
    });
    response.type('html').send(await this.frame.html(request, 'Ärenden', content));
  }
}

const searchOf = (query: WorkListQuery): string => new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
