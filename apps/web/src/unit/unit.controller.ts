import { Controller, Get, Query, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { EventStore } from '#event-store/event-store';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { anyQuery } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn } from '../frame/request.js';
import { UnitPage } from './unit.page.js';
import { unitPage } from './unit-page-model.js';

/** How it stands in the unit or the area that one leads or follows. */
@Controller('min-enhet')
@UseFilters(PageFilter)
export class UnitController {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
  ) {}

  @Get()
  async unit(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    const props = await unitPage({ database: this.database, store: this.store }, this.register, actor, asked, this.clock.now().toISOString());
    return this.frame.html(request, props.name, UnitPage(props), false, ['client/live-list.js']);
  }
}
