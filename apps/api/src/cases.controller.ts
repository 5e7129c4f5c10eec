import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseService, commandIdOf } from '#case-service/case-service';
import { caseCommand, type PublicCommand, type ReportCase, reportCase } from '#domain/case/commands.schema';
import type { Actor } from '#domain/org/actor';
import { takenInSentence } from '#text/taken-in';
import { commandAnswer, reportAnswer } from './answers.schema.js';
import { ApiDoc, everyRefusal } from './api-doc.js';
import { caseAnswer } from './case-answers.schema.js';
import { Changes } from './changes.js';
import { caseId } from './params.schema.js';
import { etagOf, keyOf, versionOf } from './precondition.js';
import { Who } from './request-context.js';
import { ShownCase } from './shown-case.js';

@Controller('api/cases')
export class CasesController {
  constructor(
    private readonly cases: CaseService,
    private readonly shown: ShownCase,
    private readonly changes: Changes,
  ) {}

  @Post()
  @ApiDoc({
    summary: 'Rapportera ett ärende',
    answer: reportAnswer,
    status: 201,
    for: 'all',
    headers: ['Idempotency-Key'],
    description:
      'Utan inloggning: klagomål och synpunkter, och lex Sarah utan namn, som tas emot som avvikelse. Svaret har koden som öppnar dialogen, och syskonärenden där händelsen bedöms enligt flera lagar. `followedBy` är kommandon på det nya ärendet i samma transaktion: en begäran från en myndighet, eller att göra det till ett annat slags ärende.',
    refusals: ['badShape', 'tooLarge', 'notYours', 'needsLogin', 'incomplete', 'kindNotReportedHere', 'idempotencyKeyReused', 'busy', 'tooMany'],
  })
  async report(
    @Who() actor: Actor,
    @Body({ schema: reportCase }) body: ReportCase,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { id, number, version, position, receiptCode, siblings, born, takenInAs } = await this.cases.report(actor, body, {
      commandId: (sender) => commandIdOf(sender, keyOf(key)),
    });
    response.setHeader('ETag', etagOf(version));
    response.setHeader('Location', `/api/cases/${id}`);
    const made = born === undefined ? {} : { born };
    return {
      id,
      number,
      version,
      position,
      receiptCode,
      siblings,
      ...made,
      ...(takenInAs === undefined ? {} : { takenInAs, title: takenInSentence(takenInAs) }),
    };
  }

  @Post(':id/commands')
  @ApiDoc({
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
    const { version, position, events, born } = answer;
    return { version, position: position ?? null, events, ...(born === undefined ? {} : { born }) };
  }

  @Get(':id')
  @ApiDoc({
    summary: 'Ärendet, som den som frågar får se det',
    answer: caseAnswer,
    for: 'all',
    refusals: ['notFound'],
    description: 'Åtkomsten antecknas innan ärendet visas.',
  })
  async read(@Who() actor: Actor, @Param('id', { schema: caseId }) id: string, @Res({ passthrough: true }) response: Response) {
    const body = await this.shown.of(actor, id, 'GET /api/cases/{id}');
    response.setHeader('ETag', etagOf(body.version));
    return body;
  }
}
