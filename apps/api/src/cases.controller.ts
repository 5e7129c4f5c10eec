import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseReader } from '#case-service/case-reader';
import { CaseService, commandIdOf } from '#case-service/case-service';
import type { Actor } from '#domain/case/actor';
import { caseCommand, type PublicCommand, type ReportCase, reportCase } from '#domain/case/commands.schema';
import { OrganisationRegister } from '#organisation/organisation-register';
import { caseAnswer, commandAnswer, reportAnswer } from './answers.schema.js';
import { Who } from './asked.js';
import { caseView } from './case-view.js';
import { Changes } from './changes.js';
import { caseId } from './params.schema.js';
import { People } from './people.js';
import { etagOf, keyOf, versionOf } from './precondition.js';
import { everyRefusal, Says } from './says.js';

@Controller('api/cases')
export class CasesController {
  constructor(
    private readonly cases: CaseService,
    private readonly reader: CaseReader,
    private readonly register: OrganisationRegister,
    private readonly people: People,
    private readonly changes: Changes,
  ) {}

  @Post()
  @Says({
    summary: 'Rapportera ett ärende',
    answer: reportAnswer,
    status: 201,
    for: 'all',
    headers: ['Idempotency-Key'],
    description: 'Utan inloggning: klagomål och synpunkter. Svaret har koden som öppnar dialogen.',
    refusals: ['badShape', 'tooLarge', 'incomplete', 'kindNotReportedHere', 'idempotencyKeyReused', 'busy', 'tooMany'],
  })
  async report(
    @Who() actor: Actor,
    @Body({ schema: reportCase }) body: ReportCase,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { id, number, version, position, receiptCode, siblings } = await this.cases.report(actor, body, { commandId: commandIdOf(actor, keyOf(key)) });
    response.setHeader('ETag', etagOf(version));
    response.setHeader('Location', `/api/cases/${id}`);
    return { id, number, version, position, receiptCode, siblings };
  }

  @Post(':id/commands')
  @Says({
    summary: 'Ge ett kommando',
    answer: commandAnswer,
    for: 'all',
    headers: ['Idempotency-Key', 'If-Match'],
    refusals: everyRefusal.filter((code) => code !== 'notLoggedIn'),
  })
  @HttpCode(200)
  async command(
    @Who() actor: Actor,
    @Param('id', { schema: caseId }) id: string,
    @Body({ schema: caseCommand }) command: PublicCommand,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const ifMatch = versionOf(request.headers['if-match']);
    const commandId = commandIdOf(actor, keyOf(request.get('idempotency-key')));
    const answer = await this.changes.saying(id, ifMatch, () => this.cases.execute(actor, id, command, { commandId, ifMatch }));
    response.setHeader('ETag', etagOf(answer.version));
    return { version: answer.version, position: answer.position ?? null, events: answer.events };
  }

  @Get(':id')
  @Says({
    summary: 'Ärendet, som den som frågar får se det',
    answer: caseAnswer,
    for: 'all',
    refusals: ['notFound'],
    description: 'Åtkomsten antecknas innan ärendet visas.',
  })
  async read(@Who() actor: Actor, @Param('id', { schema: caseId }) id: string, @Res({ passthrough: true }) response: Response) {
    const opened = await this.reader.open(actor, id, 'GET /api/cases/{id}');
    const people = await this.people.all();
    response.setHeader('ETag', etagOf(opened.state.version));
    return caseView(opened, actor, this.register, (person) => people.find((row) => row.id === person)?.name ?? null);
  }
}
