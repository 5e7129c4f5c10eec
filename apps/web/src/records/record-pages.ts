import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res, type Type, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RecordReader } from '#case-service/record-reader';
import { refuse } from '#domain/errors';
import { unitsToCreateIn } from '#domain/records/decide';
import type { AnyRecordType } from '#domain/records/record-type';
import { Clock } from '#platform/clock';
import { attachmentTexts } from '#text/attachments';
import { signInTexts } from '#text/sign-in';
import { cutField, isCut } from '../attachments/cut-forms.js';
import { StaffSend } from '../attachments/upload-guards.js';
import { TakesFiles } from '../attachments/uploads.js';
import type { Sent, Tried } from '../forms/sent-form.js';
import { Answers } from '../frame/answers.js';
import { anyQuery, caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { partsOf } from '../frame/parts.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { Returning } from '../frame/returning.js';
import { named } from './named-controller.js';
import { NewRecord, RecordPage } from './record.page.js';
import { RecordDoor } from './record-door.js';
import { RecordDrafts } from './record-drafts.js';
import { givenBy } from './record-forms.js';
import { RecordModels } from './record-models.js';
import type { RecordRoom } from './room.js';

const away = signInTexts.sentAway;
const scripts = ['client/split-forms.js', 'client/keep-draft.js', 'client/open-target.js'];

/** The pages of a record of one type: the same for all of them, with what its room adds. */
export function recordPages(type: AnyRecordType, room: RecordRoom): Type<unknown> {
  const base = `/${type.page}`;

  @Controller(type.page)
  @UseFilters(PageFilter)
  class RecordPagesController {
    constructor(
      private readonly door: RecordDoor,
      private readonly drafts: RecordDrafts,
      private readonly reader: RecordReader,
      private readonly models: RecordModels,
      private readonly clock: Clock,
      private readonly frame: Frame,
      private readonly returning: Returning,
      private readonly answers: Answers,
    ) {}

    @Get('ny')
    create(@Req() request: Request): Promise<string> {
      return this.#newHtml(request, null);
    }

    @Post('ny')
    @UseGuards(StaffSend)
    @UseInterceptors(TakesFiles)
    async make(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
      const { actor } = signedIn(request);
      const sent = isCut(request) ? tooMuch({ ...body, _type: type.creation.name }) : await this.door.create(actor, type, body);
      if ('id' in sent) return response.redirect(303, `${base}/${sent.id}?klart=${type.creation.name}#laget`);
      if (sent.done) return response.redirect(303, base);
      await this.answers.send(request, response, { status: sent.status, html: await this.#newHtml(request, sent.tried), at: `${base}/ny` });
    }

    @Get(':id')
    page(@Param('id', { schema: caseParam }) id: string, @Query({ schema: anyQuery }) query: FormBody, @Req() request: Request): Promise<string> {
      return this.#html(request, id, null, query);
    }

    @Post(':id')
    @UseGuards(StaffSend)
    @UseInterceptors(TakesFiles)
    async command(
      @Param('id', { schema: caseParam }) id: string,
      @Body({ schema: formBody }) together: FormBody,
      @Req() request: Request,
      @Res() response: Response,
    ): Promise<void> {
      const { pressed: sentPart, others } = partsOf(together);
      const pressed = sentPart ?? (isCut(request) ? (others[0] ?? null) : null);
      const { actor } = signedIn(request);
      const at = `${base}/${encodeURIComponent(id)}`;
      await this.drafts.keepBegun(this.door.asking(actor), type, id, others, this.clock.now().toISOString());
      if (pressed === null) return response.redirect(303, `${at}?klart=utkast#laget`);
      const sent = await this.#sent(request, id, pressed);
      const name = encodeURIComponent(textOf(pressed, '_type'));
      // A script asks for an answer that can't be mistaken for a log-in page.
      if (sent.done && request.accepts(['html', 'json']) === 'json') {
        response.status(200).json({ kept: true });
        return;
      }
      if (sent.done) return response.redirect(303, textOf(pressed, '_do') === '' ? `${at}?klart=${name}#laget` : `${at}?gor=${name}#k-${name}`);
      await this.answers.send(request, response, { status: sent.status, html: await this.#html(request, id, sent.tried, {}), at });
    }

    async #sent(request: Request, id: string, body: FormBody): Promise<Sent> {
      const { actor } = signedIn(request);
      if (isCut(request)) return tooMuch(body);
      const name = textOf(body, '_type');
      const doing = textOf(body, '_do');
      if (doing === 'keepDraft') return this.drafts.keep(this.door.asking(actor), type, id, body, this.clock.now().toISOString());
      if (doing === 'dropDraft') return this.drafts.drop(actor, type, id, name);
      const sent = await this.door.give(actor, type, id, body);
      if (sent.done) await this.drafts.drop(actor, type, id, name);
      return sent;
    }

    /** The form that the person had sent when the session had ended, marked as not sent. */
    async #sentAway(request: Request): Promise<Tried | null> {
      const sent = request.method === 'GET' ? await this.returning.take(request, signedIn(request).person.id) : null;
      const { pressed } = partsOf(sent?.fields ?? {});
      const command = textOf(pressed ?? {}, '_type');
      if (pressed === null || (givenBy(type, command) === undefined && command !== type.creation.name)) return null;
      return { command, body: pressed, title: away.back, faults: [] };
    }

    async #html(request: Request, id: string, tried: Tried | null, query: FormBody): Promise<string> {
      const { actor } = signedIn(request);
      const opened = await this.reader.open(actor, type, id, `GET ${base}/{id}`);
      const shown = tried ?? (await this.#sentAway(request));
      const look = {
        newKey: randomUUID,
        tried: shown,
        drafts: await this.drafts.of(actor, type, id),
        open: textOf(query, 'gor') || null,
        saved: savedText(textOf(query, 'klart')),
      };
      const props = await this.models.page(type, room, opened, look);
      return this.frame.html(request, `${props.number} ${props.title}`, RecordPage(props), shown !== null, scripts);
    }

    async #newHtml(request: Request, tried: Tried | null): Promise<string> {
      const { actor } = signedIn(request);
      const asking = this.door.asking(actor);
      if (unitsToCreateIn(type, asking).length === 0) refuse('notYours');
      const shown = tried ?? (await this.#sentAway(request));
      const props = await this.models.create(type, asking, { newKey: randomUUID, tried: shown, given: givenIn(request) });
      return this.frame.html(request, props.title, NewRecord(props), shown !== null);
    }
  }
  return named(RecordPagesController, type, 'PagesController');

  /** What was saved, in the words of its form. */
  function savedText(name: string): string | null {
    if (name === 'utkast') return 'Det du har skrivit är sparat som utkast.';
    const title = name === type.creation.name ? type.creation.title : givenBy(type, name)?.title;
    return title === undefined ? null : `Sparat: ${title}.`;
  }
}

/** What the link to a form says, by field: short texts alone. */
const givenIn = ({ query }: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' && value.length <= 100 ? [[name, value]] : [])));

/** A form that was cut off: nothing was done, and what came is shown again. */
const tooMuch = (body: FormBody): Extract<Sent, { done: false }> => ({
  done: false,
  status: 413,
  tried: {
    command: textOf(body, '_type'),
    body,
    title: attachmentTexts.tooMuchTitle,
    faults: [{ field: `${textOf(body, '_type')}.${cutField(body)}`, text: attachmentTexts.tooMuch }],
  },
});
