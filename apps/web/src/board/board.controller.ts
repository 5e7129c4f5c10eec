import { Controller, Get, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { elected } from '#domain/codes/roles';
import { refuse } from '#domain/errors';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { boardTexts } from '#text/board';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { signedIn } from '../frame/request.js';
import { Board } from './board.page.js';
import { boardModel } from './board-model.js';

/** The page of the board: what it decides, what it was told of, decisions and figures. Codes alone, as in every list of cases. */
@Controller('namnden')
@UseFilters(PageFilter)
export class BoardController {
  constructor(
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
  ) {}

  @Get()
  async page(@Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    if (!actor.posts.some(({ role }) => elected.includes(role))) refuse('notYours');
    return this.frame.html(request, boardTexts.title, Board(await boardModel(this.database, this.register, actor, this.clock.now().toISOString())));
  }
}
