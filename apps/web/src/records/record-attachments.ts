import { Body, Controller, Get, Inject, Param, Post, Req, Res, type Type, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attaching } from '#attachments/attaching';
import { RecordReader } from '#case-service/record-reader';
import { refuse } from '#domain/errors';
import { recordStream } from '#domain/record-types';
import type { AnyRecordType } from '#domain/records/record-type';
import { Clock } from '#platform/clock';
import type { Log } from '#platform/log';
import { attachmentTexts as said } from '#text/attachments';
import { AddedFiles } from '../attachments/attachment-list.js';
import { attachmentsOf } from '../attachments/attachments.js';
import { isCut, noneKept, statusOf } from '../attachments/cut-forms.js';
import { sendAttachment } from '../attachments/send-attachment.js';
import { StaffSend } from '../attachments/upload-guards.js';
import { sentIn, TakesFiles } from '../attachments/uploads.js';
import { Answers } from '../frame/answers.js';
import { caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { partsOf } from '../frame/parts.js';
import { type FormBody, signedIn } from '../frame/request.js';
import { named } from './named-controller.js';
import { RecordDrafts } from './record-drafts.js';

/** The files of records of one type: given to those who see the record, always as a file to save, and added by those who may do anything else with it. */
export function recordAttachments(type: AnyRecordType): Type<unknown> {
  const base = `/${type.page}`;

  @Controller(type.page)
  @UseFilters(PageFilter)
  class RecordAttachmentsController {
    constructor(
      private readonly reader: RecordReader,
      private readonly attaching: Attaching,
      private readonly drafts: RecordDrafts,
      private readonly clock: Clock,
      private readonly frame: Frame,
      private readonly answers: Answers,
      @Inject('log') private readonly log: Log,
    ) {}

    @Get(':id/bilaga/:attachment')
    async download(
      @Param('id', { schema: caseParam }) id: string,
      @Param('attachment', { schema: caseParam }) attachment: string,
      @Req() request: Request,
      @Res() response: Response,
    ): Promise<void> {
      const opened = await this.reader.open(signedIn(request).actor, type, id, `GET ${base}/{id}/bilaga/{attachment}`);
      const file = attachmentsOf(opened).find((row) => row.id === attachment) ?? refuse('notFound');
      const stream = recordStream(type, id);
      await sendAttachment(this.frame, this.log, request, response, { ...file, stream, read: () => this.attaching.read(stream, file) });
    }

    @Post(':id/bilaga')
    @UseGuards(StaffSend)
    @UseInterceptors(TakesFiles)
    async add(
      @Param('id', { schema: caseParam }) id: string,
      @Body({ schema: formBody }) together: FormBody,
      @Req() request: Request,
      @Res() response: Response,
    ): Promise<void> {
      const { actor } = signedIn(request);
      const opened = await this.reader.open(actor, type, id, `POST ${base}/{id}/bilaga`);
      const { prefix, others } = partsOf(together);
      await this.drafts.keepBegun(opened, type, id, others, this.clock.now().toISOString());
      const notKept = isCut(request) ? noneKept : await this.attaching.addToRecord(actor, type, id, sentIn(request, prefix));
      const at = `${base}/${id}`;
      if (notKept.length === 0) return response.redirect(303, `${at}#bilagor`);
      const back = { href: at, text: `Till ${type.words.the} ${opened.state.number}` };
      const html = await this.frame.html(request, said.notKeptTitle, AddedFiles({ at: `${at}/bilaga`, back, secrecy: false, notKept }), true);
      await this.answers.send(request, response, { status: statusOf(notKept), html, at });
    }
  }
  return named(RecordAttachmentsController, type, 'AttachmentsController');
}
