import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { figureReader } from '#domain/case/figure-reader';
import { worksWithCodes } from '#domain/case/policy';
import { visible } from '#domain/case/visible';
import { refuse } from '#domain/errors';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { unitCounted } from '#domain/org/trees';
import { logAccesses } from '#event-store/access-log';
import { EventStore } from '#event-store/event-store';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import type { ReadCore } from '#read-model/read-core';
import { namingSeen } from '#read-model/record-list';
import { reportCases, reportCasesQuery, reportList, reportQuery, runReport } from '#read-model/reports/run';
import { type WorkListQuery, workList, workListQuery } from '#read-model/work-list';
import { casesBehindAnswer, reportListAnswer, reportTableAnswer, workListAnswer } from './answers.schema.js';
import { ApiDoc } from './api-doc.js';
import { reportId } from './params.schema.js';
import { LoggedIn } from './request-context.js';

/** Lists and figures, all from the read model and all filtered by what the reader may see. */
@Controller('api')
export class ListsController {
  readonly #core: ReadCore;

  constructor(
    private readonly database: Database,
    store: EventStore,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {
    this.#core = { database, store };
  }

  @Get('cases')
  @ApiDoc({ summary: 'Arbetslistan, närmast i tid först', answer: workListAnswer, refusals: ['badShape'] })
  async cases(@LoggedIn() actor: Actor, @Query({ schema: workListQuery }) query: WorkListQuery) {
    const now = this.#now();
    if (worksWithCodes(actor) && query.handler !== undefined && query.handler !== 'none') refuse('notYours');
    return withoutNames(actor, await workList(this.database, this.#sees(actor, now), query, now));
  }

  @Get('reports')
  @ApiDoc({ summary: 'Vilka rapporter som finns', answer: reportListAnswer })
  reports(@LoggedIn() _actor: Actor) {
    return reportList();
  }

  @Get('reports/:id')
  @ApiDoc({ summary: 'En rapport som tabell', answer: reportTableAnswer, refusals: ['badShape', 'notFound', 'badPeriod', 'unitNotValid'] })
  report(@LoggedIn() actor: Actor, @Param('id', { schema: reportId }) id: string, @Query({ schema: reportQuery }) query: z.infer<typeof reportQuery>) {
    const now = this.#now();
    return runReport(this.#for(actor, now), id, this.#ofOwnTree(query, actor, now), now);
  }

  @Get('reports/:id/cases')
  @ApiDoc({
    summary: 'Ärendena bakom en siffra',
    answer: casesBehindAnswer,
    refusals: ['badShape', 'notFound', 'badPeriod', 'unitNotValid'],
    description: 'Varje visat ärende antecknas som läst.',
  })
  async behind(
    @LoggedIn() actor: Actor,
    @Param('id', { schema: reportId }) id: string,
    @Query({ schema: reportCasesQuery }) query: z.infer<typeof reportCasesQuery>,
  ) {
    const now = this.#now();
    const behind = await reportCases(this.#for(actor, now), id, this.#ofOwnTree(query, actor, now), this.#sees(actor, now), now);
    await logAccesses(this.database, {
      person: actor.person ?? refuse('notLoggedIn'),
      action: 'list',
      streams: [...behind.items.map((item) => caseStream(item.id)), ...behind.records.map(({ family, id }) => `${family}/${id}`)],
      route: 'GET /api/reports/{id}/cases',
    });
    const { records, ...cases } = behind;
    const { items, ...rest } = withoutNames(actor, cases);
    const asking = { actor, organisation: this.register.organisation, today: stockholmDate(now) };
    return { ...rest, items: [...items, ...(await namingSeen(this.database, asking, records))] };
  }

  /** The read side for one reader: figures differ between readers. */
  #for(actor: Actor, now: string): ReadCore {
    return { ...this.#core, reader: figureReader(actor, this.register.organisation, stockholmDate(now)) };
  }

  #now(): string {
    return this.clock.now().toISOString();
  }

  /** @throws Refusal unitNotValid for a unit of another tree than the person's */
  #ofOwnTree<Q extends { readonly unit?: string | undefined }>(query: Q, actor: Actor, now: string): Q {
    const unit = unitCounted(query.unit, actor.posts, this.register.organisation, stockholmDate(now));
    return unit === undefined ? query : { ...query, unit };
  }

  #sees(actor: Actor, now: string) {
    return visible(actor, this.register.organisation, stockholmDate(now));
  }
}

/** Handlers are people, not codes: a reader who works with codes alone does not see them (docs/law/access.md#roles). */
const withoutNames = <L extends { readonly items: readonly { readonly handler: string | null }[] }>(actor: Actor, list: L): L =>
  worksWithCodes(actor) ? { ...list, items: list.items.map((item) => ({ ...item, handler: null })) } : list;
