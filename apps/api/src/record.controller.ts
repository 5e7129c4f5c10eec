import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res, type Type } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { commandIdOf } from '#case-service/case-service';
import { RecordReader } from '#case-service/record-reader';
import { RecordService } from '#case-service/record-service';
import { recordHistory, recordView } from '#case-view/record-view';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { recordTypes } from '#domain/record-types';
import type { AnyRecordType } from '#domain/records/record-type';
import { logAccesses } from '#event-store/access-log';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { namingSeen, type RecordListQuery, recordList, recordListQuery, streamsOf } from '#read-model/record-list';
import { commandAnswer } from './answers.schema.js';
import { ApiDoc } from './api-doc.js';
import { recordId } from './params.schema.js';
import { People } from './people.js';
import { etagOf, keyOf, versionOf } from './precondition.js';
import { recordAnswer, recordCreated, recordHistoryAnswer, recordListAnswer } from './record-answers.schema.js';
import { LoggedIn } from './request-context.js';

type Command = { readonly type: string } & Readonly<Record<string, unknown>>;

/** The routes of one record type: the same for all of them (docs/contract.md#http). */
function recordController(type: AnyRecordType): Type<unknown> {
  const creation = type.creation.schema as unknown as z.ZodType<Command>;
  const people = type.commands.filter(({ who }) => !who.includes('system'));
  const command = z.discriminatedUnion('type', people.map(({ schema }) => schema) as never) as unknown as z.ZodType<Command>;
  const { the, one, many } = type.words;

  @Controller(`api/${type.path}`)
  class RecordController {
    constructor(
      private readonly records: RecordService,
      private readonly reader: RecordReader,
      private readonly database: Database,
      private readonly register: OrganisationRegister,
      private readonly clock: Clock,
      private readonly people: People,
    ) {}

    @Get()
    @ApiDoc({ summary: `${many}: lista, närmast i tid först`, answer: recordListAnswer, refusals: ['badShape'] })
    async list(@LoggedIn() actor: Actor, @Query({ schema: recordListQuery }) query: RecordListQuery) {
      const list = await recordList(this.database, type, this.#asking(actor), query);
      await logAccesses(this.database, {
        person: actor.person as string,
        action: 'list',
        streams: streamsOf(type, list.items),
        route: `GET /api/${type.path}`,
      });
      return { ...list, items: await namingSeen(this.database, this.#asking(actor), list.items) };
    }

    @Post()
    @ApiDoc({
      summary: `${many}: anteckna ${one}`,
      answer: recordCreated,
      status: 201,
      headers: ['Idempotency-Key'],
      refusals: ['badShape', 'tooLarge', 'notYours', 'incomplete', 'unitNotValid', 'unknownReference', 'outOfReach', 'idempotencyKeyReused', 'busy'],
    })
    async create(
      @LoggedIn() actor: Actor,
      @Body({ schema: creation }) body: Command,
      @Headers('idempotency-key') key: string | undefined,
      @Res({ passthrough: true }) response: Response,
    ) {
      const { id, number, version, position, events } = await this.records.create(actor, type, body, { commandId: commandIdOf(actor, keyOf(key)) });
      response.setHeader('ETag', etagOf(version));
      response.setHeader('Location', `/api/${type.path}/${id}`);
      return { id, number, version, position: position ?? null, events };
    }

    @Post(':id/commands')
    @ApiDoc({
      summary: `${many}: ge ett kommando`,
      answer: commandAnswer,
      headers: ['Idempotency-Key', 'If-Match'],
      refusals: [
        'badShape',
        'tooLarge',
        'notYours',
        'notFound',
        'alreadyMet',
        'incomplete',
        'unknownReference',
        'outOfReach',
        'movedOn',
        'idempotencyKeyReused',
        'busy',
      ],
    })
    @HttpCode(200)
    async command(
      @LoggedIn() actor: Actor,
      @Param('id', { schema: recordId }) id: string,
      @Body({ schema: command }) body: Command,
      @Req() request: Request,
      @Res({ passthrough: true }) response: Response,
    ) {
      const envelope = { commandId: commandIdOf(actor, keyOf(request.get('idempotency-key'))), ifMatch: versionOf(request.headers['if-match']) };
      const { version, position, events } = await this.records.execute(actor, type, id, body, envelope);
      response.setHeader('ETag', etagOf(version));
      return { version, position: position ?? null, events };
    }

    @Get(':id')
    @ApiDoc({
      summary: `${many}: ${the}, som den som frågar får se den`,
      answer: recordAnswer,
      refusals: ['notFound'],
      description: 'Åtkomsten antecknas innan den visas.',
    })
    async read(@LoggedIn() actor: Actor, @Param('id', { schema: recordId }) id: string, @Res({ passthrough: true }) response: Response) {
      const opened = await this.reader.open(actor, type, id, `GET /api/${type.path}/{id}`);
      response.setHeader('ETag', etagOf(opened.state.version));
      const [shown] = await namingSeen(this.database, opened, [recordView(type, opened)]);
      return shown;
    }

    @Get(':id/history')
    @ApiDoc({ summary: `${many}: vad som har hänt, i meningar`, answer: recordHistoryAnswer, refusals: ['notFound'] })
    async history(@LoggedIn() actor: Actor, @Param('id', { schema: recordId }) id: string) {
      const opened = await this.reader.open(actor, type, id, `GET /api/${type.path}/{id}/history`);
      return { items: recordHistory(type, opened, await this.people.all()) };
    }

    #asking(actor: Actor) {
      return { actor, organisation: this.register.organisation, today: stockholmDate(this.clock.now().toISOString()) };
    }
  }
  // Nest and OpenAPI tell controllers apart by the name of their class.
  Object.defineProperty(RecordController, 'name', {
    value: `${type.path.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())}Controller`,
  });
  return RecordController;
}

export const recordControllers: readonly Type<unknown>[] = recordTypes.map(recordController);
