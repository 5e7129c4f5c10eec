import { Body, Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseReader } from '#case-service/case-reader';
import { RecordReader } from '#case-service/record-reader';
import { maySearch } from '#domain/case/searchers';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Asking } from '#domain/records/record-command';
import { faultOfText } from '#domain/text';
import { logAccesses } from '#event-store/access-log';
import { EventStore } from '#event-store/event-store';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { searchTexts as said } from '#text/search';
import { Answers } from '../frame/answers.js';
import { formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { SearchPage, type SearchProps } from './search.page.js';
import { searched } from './search-model.js';

const LONGEST = 200;
const MOST_PAGES = 5000;

const nothing: SearchProps = { asked: '', fault: null, filled: true, page: 1, pages: 1, cases: null, records: null };

/** Search from every page: asked by POST, so that no word stands in an address or a log, and answered by a page that Back and Reload show again. */
@Controller('sok')
@UseFilters(PageFilter)
export class SearchController {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly cases: CaseReader,
    private readonly records: RecordReader,
    private readonly organisation: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
    private readonly answers: Answers,
  ) {}

  @Get()
  async form(@Req() request: Request): Promise<string> {
    this.#asking(request);
    return this.frame.html(request, said.title, SearchPage(nothing));
  }

  @Post()
  async search(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const asking = this.#asking(request);
    const { person } = signedIn(request);
    const asked = textOf(body, 'q').normalize('NFC');
    const page = Number(textOf(body, 'sida') || 1);
    if (!Number.isInteger(page) || page < 1 || page > MOST_PAGES) refuse('badShape', [{ field: 'sida', text: 'Okänd sida' }]);
    const wrong = asked.length > LONGEST ? said.tooLong : faultOfText(asked);
    const found =
      wrong === null ? await searched({ database: this.database, store: this.store, cases: this.cases, records: this.records }, asking, asked, page) : null;
    if (found === null) return this.#answer(request, response, 422, { ...nothing, asked, fault: wrong ?? said.noWord });
    await logAccesses(this.database, { person: person.id, action: 'searched', streams: found.byWords, route: 'POST /sok' });
    return this.#answer(request, response, 200, found.props);
  }

  async #answer(request: Request, response: Response, status: number, props: SearchProps): Promise<void> {
    const html = await this.frame.html(request, said.title, SearchPage(props), props.fault !== null);
    return this.answers.send(request, response, { status, html, at: '/sok' });
  }

  /** @throws Refusal notLoggedIn, notYours */
  #asking(request: Request): Asking {
    const { actor } = signedIn(request);
    if (!maySearch(actor)) refuse('notYours', [], said.notForYou);
    return { actor, organisation: this.organisation.organisation, today: stockholmDate(this.clock.now().toISOString()) };
  }
}
