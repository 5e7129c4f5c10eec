import { Controller, Get, Inject, Param, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { personActor } from '#domain/org/actor';
import { CalendarFeeds } from '#organisation/calendar-feeds';
import { OrganisationRegister } from '#organisation/organisation-register';
import { personById } from '#organisation/people';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { ownDeadlines } from '#read-model/own-deadlines';
import { waitingFor } from '#read-model/waiting';
import { calendarTexts } from '#text/calendar';
import { caseParam } from '../frame/form.schema.js';
import { PageFilter } from '../frame/page.filter.js';
import { entriesOf } from './entries.js';
import { icalOf } from './ical.js';

/**
 * The calendar of a person's deadlines, for the calendar that they use: the address is the key, so there is no log-in. It has what the list of work has
 * (numbers, rules, days) of what the person sees on the day of reading, and is not logged, as that list is not (docs/law/access.md#the-calendar).
 */
@Controller('kalender')
@UseFilters(PageFilter)
export class CalendarController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    @Inject('config') private readonly config: Config,
  ) {}

  @Get(':secret.ics')
  async read(@Param('secret', { schema: caseParam }) secret: string, @Res() response: Response): Promise<void> {
    const now = this.clock.now().toISOString();
    const today = stockholmDate(now);
    const id = await this.feeds.personOf(secret);
    const person = id === null ? null : await personById(this.database, id, today);
    // Whoever has no post any longer has no calendar either.
    if (person === null || person.posts.length === 0) return refuse('notFound');
    const { organisation } = this.register;
    const actor = personActor(person.id, person.posts);
    const owners = waitingFor(actor, this.register.holders(today), organisation, today)?.owners ?? [];
    const deadlines = await ownDeadlines(this.database, { actor, organisation, today, owners });
    response.type('text/calendar; charset=utf-8').send(icalOf(calendarTexts.name, entriesOf(deadlines, this.config.publicUrl), now));
  }
}
