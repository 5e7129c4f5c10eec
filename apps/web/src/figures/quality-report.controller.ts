import { Controller, Get, Param, Query, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { figureReader } from '#domain/case/figure-reader';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { unitCounted } from '#domain/org/trees';
import { EventStore } from '#event-store/event-store';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { qualityTexts } from '#text/quality-report';
import { anyQuery, caseParam } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { QualityReport } from './quality-report.page.js';
import { qualityReport } from './quality-report-model.js';

const YEAR = /^(19|20)\d{2}$/;

/** The yearly quality report's section on deviations, for any year. */
@Controller('kvalitetsberattelse')
@UseFilters(PageFilter)
export class QualityReportController {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
  ) {}

  @Get(':year')
  async year(@Param('year', { schema: caseParam }) year: string, @Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    if (!YEAR.test(year)) return refuse('notFound');
    const now = this.clock.now().toISOString();
    const today = stockholmDate(now);
    const { organisation } = this.register;
    const top = unitCounted(undefined, actor.posts, organisation, today) ?? organisation.ownBoards(today)[0]?.code ?? refuse('notFound');
    const of = { year: Number(year), asOf: textOf(asked, 'asOf'), praise: textOf(asked, 'berom') !== 'apart', top };
    const props = await qualityReport({ database: this.database, store: this.store, reader: figureReader(actor, organisation, today) }, organisation, of, now);
    return this.frame.html(request, qualityTexts.title(Number(year)), QualityReport(props));
  }
}
