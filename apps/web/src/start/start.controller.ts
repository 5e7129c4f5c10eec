import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { longMoment } from '#ui/deadline';
import { CaseHeadings } from '../frame/case-headings.js';
import { Frame } from '../frame/frame.js';
import { askedBy } from '../frame/request.js';
import { Start } from './start.page.js';
import { StartModel } from './start-model.js';

/** The first page: the doors, and what waits. */
@Controller()
export class StartController {
  readonly #model: StartModel;

  constructor(
    database: Database,
    register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
    headings: CaseHeadings,
    @Inject('config') private readonly config: Config,
  ) {
    this.#model = new StartModel(database, register, headings);
  }

  @Get()
  async start(@Req() request: Request): Promise<string> {
    const now = this.clock.now().toISOString();
    const { actor, person } = askedBy(request);
    const waiting = person === null ? null : await this.#model.waiting(actor, person.name, now);
    const demo = this.config.demo ? { ...(await this.#model.people(now)), now: longMoment(now) } : null;
    return this.frame.html(request, 'Start', Start({ waiting, demo }));
  }
}
