import { Controller, Get, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { refuse } from '#domain/errors';
import { Database } from '#platform/database';
import { recordCounts } from '#read-model/record-list';
import { managementTexts } from '#text/management';
import { shortDay } from '#ui/deadline';
import { Frame } from '../frame/frame.js';
import { managed, managementPage } from '../frame/menu.js';
import { PageFilter } from '../frame/page.filter.js';
import { signedIn } from '../frame/request.js';
import { countedApart } from '../record-rooms.js';
import { RecordDoor } from '../records/record-door.js';
import { Management } from './management.page.js';

/** The way to the records that the menu has no entry of its own for. */
@Controller(managementPage)
@UseFilters(PageFilter)
export class ManagementController {
  constructor(
    private readonly database: Database,
    private readonly door: RecordDoor,
    private readonly frame: Frame,
  ) {}

  @Get()
  async types(@Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    const types = managed.filter(({ readers }) => actor.posts.some(({ role }) => readers.includes(role)));
    if (types.length === 0) refuse('notYours');
    const asking = this.door.asking(actor);
    const [counts, apart] = await Promise.all([
      recordCounts(this.database, types, asking),
      Promise.all(types.map(async ({ family }) => (await countedApart[family]?.(this.database, asking)) ?? null)),
    ]);
    const rows = types.map(({ family, page, words }, n) => {
      const { open = 0, late = 0, next = null } = apart[n] ?? counts.find((row) => row.family === family) ?? {};
      return { href: `/${page}`, name: words.many, purpose: words.purpose ?? null, open, late, next: next === null ? null : shortDay(`${next}T12:00:00.000Z`) };
    });
    return this.frame.html(request, managementTexts.title, Management({ rows }));
  }
}
