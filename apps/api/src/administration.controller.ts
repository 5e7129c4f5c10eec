import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { assignCase } from '#domain/case/commands/assign-case';
import { mayGiveSome } from '#domain/case/may-give-some';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { administers, readsAdministration } from '#domain/org/administration';
import { Administration } from '#organisation/administration';
import { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { changeAnswer, changeBody, peopleAnswer, postsAnswer, proposalsAnswer, rejectBody } from './administration-answers.schema.js';
import { ApiDoc } from './api-doc.js';
import { organisationQuery, recordId } from './params.schema.js';
import { keyOf } from './precondition.js';
import { LoggedIn } from './request-context.js';

/** People and posts for programs, by the rules of the pages: read by those who assign or administer, changed by the one door (docs/law/access.md#administration). */
@Controller('api')
export class AdministrationController {
  constructor(
    private readonly administration: Administration,
    private readonly register: OrganisationRegister,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get('people')
  @ApiDoc({
    summary: 'Personer och deras uppdrag i dag',
    answer: peopleAnswer,
    refusals: ['notYours'],
    description: 'För den som fördelar ärenden eller administrerar. Inloggning och e-post ser bara den som administrerar.',
  })
  async people(@LoggedIn() actor: Actor) {
    this.#mayRead(actor);
    const isWhole = readsAdministration(actor);
    return (await allPeople(this.database, this.#today())).map(({ id, name, login, email, posts }) => ({
      id,
      name,
      login: isWhole ? login : null,
      email: isWhole ? email : null,
      posts,
    }));
  }

  @Get('posts')
  @ApiDoc({
    summary: 'Uppdragen den dagen',
    answer: postsAnswer,
    refusals: ['badShape', 'notYours'],
    description: 'För den som fördelar ärenden eller administrerar.',
  })
  posts(@LoggedIn() actor: Actor, @Query({ schema: organisationQuery }) { at }: z.infer<typeof organisationQuery>) {
    this.#mayRead(actor);
    return this.register.holders(at ?? this.#today()).flatMap(({ id, posts }) => posts.map((post) => ({ person: id, ...post })));
  }

  @Post('organisation/changes')
  @ApiDoc({
    summary: 'Ändra organisationen, eller föreslå det',
    answer: changeAnswer,
    status: 201,
    headers: ['Idempotency-Key'],
    description:
      'Samma ändringar som i sidorna och i driftens fil: alla eller ingen. Det som ger eller tar rättigheter föreslås, och en andra person bekräftar.',
    refusals: ['badShape', 'notYours', 'incomplete', 'unitNotValid', 'busy', 'idempotencyKeyReused'],
  })
  async change(
    @LoggedIn() actor: Actor,
    @Body({ schema: changeBody }) { changes, reason }: z.infer<typeof changeBody>,
    @Headers('idempotency-key') key: string | undefined,
  ) {
    if (!administers(actor)) refuse('notYours', [], 'Organisationen ändras av den som är systemförvaltare.');
    return { outcome: await this.administration.change(actor, changes, reason, keyOf(key)) };
  }

  @Get('organisation/proposals')
  @ApiDoc({ summary: 'Ändringar som väntar på en andra person', answer: proposalsAnswer, refusals: ['notYours'] })
  async proposals(@LoggedIn() actor: Actor) {
    if (!readsAdministration(actor)) refuse('notYours');
    const open = (await this.administration.history()).filter(({ type, proposal }) => type === 'OrganisationChangeProposed' && proposal?.state === 'open');
    return open.flatMap(({ proposal }) =>
      proposal === null ? [] : [{ id: proposal.id, by: proposal.by, at: proposal.at, units: proposal.units, persons: proposal.persons }],
    );
  }

  @Post('organisation/proposals/:id/confirm')
  @ApiDoc({
    summary: 'Bekräfta en ändring som en annan har föreslagit',
    answer: changeAnswer,
    refusals: ['notFound', 'alreadyMet', 'notYours', 'incomplete', 'unitNotValid', 'busy'],
  })
  @HttpCode(200)
  async confirm(@LoggedIn() actor: Actor, @Param('id', { schema: recordId }) id: string) {
    await this.administration.confirm(actor, id);
    return { outcome: 'done' as const };
  }

  @Post('organisation/proposals/:id/reject')
  @ApiDoc({
    summary: 'Avslå en föreslagen ändring, eller ta tillbaka sin egen',
    answer: 'application/json',
    status: 204,
    refusals: ['badShape', 'notFound', 'alreadyMet', 'notYours', 'busy'],
  })
  @HttpCode(204)
  async reject(@LoggedIn() actor: Actor, @Param('id', { schema: recordId }) id: string, @Body({ schema: rejectBody }) { reason }: z.infer<typeof rejectBody>) {
    await this.administration.reject(actor, id, reason);
  }

  #mayRead(actor: Actor): void {
    if (!readsAdministration(actor) && !mayGiveSome(assignCase, actor, this.register.organisation)) refuse('notYours');
  }

  #today(): string {
    return stockholmDate(this.clock.now().toISOString());
  }
}
