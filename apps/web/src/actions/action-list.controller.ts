import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { actionType } from '#domain/action/index';
import { stockholmDate } from '#domain/law/calendar';
import type { Asking } from '#domain/records/record-command';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { type ActionListQuery, actionListQuery } from '#read-model/action-list';
import { asFile } from '../frame/as-file.js';
import { csvText } from '../frame/csv.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { signedIn } from '../frame/request.js';
import { ActionList } from './action-list.page.js';
import { ActionModels } from './action-list-model.js';

/** The list of actions: those of cases beside those that are records, which have their other pages from the room of all records. */
@Controller(actionType.page)
@UseFilters(PageFilter)
export class ActionListController {
  constructor(
    private readonly models: ActionModels,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
  ) {}

  @Get()
  async list(@Query({ schema: actionListQuery }) query: ActionListQuery, @Req() request: Request): Promise<string> {
    const props = await this.models.list(this.#asking(request), query, this.clock.now().toISOString());
    return this.frame.html(request, props.heading, ActionList(props), false, ['client/live-list.js']);
  }

  @Get('lista.csv')
  async csv(@Query({ schema: actionListQuery }) query: ActionListQuery, @Req() request: Request, @Res() response: Response): Promise<void> {
    const asking = this.#asking(request);
    const rows = await this.models.table(asking, query);
    response
      .setHeader('Content-Disposition', asFile(`atgarder-${asking.today}.csv`))
      .type('text/csv; charset=utf-8')
      .send(csvText(rows));
  }

  #asking(request: Request): Asking {
    const { actor } = signedIn(request);
    return { actor, organisation: this.register.organisation, today: stockholmDate(this.clock.now().toISOString()) };
  }
}
