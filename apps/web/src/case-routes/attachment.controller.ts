import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attaching } from '#attachments/attaching';
import { CaseReader } from '#case-service/case-reader';
import { refuse } from '#domain/errors';
import { caseStream } from '#domain/ids';
import type { Log } from '#platform/log';
import { attachmentTexts as said } from '#text/attachments';
import { AddedToCase } from '../attachments/attachment-list.js';
import { attachmentsOf } from '../attachments/attachments.js';
import { isCut, noneKept, statusOf } from '../attachments/cut-forms.js';
import { sendAttachment } from '../attachments/send-attachment.js';
import { StaffSend } from '../attachments/upload-guards.js';
import { sentIn, TakesFiles } from '../attachments/uploads.js';
import { CaseDrafts } from '../forms/case-drafts.js';
import { Answers } from '../frame/answers.js';
import { caseParam, type FileQuery, fileQuery, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { partsOf } from '../frame/parts.js';
import { type FormBody, signedIn } from '../frame/request.js';

/** A name made of the case number and the order alone: `LXS-2026-0001-2.jpg`. */
const ordered = (number: string, n: number, name: string): string => `${number}-${n}${/\.[a-z0-9]+$/.exec(name)?.[0] ?? ''}`;

/** Pictures and documents of a case: given to those who may read its words, always as a file to save. */
@Controller('arende')
@UseFilters(PageFilter)
export class AttachmentController {
  constructor(
    private readonly reader: CaseReader,
    private readonly attaching: Attaching,
    private readonly drafts: CaseDrafts,
    private readonly frame: Frame,
    private readonly answers: Answers,
    @Inject('log') private readonly log: Log,
  ) {}

  @Get(':id/bilaga/:attachment')
  async download(
    @Param('id', { schema: caseParam }) id: string,
    @Param('attachment', { schema: caseParam }) attachment: string,
    @Query({ schema: fileQuery }) { fil }: FileQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { actor } = signedIn(request);
    const opened = await this.reader.open(actor, id, 'GET /arende/{id}/bilaga/{attachment}');
    const file = attachmentsOf(opened).find((row) => row.id === attachment) ?? refuse('notFound');
    const stream = caseStream(id);
    await sendAttachment(this.frame, this.log, request, response, {
      name: fil === undefined ? file.name : ordered(opened.state.number, fil, file.name),
      mediaType: file.mediaType,
      stream,
      read: () => this.attaching.read(stream, file),
    });
  }

  /** Files added by somebody who works with the case or reported it. */
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
    const { state } = await this.reader.open(actor, id, 'POST /arende/{id}/bilaga');
    const { prefix, others } = partsOf(together);
    await this.drafts.keepBegun(actor, state.id, others);
    const notKept = isCut(request) ? noneKept : await this.attaching.add(actor, [state.id], sentIn(request, prefix));
    if (notKept.length === 0) return response.redirect(303, `/arende/${state.id}#bilagor`);
    const html = await this.frame.html(request, said.notKeptTitle, AddedToCase({ of: state, notKept }), true);
    await this.answers.send(request, response, { status: statusOf(notKept), html, at: `/arende/${state.id}` });
  }
}
