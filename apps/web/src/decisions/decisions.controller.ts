import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { visible } from '#domain/case/visible';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { ivoNotify } from '#domain/codes/ivo';
import { kinds } from '#domain/codes/kinds';
import { roles } from '#domain/codes/roles';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type DecisionItem, decisionsTaken } from '#read-model/decisions';
import { decisionsTexts as said } from '#text/decisions';
import { asFile } from '../frame/as-file.js';
import { CaseHeadings } from '../frame/case-headings.js';
import { csvText } from '../frame/csv.js';
import { anyQuery } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { yesNo } from '../frame/labels.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { type TypedDays, typedDays } from '../frame/typed-days.js';
import { unitName } from '../frame/unit-name.js';
import { type DecisionRow, Decisions, type DecisionsProps } from './decisions.page.js';

/** So many days are shown where none are named: since the board last met. */
const DAYS = 60;
/** The kinds in which the municipality takes the position itself. */
const own: readonly string[] = ['lexSarah', 'lexMaria'];

type Asked = TypedDays & DecisionsProps['asked'];
/** The rows by codes alone, and how many there are. */
interface Found {
  readonly rows: readonly DecisionRow[];
  readonly total: number;
}

/** Decisions on notification to IVO by day (KL 6 kap. 39–40 §§, 7 kap. 8 §), in the cases that the reader sees: codes alone, as in every list of cases. */
@Controller('beslut')
@UseFilters(PageFilter)
export class DecisionsController {
  constructor(
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
    private readonly headings: CaseHeadings,
  ) {}

  @Get()
  async list(@Query({ schema: anyQuery }) query: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = this.#asked(query);
    const { rows, total } = asked.faults.length > 0 ? { rows: [], total: 0 } : await this.#headed(request, await this.#rows(request, asked));
    const fileHref = `/beslut/beslut.csv?${new URLSearchParams({ from: asked.from, tom: asked.tom, vilka: asked.vilka })}`;
    const html = await this.frame.html(request, said.title, Decisions({ asked, faults: asked.faults, rows, total, fileHref }), asked.faults.length > 0);
    response
      .status(asked.faults.length > 0 ? 422 : 200)
      .type('html')
      .send(html);
  }

  @Get('beslut.csv')
  async file(@Query({ schema: anyQuery }) query: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = this.#asked(query);
    if (asked.faults.length > 0) refuse('badShape', asked.faults);
    const { rows, total } = await this.#rows(request, asked);
    response
      .setHeader('Content-Disposition', asFile(`beslut-${asked.from}-${asked.tom}.csv`))
      .type('text/csv; charset=utf-8')
      .send(
        csvText([
          [...Object.values(said.columns), said.secrecy],
          ...rows.map((row) => [row.on, row.number, row.what, row.unit, row.decided, row.by, row.urgent, row.secrecy ? said.marked : '']),
          ...(total > rows.length ? [[said.cut(rows.length, total)]] : []),
        ]),
      );
  }

  #asked(query: FormBody): Asked {
    const today = stockholmDate(this.clock.now().toISOString());
    return { ...typedDays(query, today, DAYS, said.faults), vilka: textOf(query, 'vilka') === 'alla' ? 'alla' : 'egna' };
  }

  async #rows(request: Request, { from, tom, vilka }: Asked): Promise<Found> {
    const { actor } = signedIn(request);
    const today = stockholmDate(this.clock.now().toISOString());
    const { items, total } = await decisionsTaken(this.database, visible(actor, this.register.organisation, today), {
      from,
      to: tom,
      kinds: vilka === 'alla' ? [] : own,
    });
    return { rows: items.map((item) => this.#row(item, today)), total };
  }

  /** The rows of the page, by their headings; the file has codes alone. */
  async #headed(request: Request, { rows, total }: Found): Promise<Pick<DecisionsProps, 'rows' | 'total'>> {
    const ids = [...new Set(rows.map(({ id }) => id))];
    const headings = await this.headings.of(signedIn(request).actor, ids, this.clock.now().toISOString(), 'GET /beslut');
    return { rows: rows.map((row) => ({ ...row, heading: headings.get(row.id) ?? row.what })), total };
  }

  #row({ id, number, secrecy, on, kind, unit, notify, role, urgent }: DecisionItem, today: string): DecisionRow {
    return {
      id,
      number,
      secrecy,
      on,
      what: labelOf(kinds, kind),
      unit: unitName(this.register.organisation, unit, today),
      decided: notify === null ? '' : labelOf(ivoNotify, notify),
      by: role === null ? '' : inSentence(labelOf(roles, role)),
      urgent: yesNo(urgent) ?? '',
    };
  }
}
