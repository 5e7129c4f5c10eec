import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { refuse } from '#domain/errors';
import { looksPersonal } from '#domain/personal-data';
import { removeFilter, saveFilter } from '#organisation/saved-filters';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { WorkList } from './work-list.page.js';
import { WorkListModel } from './work-list-model.js';
import { hrefOf, type ListQuery, listQuery, searchOf } from './work-list-query.js';

/** The work list, soonest first, and each person's own filters of it. */
@Controller('arenden')
@UseFilters(PageFilter)
export class WorkListController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly frame: Frame,
    private readonly model: WorkListModel,
  ) {}

  @Get()
  async list(@Query({ schema: listQuery }) query: ListQuery, @Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    const props = await this.model.of(actor, query, this.clock.now().toISOString());
    return this.frame.html(request, 'Att göra', WorkList(props), false, ['client/live-list.js']);
  }

  /** Saves the query under a name, or deletes a filter. */
  @Post('urval')
  async save(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { person } = signedIn(request);
    const name = [...textOf(body, 'name')].slice(0, 60).join('');
    const asked = listQuery.safeParse(Object.fromEntries(new URLSearchParams(textOf(body, 'query'))));
    const back = hrefOf(asked.success ? asked.data : {});
    if (textOf(body, '_do') === 'remove') {
      await removeFilter(this.database, person.id, name);
      return response.redirect(303, back);
    }
    if (name === '' || !asked.success) return refuse('incomplete', [{ field: 'name', text: 'Ge urvalet ett namn' }]);
    if (looksPersonal(name) || looksPersonal(asked.data.q ?? '')) return refuse('looksLikePersonalData');
    const kept = await saveFilter(this.database, person.id, { name, query: searchOf(asked.data) });
    if (!kept) return refuse('incomplete', [{ field: 'name', text: 'Du har redan tolv sparade urval. Ta bort ett först.' }]);
    response.redirect(303, back);
  }
}
