import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Refusal, refuse } from '#domain/errors';
import { administers, readsAdministration, takesTwo } from '#domain/org/administration';
import { Administration } from '#organisation/administration';
import { localListTexts } from '#text/local-lists';
import { changeNames, organisationTexts as texts } from '#text/organisation';
import type { Fault } from '#ui/error-summary';
import { Answers } from '../frame/answers.js';
import { anyQuery, caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, type SignedIn, signedIn, textOf } from '../frame/request.js';
import { ChangePage, PreviewPage } from './change.page.js';
import { asChanges, faultsOf } from './change-faults.js';
import { changeOf, fieldsOf, type Known, type What } from './change-fields.js';
import { sentenceOf } from './change-words.js';
import type { Moves } from './deadline-moves.js';
import { DeadlinesPage, MovesTable } from './deadlines.page.js';
import { deadlinesOf } from './deadlines-model.js';
import { DelegationsPage } from './delegations.page.js';
import { delegationsOf } from './delegations-model.js';
import { OrganisationToday } from './known.js';
import { LocalListsPage } from './local-lists.page.js';
import { localListsOf } from './local-lists-model.js';
import { HistoryPage, OrganisationPage } from './organisation.page.js';
import { historyOf, overviewOf, personOf, unitFactsOf } from './organisation-model.js';
import { PeoplePage, PersonPage } from './people.page.js';
import { UnitFactsPage } from './unit-facts.page.js';

const HERE = '/organisation';
const messages: Readonly<Record<string, string>> = { done: texts.done, proposed: texts.proposed, confirmed: texts.confirmed, rejected: texts.rejected };

/** Units, people and posts, for those who change them and those who confirm. Rules and refusals are the register's own. */
@Controller('organisation')
@UseFilters(PageFilter)
export class OrganisationController {
  constructor(
    private readonly administration: Administration,
    private readonly today: OrganisationToday,
    private readonly frame: Frame,
    private readonly answers: Answers,
  ) {}

  @Get()
  async overview(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    const { actor } = this.#reader(request);
    const [history, known] = await Promise.all([this.administration.history(), this.today.known()]);
    const overview = overviewOf(actor, history, known);
    const waiting = await Promise.all(
      overview.waiting.map(async (one) => ({ ...one, moves: movesTable(await this.today.moves(one.changes, known), `flyttas-${one.id}`, known) })),
    );
    const props = { ...overview, waiting, message: messages[textOf(asked, 'klart')] ?? null };
    return this.frame.html(request, texts.title, OrganisationPage(props));
  }

  @Get('historik')
  async history(@Req() request: Request): Promise<string> {
    this.#reader(request);
    const [history, known] = await Promise.all([this.administration.history(), this.today.known()]);
    return this.frame.html(request, texts.history, HistoryPage({ rows: historyOf(history, known) }));
  }

  @Get('frister')
  async deadlines(@Req() request: Request): Promise<string> {
    const { actor } = this.#reader(request);
    return this.frame.html(request, texts.deadlines.title, DeadlinesPage(deadlinesOf(await this.today.known(), administers(actor))));
  }

  @Get('delegationer')
  async delegations(@Req() request: Request): Promise<string> {
    const { actor } = this.#reader(request);
    return this.frame.html(request, texts.delegations.title, DelegationsPage(delegationsOf(await this.today.known(), administers(actor))));
  }

  @Get('listor')
  async lists(@Req() request: Request): Promise<string> {
    const { actor } = this.#reader(request);
    return this.frame.html(request, localListTexts.title, LocalListsPage(localListsOf(await this.today.known(), administers(actor))));
  }

  @Get('enheter/:code')
  async unit(@Param('code', { schema: caseParam }) code: string, @Req() request: Request): Promise<string> {
    const { actor } = this.#reader(request);
    const props = unitFactsOf(code, await this.today.known(), administers(actor)) ?? refuse('notFound');
    return this.frame.html(request, props.name, UnitFactsPage(props));
  }

  @Get('personer')
  async people(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    this.#reader(request);
    const known = await this.today.known();
    const q = textOf(asked, 'q');
    const sought = q.toLocaleLowerCase('sv');
    const rows = known.people
      .filter(({ name, login }) => `${name} ${login}`.toLocaleLowerCase('sv').includes(sought))
      .map((person) => ({ id: person.id, ...personOf(person, known, false) }));
    return this.frame.html(request, texts.people, PeoplePage({ q, rows }));
  }

  @Get('personer/:id')
  async person(@Param('id', { schema: caseParam }) id: string, @Req() request: Request): Promise<string> {
    const { actor } = this.#reader(request);
    const known = await this.today.known();
    const person = known.people.find((one) => one.id === id) ?? refuse('notFound');
    return this.frame.html(request, person.name, PersonPage(personOf(person, known, administers(actor))));
  }

  @Get('andra/:what')
  async ask(@Param('what', { schema: caseParam }) name: string, @Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    this.#administrator(request);
    return this.#form(request, whatOf(name), asked, []);
  }

  /** Checked, shown for what it means, then done: the last with the same rules as the first. */
  @Post('andra/:what')
  async change(
    @Param('what', { schema: caseParam }) name: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { actor } = this.#administrator(request);
    const what = whatOf(name);
    const at = `${HERE}/andra/${what}`;
    const again = async (faults: readonly Fault[], status: number) =>
      this.answers.send(request, response, { status, html: await this.#form(request, what, body, faults), at });
    if (textOf(body, '_do') === 'edit') return again([], 200);
    const known = await this.today.known();
    const fields = fieldsOf(what, known);
    const { changes, faults } = asChanges(changeOf(what, body), fields, body);
    if (changes === null) return again(faults, 422);
    const reason = textOf(body, 'reason');
    try {
      if (textOf(body, '_do') !== 'send') {
        await this.administration.check(actor, changes);
        const [change] = changes;
        const props = {
          what,
          reason,
          byTwo: takesTwo(changes),
          sentence: sentenceOf(change, known),
          means: await this.today.consequences(change, known),
          moves: movesTable(await this.today.moves(changes, known), 'flyttas', known),
        };
        const typed = Object.fromEntries([...fields.map(({ name }) => name), '_key'].map((name) => [name, textOf(body, name)]));
        const html = await this.frame.html(request, texts.change.before, PreviewPage({ ...props, body: typed }));
        return this.answers.send(request, response, { status: 200, html, at });
      }
      const become = await this.administration.change(actor, changes, reason, textOf(body, '_key') || randomUUID());
      response.redirect(303, `${HERE}?klart=${become}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.missing.length === 0) throw error;
      return again(faultsOf(error, fields), error.status);
    }
  }

  @Post('forslag/:id')
  async answer(
    @Param('id', { schema: caseParam }) id: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { actor } = this.#reader(request);
    if (textOf(body, '_do') === 'confirm') await this.administration.confirm(actor, id);
    else await this.administration.reject(actor, id, textOf(body, 'reason') || refuse('incomplete', [{ field: 'reason', text: texts.noWhy }]));
    response.redirect(303, `${HERE}?klart=${textOf(body, '_do') === 'confirm' ? 'confirmed' : 'rejected'}`);
  }

  async #form(request: Request, what: What, body: FormBody, faults: readonly Fault[]): Promise<string> {
    const props = { what, fields: fieldsOf(what, await this.today.known()), body, faults, key: textOf(body, '_key') || randomUUID() };
    return this.frame.html(request, changeNames[what], ChangePage(props), faults.length > 0);
  }

  /** @throws Refusal notLoggedIn, notFound for others: the pages are not shown to them at all */
  #reader(request: Request): SignedIn {
    const who = signedIn(request);
    return readsAdministration(who.actor) ? who : refuse('notFound');
  }

  #administrator(request: Request): SignedIn {
    const who = this.#reader(request);
    return administers(who.actor) ? who : refuse('notYours', [], 'Organisationen ändras av den som är systemförvaltare.');
  }
}

const movesTable = (moves: Moves | null, id: string, { organisation, today }: Known) =>
  moves === null ? null : MovesTable({ moves, id, nameOf: (unit) => organisation.nameOf(unit, today) });

const whatOf = (name: string): What => (name in changeNames ? (name as What) : refuse('notFound'));
