import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { capitalised } from '#domain/codes/in-sentence';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { monthInWords } from '#domain/logreview/month.schema';
import { readsAccessLog } from '#domain/org/log-readers';
import { logAccess } from '#event-store/access-log';
import { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { actionName, accessLogTexts as texts } from '#text/access-log';
import { queryOf } from '../frame/address.js';
import { asFile } from '../frame/as-file.js';
import { csvText } from '../frame/csv.js';
import { anyQuery } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { AccessLogPage, AccessSamplePage, moment } from './access-log.page.js';
import { type LogCore, type LogQuery, logQueryOf, logRows, MOST_IN_FILE, PAGE, reviewsOf, SAMPLE, sampleRows } from './access-log-model.js';

const MONTHS = 13;

/** The access log for the one who controls it: by case, by person, a sample of a month, and as a file for an investigation (lag 2001:454, 10 §). */
@Controller('atkomst')
@UseFilters(PageFilter)
export class AccessLogController {
  constructor(
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
  ) {}

  @Get()
  async log(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [core, query] = await this.#asked(request, asked, 'search', 'GET /atkomst');
    const { rows, total, faults } = await logRows(core, query);
    const content = AccessLogPage({
      query,
      faults,
      people: core.people.map(({ id, name }) => ({ value: id, label: name })),
      rows,
      total,
      pages: Math.max(1, Math.ceil(total / PAGE)),
      hrefOf: (page) => `/atkomst?${searchOf(query, page)}`,
      fileHref: `/atkomst/logg.csv?${searchOf(query, 1)}`,
      month: lastMonths(core.now)[1] as string,
    });
    const html = await this.frame.html(request, texts.title, content, faults.length > 0);
    response
      .status(faults.length > 0 ? 422 : 200)
      .type('html')
      .send(html);
  }

  @Get('logg.csv')
  async file(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [core, query] = await this.#asked(request, asked, 'export', 'GET /atkomst/logg.csv');
    const { rows, total, faults } = await logRows(core, { ...query, page: 1 }, MOST_IN_FILE);
    if (faults.length > 0) refuse('badShape', faults);
    const { at, person, post, action, of, unit, route } = texts.columns;
    const left = total - rows.length;
    response
      .setHeader('Content-Disposition', asFile(`atkomst-${query.from}-${query.tom}.csv`))
      .type('text/csv; charset=utf-8')
      .send(
        csvText([
          [at, person, post, action, of, unit, route],
          ...rows.map((row) => [moment(row.at), row.person, row.post, actionName(row.action), row.of, row.unit, row.route]),
          ...(left === 0 ? [] : [[`${left} äldre rader får inte plats: välj kortare tid.`]]),
        ]),
      );
  }

  @Get('stickprov')
  async sample(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    const [core] = await this.#asked(request, asked, 'search', 'GET /atkomst/stickprov');
    const months = lastMonths(core.now);
    const typed = textOf(asked, 'manad');
    if (typed !== '' && !/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/.test(typed)) refuse('badShape', [{ field: 'manad', text: texts.faults.month }]);
    const month = typed === '' ? (months[1] as string) : typed;
    const asking = { actor: signedIn(request).actor, organisation: this.register.organisation, today: stockholmDate(core.now) };
    const [{ rows, total }, reviews] = await Promise.all([sampleRows(core, month), reviewsOf(core, asking, month)]);
    const options = [...new Set([...months, month])].map((value) => ({ value, label: monthName(value) }));
    const content = AccessSamplePage({ month, monthName: monthName(month), months: options, size: SAMPLE, rows, total, ...reviews });
    return this.frame.html(request, texts.sample, content);
  }

  /** What is asked, by one who may; that they asked is logged first. @throws Refusal notYours */
  async #asked(request: Request, asked: FormBody, action: 'search' | 'export', route: string): Promise<readonly [LogCore, LogQuery]> {
    const { actor, person } = signedIn(request);
    if (!readsAccessLog(actor)) refuse('notYours', [], texts.notForYou);
    const now = this.clock.now().toISOString();
    const today = stockholmDate(now);
    await logAccess(this.database, { person: person.id, action, stream: 'access-log', route });
    return [{ database: this.database, register: this.register, people: await allPeople(this.database, today), now }, logQueryOf(asked, today)];
  }
}

const searchOf = ({ number, person, from, tom }: LogQuery, page: number): string =>
  queryOf({ nummer: number || undefined, person: person || undefined, from, tom, sida: page === 1 ? undefined : page });

/** This month and those before it, newest first, as YYYY-MM. */
const lastMonths = (now: string): readonly string[] => {
  const [year = 0, month = 0] = stockholmDate(now).split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, n) => new Date(Date.UTC(year, month - 1 - n)).toISOString().slice(0, 7));
};

const monthName = (month: string): string => capitalised(monthInWords(month));
